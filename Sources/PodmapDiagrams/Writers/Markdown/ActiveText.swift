/// What GitHub and GitLab turn into links, mentions, pictures or formulas although nothing in it is markup: they search
/// the finished page for it, so that escaping doesn't help. A character without width in the middle does.
enum ActiveText {
  /// A word joiner, which nobody sees and no line breaks at.
  static let joiner: Unicode.Scalar = "\u{2060}"

  /// The text with joiners, so that nothing in it is found.
  static func broken(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isSuspicious) else { return text }
    let scalars = Array(text.unicodeScalars)
    let hashes = breaksOfHashes(in: scalars)
    var result = String.UnicodeScalarView()
    for position in scalars.indices {
      result.append(scalars[position])
      if breaks(scalars, after: position) || hashes.contains(position) { result.append(joiner) }
    }
    return String(result)
  }

  private static func isSuspicious(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "@", "#", ":", "-", "$", "!", "%", "&", "~", "[", "0"..."9": true
    default: false
    }
  }

  private static func breaks(_ scalars: [Unicode.Scalar], after position: Int) -> Bool {
    func scalar(_ offset: Int) -> Unicode.Scalar {
      scalars.indices.contains(position + offset) ? scalars[position + offset] : " "
    }
    let next = scalar(1)
    switch scalars[position] {
    // "@team", "a@example.com", "xmpp:a@example.com"
    case "@": return true
    // Issues, merge requests and epics: "#1", "!1", "&1"
    case "#", "!", "&": return next.isDigit
    // "http://example.com", ":smile:"
    case ":": return next == "/" && scalar(2) == "/" || isEmoji(scalars[(position + 1)...])
    // "GH-1"
    case "-": return next.isDigit && scalar(-1).isLetter("h") && scalar(-2).isLetter("g") && !scalar(-3).isWord
    // "$$x$$", milestones and labels: "%1", "~bug", and "[issue:1]"
    case "$": return next == "$"
    case "%", "~": return next.isWord || next == "\""
    case "[": return next == "[" || isReference(scalars[(position + 1)...])
    default: return false
    }
  }

  /// Whether a text begins with a name and a colon.
  private static func isEmoji(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = rest.prefix { $0.isASCII && $0.isWord || $0 == "_" || $0 == "+" || $0 == "-" }
    return !name.isEmpty && name.endIndex < rest.endIndex && rest[name.endIndex] == ":"
  }

  /// Whether a text begins with a word, a colon and a digit.
  private static func isReference(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let end = rest.drop { $0.isASCII && $0.isWord || $0 == "_" }
    return end.startIndex > rest.startIndex && end.first == ":" && end.dropFirst().first?.isDigit == true
  }

  /// The positions after which words are cut that can be the hash of a commit: at least 7 hexadecimal digits, and among
  /// those of fewer than 40 a letter and a digit, without which a name or a number is meant.
  private static func breaksOfHashes(in scalars: [Unicode.Scalar]) -> Set<Int> {
    var breaks: Set<Int> = []
    for word in scalars.indices.split(whereSeparator: { !scalars[$0].isWord }) where word.count >= shortHash {
      let digits = word.count { scalars[$0].isDigit }
      let isHash = word.allSatisfy { scalars[$0].isHexadecimal }
      guard isHash, word.count >= longHash || digits > 0 && digits < word.count else { continue }
      breaks.formUnion(stride(from: word.startIndex + shortHash - 2, to: word.endIndex - 1, by: shortHash - 1))
    }
    return breaks
  }

  /// What the hosts recognise at least, and the length of a whole one.
  private static let (shortHash, longHash) = (7, 40)
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }
  var isWord: Bool { properties.isAlphabetic || isDigit }
  fileprivate var isHexadecimal: Bool { isASCII && properties.isASCIIHexDigit }

  /// In either case.
  fileprivate func isLetter(_ letter: Unicode.Scalar) -> Bool { isASCII && value | 0x20 == letter.value }
}
