import PodmapManifests

/// Credentials in addresses, flags and headers.
extension CredentialText {
  // MARK: - URLs

  /// Whether a URL has a user, a fragment, or the path of a webhook.
  var hasAddressWithCredential: Bool {
    var position = 0
    while let scheme = find("://", from: position) {
      let start = scheme + 3
      var end = start
      while end < bytes.count, !Self.isSpace(bytes[end]), !"\"'<>`\\".utf8.contains(bytes[end]) { end += 1 }
      position = max(end, start)
      let host = part(start..<end).prefix { !"/?#".utf8.contains($0) }
      if host.contains(UInt8(ascii: "@")), !isPlainUser(host) { return true }
      if hasFragment(start..<end) || isWebhook(start..<end) { return true }
    }
    return kind == .free && contains("jdbc:oracle:") && contains("/") && contains("@") && hasOracleLogin
  }

  /// `git@` names no secret; a user with another name may be a token.
  private func isPlainUser(_ host: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    Self.plainUsers.contains(String(decoding: host.prefix { $0 != UInt8(ascii: "@") }, as: UTF8.self))
  }

  private static let plainUsers: Set<String> = [
    "git", "user", "username", "root", "admin", "postgres", "guest", "anonymous", "nobody",
  ]

  /// A fragment may carry a token; a route of a web page doesn't: `#/orders`.
  private func hasFragment(_ address: Range<Int>) -> Bool {
    guard let mark = part(address).firstIndex(of: UInt8(ascii: "#")).map({ $0 + address.lowerBound }),
      mark + 1 < address.upperBound
    else { return false }
    let fragment = part((mark + 1)..<address.upperBound)
    return !("/!".utf8.contains(fragment[0])
      && fragment.allSatisfy { "/!-_".utf8.contains($0) || ValueShape.isLetter($0) && !ValueShape.isUpper($0) })
  }

  /// `jdbc:oracle:thin:scott/tiger@//db:1521/shop`
  private var hasOracleLogin: Bool {
    guard let at = bytes.firstIndex(of: UInt8(ascii: "@")) else { return false }
    return part(0..<at).contains(UInt8(ascii: "/"))
  }

  /// Whether anyone who knows an address can write to it.
  private func isWebhook(_ address: Range<Int>) -> Bool {
    let text = CredentialText(bytes: part(address), kind: kind)
    return text.contains("hooks.slack.com/") || text.contains("api.telegram.org/bot")
      || text.contains("webhook.office.com/") || text.contains("outlook.office.com/webhook")
      || text.contains("/api/webhooks/") || text.contains("hooks.zapier.com/") || text.contains("dingtalk.com/robot/")
      || text.contains("/open-apis/bot/") || text.contains("/cgi-bin/webhook/") || text.contains("maker.ifttt.com/")
      || text.contains("hook.integromat.com/") || text.contains(".make.com/") && text.contains("hook.")
      || text.contains("logic.azure.com") || text.contains("chat.googleapis.com/v1/spaces/")
      || text.contains("events.pagerduty.com/integration/") || text.contains("ingest.sentry.io")
      || text.hasHookPath
  }

  /// Whether a part of a path that looks like an identifier follows one that says `hook` or `webhook`.
  private var hasHookPath: Bool {
    var position = 0
    while let hook = find("hook", from: position) {
      var end = hook + 4
      if end < bytes.count, bytes[end] == UInt8(ascii: "s") { end += 1 }
      position = end
      guard end < bytes.count, bytes[end] == UInt8(ascii: "/") else { continue }
      let rest = part((end + 1)..<bytes.count).split { "/?#".utf8.contains($0) }
      if rest.contains(where: { $0.count >= 8 && $0.contains(where: ValueShape.isDigit) }) { return true }
    }
    return false
  }

  // MARK: - Logins

  /// `user:hunter2@tcp(db)/shop`; not an image with a digest.
  var hasLogin: Bool {
    guard bytes.contains(UInt8(ascii: "@")) else { return false }
    return bytes.split { Self.isSpace($0) || "\"'`,;<>()".utf8.contains($0) }.contains { word in
      guard let at = word.firstIndex(of: UInt8(ascii: "@")), at + 1 < word.endIndex,
        let colon = word[..<at].firstIndex(of: UInt8(ascii: ":")), colon > word.startIndex
      else { return false }
      let (before, after) = (word[(colon + 1)..<at], word[(at + 1)...])
      return !before.isEmpty && !after.starts(with: "sha256:".utf8) && !after.starts(with: "sha512:".utf8)
        && !word.starts(with: "mailto:".utf8) && !word.starts(with: "ssh://git@".utf8)
    }
  }

  /// `Basic dXNlcjpwdw==`
  var hasBasicAuthentication: Bool {
    var position = 0
    while let basic = find("asic ", from: position) {
      position = basic + 5
      guard basic > 0, bytes[basic - 1] | 0x20 == UInt8(ascii: "b") else { continue }
      let word = part(position..<bytes.count).prefix { Self.isKeyByte($0) }
      if word.count >= 6, Base64.decoded(String(decoding: word, as: UTF8.self))?.contains(":") ?? false { return true }
    }
    return false
  }

  // MARK: - Flags

  /// `mysql -phunter2`, `curl -u admin:hunter2`; not `mkdir -p /data`, `docker run -p 80:80`.
  var hasFlagWithCredential: Bool {
    guard contains(" -") || bytes.first == UInt8(ascii: "-") || contains("\t-") || contains("\n-") || contains("\"-")
    else { return false }
    let words = bytes.split { Self.isSpace($0) || "\"'[],".utf8.contains($0) }.map {
      String(decoding: $0, as: UTF8.self)
    }
    let programs = CredentialFlags.programs(in: words)
    return words.indices.contains { position in
      let next = position + 1 < words.count ? words[position + 1] : nil
      return CredentialFlags.hides(words[position], next, programs)
    }
  }
}
