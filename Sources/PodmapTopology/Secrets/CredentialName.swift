/// What a name says about its value: of a variable, a field, a flag, a key, or of the word before a text.
///
/// Names are split into words, as `DB_PASSWORD`, `dbPassword` and `db-password` are written; other scripts than Latin
/// are searched for whole words of theirs.
package struct CredentialName: Sendable {
  /// `nil` if nothing says that the value is a credential.
  let grade: CredentialGrade?
  /// The words, without those that mean something else together.
  let words: [String]
  /// Whether it says so in a word that is rarely used for anything else: a sentence that contains it is hidden.
  let isPlain: Bool

  /// Whether the name suggests a credential; its value may still be harmless (`Credentials.hide`).
  package var suggestsCredential: Bool { grade != nil }

  /// Whether the value is an address, which may contain a credential: `TOKEN_URL`, `DSN`.
  var locates: Bool { words.last.map(HarmlessEnding.isAddress) ?? false }

  /// Whether the value as a whole is a credential, rather than where one is.
  var namesCredential: Bool { grade != nil && !locates }

  /// Whether a host may be named after the value.
  var mayNameHost: Bool { grade == nil || locates && grade != .password }

  /// Whether the text after the name is nothing but a credential, in a text of any kind: `password=…`. A `key` may be
  /// anything.
  var endsInCredential: Bool {
    guard grade != nil, let last = words.last, !locates, HarmlessEnding(words) == nil else { return false }
    if last == "key" || last == "keys" { return words.count > 1 }
    return !["auth", "auths", "basic", "code", "codes", "kubeconfig"].contains(last)
      && (CredentialWords.alone[last] != nil || CredentialWords.endsWithPass(last) || CredentialWords.endsWithKey(last)
        || !CredentialStems.anywhere(in: last).isEmpty)
  }

  /// Creates the name of a value, after the name of the fields around it if that suggests a credential too.
  package init(_ name: some StringProtocol, in parent: CredentialName? = nil) {
    let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    if parent == nil, isASCII, !CredentialStems.mayOccur(in: name) {
      (grade, words, isPlain) = (nil, [], false)
      return
    }
    let own = isASCII ? NameWords.letters(of: Array(name.utf8)) : Self.letters(of: name)
    let written = (parent?.words ?? []) + own
    words = Self.withoutInnocentPairs(written.filter { !CredentialWords.innocent.contains($0) })
    let found = Self.grade(words)
    grade = Self.max(found.grade, parent?.grade)
    isPlain = found.isPlain
  }

  private static func max(_ one: CredentialGrade?, _ other: CredentialGrade?) -> CredentialGrade? {
    guard let one, let other else { return one ?? other }
    return Swift.max(one, other)
  }

  private static func grade(_ words: [String]) -> (grade: CredentialGrade?, isPlain: Bool) {
    guard let last = words.last else { return (nil, false) }
    var (grade, isPlain): (CredentialGrade?, Bool) = (nil, false)
    for found in CredentialStems.anywhere(in: words.joined()) { (grade, isPlain) = (max(grade, found), true) }
    for word in words {
      grade = max(grade, CredentialWords.alone[word])
      if CredentialWords.endsWithKey(word) { grade = max(grade, .key) }
      if CredentialWords.endsWithPass(word) { (grade, isPlain) = (.password, isPlain || word != "pass") }
      isPlain = isPlain || CredentialWords.plain.contains(word)
    }
    if CredentialWords.last.contains(last) {
      let isCode = last.hasPrefix("code")
      if !isCode || words.count == 1 || !CredentialWords.harmlessCodes.contains(words[words.count - 2]) {
        grade = max(grade, isCode ? .password : .key)
      }
    }
    return (grade, isPlain)
  }

  private static func withoutInnocentPairs(_ words: [String]) -> [String] {
    guard words.count > 1 else { return words }
    var rest: [String] = []
    var position = 0
    while position < words.count {
      if position + 1 < words.count, CredentialWords.innocentPairs.contains(words[position] + words[position + 1]) {
        position += 2
      } else {
        rest.append(words[position])
        position += 1
      }
    }
    return rest
  }

  /// The words of a name with letters of any script, in lower case; marks that are written after a letter are dropped.
  private static func letters(of name: some StringProtocol) -> [String] {
    var (words, word, wasLower): ([String], String, Bool) = ([], "", false)
    for character in name {
      let isUpper = character.isUppercase
      if !character.isLetter || isUpper && wasLower {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      if character.isLetter {
        let first = character.unicodeScalars.first
        word.append(first.map { $0.isASCII ? Character($0) : character } ?? character)
      }
      wasLower = character.isLetter && !isUpper
    }
    return word.isEmpty ? words : words + [word.lowercased()]
  }
}
