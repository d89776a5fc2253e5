/// Recognises names whose values are credentials: of variables, fields, flags and keys.
package enum CredentialNames {
  /// Whether a name says that its value is a credential: `DB_PASSWORD`; not `TOKEN_URL`, which only locates one.
  package static func mayMean(_ name: String) -> Bool {
    let words = NameWords.words(of: name)
    if let last = words.last {
      if AddressWords.isAddress(last) { return false }
      if endsWithPass(last) || finalWords.contains(last) { return true }
    }
    return CredentialTexts.mentionsCredential(name) || words.contains(where: anywhere.contains)
  }

  /// Whether the text after a name is a credential: `password=…`, `--token …`. Stricter than `mayMean`, since it is for
  /// names in running text.
  package static func isField(_ name: some StringProtocol) -> Bool {
    let words = NameWords.words(of: name)
    guard let last = words.last else { return false }
    return finalWords.contains(last) || last == "key" && words.count > 1 || endsWithPass(last)
  }

  /// Whether a name says that its value is a password, whatever else it says.
  static func isPassword(_ name: String) -> Bool {
    NameWords.words(of: name).contains(where: passwords.contains)
  }

  /// `requirepass` and `PGPASS` name a password; `bypass` does not.
  private static func endsWithPass(_ word: String) -> Bool {
    word.hasSuffix("pass") && !["bypass", "compass", "onepass", "multipass"].contains(word)
  }

  /// A name that ends with one of these words names a credential.
  private static let finalWords: Set<String> = [
    "password", "passwd", "passphrase", "pass", "pwd", "pw", "secret", "token", "apikey", "accesskey", "accountkey",
    "sharedaccesskey", "signature", "credential", "credentials", "authorization", "bearer", "jwt", "cookie", "salt",
    "pat", "masterauth",
  ]
  /// A variable or key with one of these words anywhere in its name contains a credential.
  private static let anywhere: Set<String> = ["pass", "pw", "auth", "key", "cred", "creds", "sas"]

  private static let passwords: Set<String> = ["password", "passwd", "passphrase", "pass", "pwd", "pw"]
}
