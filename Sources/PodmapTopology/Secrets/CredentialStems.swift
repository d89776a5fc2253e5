/// Finds the words of `CredentialWords` inside texts, in one pass over their bytes.
///
/// Every value of an input is searched, and few contain such a word: a table of their first two bytes rejects almost
/// every position at once.
struct CredentialStems: Sendable {
  private struct Stem: Sendable {
    var bytes: [UInt8]
    var text: String
    /// `nil` for words that count on their own only.
    var grade: CredentialGrade?
  }

  /// By a number made of the first two bytes.
  private let buckets: [[Stem]]
  private let isUsed: [Bool]

  private static let all = CredentialStems()

  private init() {
    var buckets = [[Stem]](repeating: [], count: 1024)
    func add(_ text: String, _ grade: CredentialGrade?) {
      let bytes = Array(text.utf8)
      buckets[Self.number(bytes[0], bytes[1])].append(Stem(bytes: bytes, text: text, grade: grade))
    }
    for (word, grade) in CredentialWords.anywhere {
      add(word, grade)
      // Only the case of ASCII letters is ignored.
      if word.uppercased() != word, !word.utf8.allSatisfy({ $0 < 0x80 }) { add(word.uppercased(), grade) }
    }
    for word in Set(CredentialWords.alone.keys).union(CredentialWords.last) { add(word, nil) }
    self.buckets = buckets.map { $0.sorted { $0.text < $1.text } }
    isUsed = buckets.map { !$0.isEmpty }
  }

  private static func number(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 31) << 5 | Int(second & 31) }

  /// The grades of the words that occur anywhere in a lower-case text.
  static func anywhere(in text: String) -> [CredentialGrade] {
    var found: [CredentialGrade] = []
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var position = 0
      while let hit = all.next(in: bytes, from: position, onlyAnywhere: true) {
        if let grade = hit.stem.grade { found.append(grade) }
        position = hit.start + 1
      }
    }
    return found
  }

  /// Whether the letters of a name contain one of the words, whatever is between them: `MOT_DE_PASSE`, `apiKey`.
  static func mayOccur(in name: some StringProtocol) -> Bool {
    let letters = name.utf8.filter { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
    return letters.withUnsafeBufferPointer { all.next(in: $0, from: 0, onlyAnywhere: false) != nil }
  }

  /// The first word at or after a position, whatever the case of its ASCII letters.
  static func next(in bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int? {
    all.next(in: bytes, from: position, onlyAnywhere: false)?.start
  }

  private func next(
    in bytes: UnsafeBufferPointer<UInt8>, from position: Int, onlyAnywhere: Bool
  ) -> (start: Int, stem: Stem)? {
    guard bytes.count >= 2 else { return nil }
    var start = position
    while start < bytes.count - 1 {
      let number = Self.number(bytes[start], bytes[start + 1])
      if isUsed[number] {
        for stem in buckets[number] where !onlyAnywhere || stem.grade != nil {
          if Self.matches(stem.bytes, bytes, at: start) { return (start, stem) }
        }
      }
      start += 1
    }
    return nil
  }

  private static func matches(_ stem: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard bytes.count - start >= stem.count else { return false }
    for offset in stem.indices {
      let (wanted, byte) = (stem[offset], bytes[start + offset])
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      if byte != wanted, !isUpper || byte | 0x20 != wanted { return false }
    }
    return true
  }
}
