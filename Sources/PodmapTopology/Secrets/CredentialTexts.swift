/// Recognises texts that mention or look like credentials.
enum CredentialTexts {
  /// Whether a text contains one of the words below, ignoring case.
  static func mentionsCredential(_ text: String) -> Bool {
    // Every value of an input is tested, so this compares bytes.
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.contains { start in
        let first = bytes[start] | 0x20
        return wordBytes.contains { word in
          word[0] == first && bytes.count - start >= word.count
            && word.indices.allSatisfy { bytes[start + $0] == word[$0] || bytes[start + $0] | 0x20 == word[$0] }
        }
      }
    }
  }

  /// A text that contains one of these is never shown in full, nor is a value whose name contains one.
  private static let words = [
    "password", "passwd", "passphrase", "pwd", "secret", "token", "apikey", "api_key", "api-key", "accesskey",
    "access_key", "credential", "private", "sharedaccesskey", "accountkey", "authorization", "bearer", "pass=", "pass:",
    "auth=", "auth:", "key=", "key:", "sig=", "requirepass", "masterauth",
  ]
  private static let wordBytes = words.map { Array($0.utf8) }

  /// Whether a text contains a private key, a webhook or the login of a URL.
  static func hasObviousCredential(_ text: String) -> Bool {
    if text.contains("-----BEGIN") || webhooks.contains(where: text.contains) { return true }
    guard let scheme = text.firstRange(of: "://") else { return false }
    let authority = text[scheme.upperBound...].prefix { !"/ \"'?#".contains($0) }
    return authority.contains("@")
  }

  /// `user:hunter2@tcp(db)/shop`; not an image with a digest.
  static func hasLogin(_ text: String) -> Bool {
    guard let at = text.firstIndex(of: "@"), !text[at...].hasPrefix("@sha256:") else { return false }
    return text[..<at].contains(":")
  }

  /// `mysql -phunter2`, `curl -u admin:hunter2`; not `mkdir -p /data`.
  static func hasPasswordFlag(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.indices.contains { position in
      let word = words[position]
      guard ["-p", "-u", "-a"].contains(where: word.hasPrefix) else { return false }
      if word.utf8.count > 2 { return true }
      guard position + 1 < words.count else { return false }
      return words[position + 1].first != "/" && Int(words[position + 1]) == nil
    }
  }

  /// Whether a text contains a word that looks like a key: `ghp_…`, or a long word without meaning.
  static func hasKey(_ text: String) -> Bool {
    text.split { !($0.isASCII && ($0.isLetter || $0.isNumber) || "+/=_-".contains($0)) }.contains(where: isKey)
  }

  /// Whether a word looks random: long, with upper-case and lower-case letters and digits; or long and hexadecimal.
  private static func isKey(_ word: Substring) -> Bool {
    if word.utf8.count >= 16, issued.contains(where: word.hasPrefix) { return true }
    guard word.utf8.count >= 20, !word.hasPrefix("/") else { return false }
    let digits = word.count { $0.isNumber }
    guard digits >= 2 else { return false }
    if word.utf8.count >= 32, word.allSatisfy(\.isHexDigit) { return true }
    // Paths and names of several words have separators, and few digits.
    let separators = word.count { "/_-".contains($0) }
    return separators * 8 <= word.utf8.count && word.contains(where: \.isUppercase)
      && word.contains(where: \.isLowercase)
  }

  /// Addresses that anyone who knows them can write to.
  private static let webhooks = [
    "hooks.slack.com/services/", "discord.com/api/webhooks/", "webhook.office.com/webhookb2/",
  ]

  /// Prefixes of the tokens that well-known services issue.
  private static let issued = [
    "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "sk_live_", "sk_test_", "rk_live_", "xoxb-",
    "xoxp-", "xapp-", "AKIA", "AIza", "npm_", "dop_v1_",
  ]
}
