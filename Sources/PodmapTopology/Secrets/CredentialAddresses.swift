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
      while end < bytes.count, !Self.isSpace(bytes[end]), !Self.isEndOfAddress(bytes[end]) { end += 1 }
      position = end
      let host = part(start..<end).prefix {
        $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
      }
      if host.contains(UInt8(ascii: "@")), !isPlainUser(host) { return true }
      if hasFragment(start..<end) || isWebhook(start..<end) { return true }
    }
    return kind == .free && contains("jdbc:oracle:") && hasOracleLogin
  }

  private static func isEndOfAddress(_ byte: UInt8) -> Bool {
    isQuote(byte) || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
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
    return
      !("/!".utf8.contains(fragment[0])
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
    guard text.contains("hook") || text.contains(".com/") || text.contains(".io/") else { return false }
    return text.contains("hooks.slack.com/") || text.contains("api.telegram.org/bot")
      || text.contains("webhook.office.com/") || text.contains("outlook.office.com/webhook")
      || text.contains("/api/webhooks/") || text.contains("hooks.zapier.com/") || text.contains("dingtalk.com/robot/")
      || text.contains("/open-apis/bot/") || text.contains("/cgi-bin/webhook/") || text.contains("maker.ifttt.com/")
      || text.contains("hook.integromat.com/") || text.contains(".make.com/") && text.contains("hook.")
      || text.contains("logic.azure.com/") || text.contains("chat.googleapis.com/v1/spaces/")
      || text.contains("events.pagerduty.com/integration/") || text.contains("ingest.sentry.io")
      || text.hasHookPath
  }

  /// Whether a part of a path that looks like an identifier follows one that says `hook` or `webhook`.
  private var hasHookPath: Bool {
    guard let first = find("hook", from: 0) else { return false }
    var isBehindHook = false
    for segment in part(first..<bytes.count).split(whereSeparator: {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?")
    }) {
      if isBehindHook, segment.count >= 8, segment.contains(where: ValueShape.isDigit) { return true }
      isBehindHook =
        isBehindHook || segment.reversed().starts(with: "kooh".utf8) || segment.reversed().starts(with: "skooh".utf8)
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
      // In a URL, `hasAddressWithCredential` finds it.
      if text(before).contains("//") { return false }
      return !before.isEmpty && !after.starts(with: "sha256:".utf8) && !after.starts(with: "sha512:".utf8)
        && !word.starts(with: "mailto:".utf8) && !word.starts(with: "ssh://git@".utf8)
    }
  }

  private func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> CredentialText {
    CredentialText(bytes: UnsafeBufferPointer(rebasing: bytes), kind: kind)
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
    let programs = CredentialFlags.Programs(self)
    var previous: String?
    for word in bytes.split(whereSeparator: { Self.isSpace($0) || Self.isQuote($0) || Self.isBracket($0) }) {
      if let flag = previous, CredentialFlags.hides(flag, next: String(decoding: word, as: UTF8.self), of: programs) {
        return true
      }
      previous = nil
      guard word.count > 1, word.first == UInt8(ascii: "-") else { continue }
      let flag = String(decoding: word, as: UTF8.self)
      if CredentialFlags.hidesWithin(flag, of: programs) { return true }
      previous = flag
    }
    return false
  }
}
