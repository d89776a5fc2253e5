/// Decides from names and texts what may be a credential, so that no output shows it.
///
/// `CredentialNames` recognises the names, `CredentialTexts` the texts.
package enum Credentials {
  /// Whether the value of a field of an object is a credential by the field's name: `password`, `apiToken`.
  /// `tokenUrl` names an address, and `secretName` an object.
  package static func areNamed(_ name: String) -> Bool {
    let last = NameWords.words(of: name).last
    if let last, ["name", "names", "ref", "refs", "namespace", "file", "path"].contains(last) {
      return CredentialNames.isPassword(name)
    }
    return CredentialNames.mayMean(name)
  }

  /// Whether the argument after a flag is a credential: `--password`, `-p`.
  package static func mayFollow(flag: String) -> Bool {
    guard flag.hasPrefix("-"), !flag.contains("=") else { return false }
    return ["-p", "-u", "-a"].contains(flag) || CredentialNames.isField(flag)
  }

  /// Whether a free text may contain a credential.
  package static func mayStand(in text: String) -> Bool {
    standClearly(in: text) || CredentialTexts.mentionsCredential(text) || CredentialTexts.hasPasswordFlag(text)
      || CredentialTexts.hasLogin(text) || CredentialTexts.hasKey(text)
  }

  /// Whether a text certainly contains a credential, even in a field that is meant for something else.
  package static func standClearly(in text: String) -> Bool {
    CredentialTexts.hasObviousCredential(text) || text.contains("=") && CredentialTexts.mentionsCredential(text)
  }
}
