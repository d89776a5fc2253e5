import PodmapManifests

/// Decides what may be a credential, so that no output shows it. Everything that shows a text of the input asks here.
///
/// `CredentialWords` is the list of names, `HarmlessEnding` the list of names that only mention a credential,
/// `KeyShapes` and `CredentialText` are the list of shapes.
package enum Credentials {
  /// What outputs show instead.
  package static let mark = "<redacted>"

  /// Whether a value may be a credential by its name, or by what it looks like.
  package static func hide(_ value: String, under name: CredentialName, named written: String = "") -> Bool {
    name.suggestsCredential ? !isHarmless(value, under: name) : hide(value, named: written)
  }

  /// Whether a text may contain a credential, whatever its name; the name may say that hexadecimal digits are harmless.
  package static func hide(_ text: String, named name: String = "") -> Bool {
    CredentialText.hides(text, .free) { allowed(by: name) }
  }

  /// Whether the text of a field that contains a name, an image or an address has a credential in it all the same.
  package static func standOut(in text: String, named name: String = "") -> Bool {
    CredentialText.hides(text, .structured) { allowed(by: name) }
  }

  /// The text of a field that contains a name, an image or an address, unless a credential is in it.
  package static func shownName(_ text: String, named name: String = "") -> String {
    standOut(in: text, named: name) ? mark : text
  }

  /// Whether a value is none, although its name suggests one: a switch, a path, or what the name says.
  static func isHarmless(_ value: String, under name: CredentialName) -> Bool {
    let isFitting = ValueShape.isAlwaysHarmless(value) || HarmlessEnding(name.words)?.fits(value, under: name) ?? false
    return isFitting && !CredentialText.hides(value, .structured)
  }

  /// Whether the argument after another one may be a credential: `--password`, `-p`; not after `--token-ttl 5m`.
  package static func hide(_ argument: String, after flag: String) -> Bool {
    guard flag.hasPrefix("-"), !flag.contains("="), !flag.contains(" "), !argument.hasPrefix("-") else { return false }
    // `command: [ldapsearch]` may be in another list.
    if CredentialFlags.mayPrecede(flag) || flag == "-w" || CredentialFlags.isLogin(argument, after: flag) {
      return !CredentialFlags.isHarmless(argument)
    }
    let name = CredentialName(flag)
    return name.suggestsCredential && !isHarmless(argument, under: name)
  }

  /// Hexadecimal digits are harmless in the id of a commit and in a checksum, if the name says so.
  private static func allowed(by name: String) -> CredentialText.Allowed {
    let words = Set(NameWords.letters(of: Array(name.utf8)))
    var allowed = CredentialText.Allowed()
    if !words.isDisjoint(with: ["commit", "revision", "rev", "git", "sha", "gitsha", "vcs"]) {
      allowed.hexadecimal.insert(40)
    }
    if !words.isDisjoint(with: ["checksum", "digest", "sha", "etag", "fingerprint", "md"]) {
      allowed.hexadecimal.formUnion([32, 64, 96, 128])
    }
    // Images are often tagged with the commit that they were built from.
    if words.contains("image") { allowed.hexadecimal.formUnion([40, 64]) }
    allowed.publicKey = words.contains("public") && (words.contains("key") || words.contains("keys"))
    return allowed
  }
}

extension Credentials {
  /// The first flag or name in a text that suggests a credential: `--password`.
  package static func name(in text: String) -> String? {
    var text = text
    return text.withUTF8 { CredentialText(bytes: $0, kind: .free).firstName }
  }

  /// A line of another program's message, without the words that may be credentials.
  package static func shownLine(_ line: String) -> String {
    guard standOut(in: line) else { return line }
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { shownName(String($0)) }
    return shownName(words.joined(separator: " "))
  }
}

extension Value {
  /// The scalar as a message quotes it.
  var quotable: String { (Credentials.hide(written) ? Credentials.mark : written).shortened() }
}

extension String {
  /// An address, a path or a name as a message quotes it.
  package var quotable: String { Credentials.shownName(self).shortened() }
}
