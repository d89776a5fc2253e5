/// The words of a name, in lower case: `dbHost`, `DB_HOST` and `db-host` are all "db", "host".
enum NameWords {
  static func words(of name: some StringProtocol) -> [String] {
    let words = letters(of: Array(name.utf8)).flatMap { written[$0] ?? [$0] }
    guard words.count > 1, words.contains(where: joining.contains) else { return words }
    return words.reduce(into: []) { joined, word in
      if let last = joined.last, pairs.contains(last + word), joining.contains(last) {
        joined[joined.count - 1] = last + word
      } else {
        joined.append(word)
      }
    }
  }

  /// The words as they are written, between capitals and whatever isn't a letter.
  static func letters(of bytes: [UInt8]) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    func isSmall(_ position: Int) -> Bool {
      position < bytes.count && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[position])
    }
    for (position, byte) in bytes.enumerated() {
      let isLetter = isUpper(byte) || isSmall(position)
      // `DBHost`, but not `URLs`.
      let isBehindCapitals = isUpper(byte) && isSmall(position + 1) && isSmall(position + 2)
      if !isLetter || isUpper(byte) && (wasLower || isBehindCapitals) {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if isLetter { word.append(byte | 0x20) }
      wasLower = isLetter && !isUpper(byte)
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// Names that run two words together; libpq reads these: https://www.postgresql.org/docs/current/libpq-envars.html
  private static let written = ["pghost": ["pg", "host"], "pgport": ["pg", "port"]]

  /// Pairs that count as one word, however they are written: `HOST_NAME`, `ConnectionStrings`, `CallBackUrl`.
  private static let pairs: Set<String> = [
    "hostname", "connectionstring", "connectionstrings", "contactpoints", "callback",
  ]
  private static let joining: Set<String> = ["host", "connection", "contact", "call"]
}
