/// Decides by names and texts what may be a credential, so that no output shows it.
package enum Credentials {
  /// Whether a name says that its value is a secret: `DB_PASSWORD`, `--token`. `TOKEN_URL` names an address, and
  /// `secretName` an object.
  package static func areNamed(_ name: String) -> Bool {
    let words = AddressWords.words(of: name)
    if let last = words.last, ["name", "names", "ref", "refs", "namespace", "file", "path"].contains(last) {
      return AddressWords.sayPassword(name)
    }
    return AddressWords.sayName(isSecret: name)
  }

  /// Whether the value of a flag is a secret: `--password`, `-p`.
  package static func mayFollow(flag: String) -> Bool {
    guard flag.hasPrefix("-"), !flag.contains("=") else { return false }
    return ["-p", "-u", "-a"].contains(flag) || AddressWords.sayField(isSecret: flag)
  }

  /// Whether a free-form text may contain a secret.
  package static func mayStand(in text: String) -> Bool {
    standClearly(in: text) || AddressWords.saySecret(text) || hasPasswordFlag(text) || hasLogin(text)
      || words(of: text).contains(where: isRandom)
  }

  /// Matches `user:hunter2@tcp(db)/shop`, but not an image with a digest.
  private static func hasLogin(_ text: String) -> Bool {
    guard let at = text.firstIndex(of: "@"), !text[at...].hasPrefix("@sha256:") else { return false }
    return text[..<at].contains(":")
  }

  /// Matches `mysql -phunter2` and `curl -u admin:hunter2`, but not `mkdir -p /data`.
  private static func hasPasswordFlag(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.indices.contains { position in
      let word = words[position]
      guard ["-p", "-u", "-a"].contains(where: word.hasPrefix) else { return false }
      if word.utf8.count > 2 { return true }
      guard position + 1 < words.count else { return false }
      return words[position + 1].first != "/" && Int(words[position + 1]) == nil
    }
  }

  /// Whether a text certainly contains a secret, even in a field that is meant for something else.
  package static func standClearly(in text: String) -> Bool {
    if text.contains("-----BEGIN") || webhooks.contains(where: text.contains) { return true }
    if let scheme = text.firstRange(of: "://") {
      let authority = text[scheme.upperBound...].prefix { !"/ \"'?#".contains($0) }
      if authority.contains("@") { return true }
    }
    return text.contains("=") && AddressWords.saySecret(text)
  }

  private static func words(of text: String) -> [Substring] {
    text.split { !($0.isASCII && ($0.isLetter || $0.isNumber) || "+/=_-".contains($0)) }
  }

  /// Whether a word looks random: long, with upper case, lower case and digits; or long and hexadecimal.
  private static func isRandom(_ word: Substring) -> Bool {
    if word.utf8.count >= 16, issued.contains(where: word.hasPrefix) { return true }
    guard word.utf8.count >= 20, !word.hasPrefix("/") else { return false }
    let digits = word.count { $0.isNumber }
    guard digits >= 2 else { return false }
    if word.utf8.count >= 32, word.allSatisfy(\.isHexDigit) { return true }
    // Paths and names made of several words have separators and few digits.
    let separators = word.count { "/_-".contains($0) }
    return separators * 8 <= word.utf8.count && word.contains(where: \.isUppercase)
      && word.contains(where: \.isLowercase)
  }

  /// Addresses that work like a password: anyone who has one may write to it.
  private static let webhooks = [
    "hooks.slack.com/services/", "discord.com/api/webhooks/", "webhook.office.com/webhookb2/",
  ]

  /// Prefixes of the tokens of well-known services.
  private static let issued = [
    "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "sk_live_", "sk_test_", "rk_live_", "xoxb-",
    "xoxp-", "xapp-", "AKIA", "AIza", "npm_", "dop_v1_",
  ]
}
