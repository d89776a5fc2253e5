/// What is written on a card, read from the text of a diagram.
enum CardText {
  /// The lines as a reader sees them.
  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { plain($0) }.filter { line in
      line.contains { $0.isLetter || $0.isNumber }
    }
  }

  /// Without the marks of Mermaid around it, in which quotes of the text itself are codes.
  private static func plain(_ line: Substring) -> String {
    var line = line
    if let first = line.first, "[({>".contains(first), let quote = line.firstIndex(of: "\"") {
      line = line[quote...].dropFirst()
    }
    return decoded(line.prefix { $0 != "\"" }).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// `&amp;`, `&#45;` and Mermaid's `#35;` as characters.
  private static func decoded(_ line: Substring) -> String {
    var (text, rest) = ("", line)
    while let start = rest.firstIndex(where: { $0 == "&" || $0 == "#" }) {
      text += rest[..<start]
      let code = rest[start...].prefix { $0 != ";" }
      if code.endIndex < rest.endIndex, let character = character(code) {
        text.append(character)
        rest = rest[code.endIndex...].dropFirst()
      } else {
        text.append(rest[start])
        rest = rest[start...].dropFirst()
      }
    }
    return text + rest
  }

  private static func character(_ code: Substring) -> Character? {
    switch code {
    case "&amp;".dropLast(): "&"
    case "&lt;".dropLast(): "<"
    case "&gt;".dropLast(): ">"
    case "&quot;".dropLast(), "#quot;".dropLast(): "\""
    default: Int(code.drop { "&#".contains($0) }).flatMap { Unicode.Scalar($0) }.map { Character($0) }
    }
  }
}
