/// Texts as YAML scalars that every reader, of YAML 1.1 or 1.2, reads as the same text again.
enum YAMLScalar {
  /// Whether a text needs no quotes to be read as text rather than as a number, boolean, null or date.
  static func isPlainText(_ text: String) -> Bool { canStandPlain(text) && !isNull(text) && !isTyped(text) }

  static func isNull(_ text: String) -> Bool { ["", "~", "null", "Null", "NULL"].contains(text) }

  /// Whether a text without quotes is read as one scalar, whatever its type.
  static func canStandPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    if DocumentSplitter.isSpace(first) || DocumentSplitter.isSpace(last) || last == UInt8(ascii: ":") { return false }
    if "!&*|>%@`\"'#,[]{}".utf8.contains(first) { return false }
    let second = text.utf8.dropFirst().first ?? UInt8(ascii: " ")
    if "-?:".utf8.contains(first), DocumentSplitter.isSpace(second) { return false }
    if text.hasPrefix("---") || text.hasPrefix("...") { return false }
    var before: Unicode.Scalar = "x"
    for scalar in text.unicodeScalars {
      if !isPrintable(scalar) || scalar == "\n" || scalar == "\t" { return false }
      if before == ":" && scalar == " " || before == " " && scalar == "#" { return false }
      before = scalar
    }
    return true
  }

  /// A text on one line, in double quotes.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let length = scalar.value < 0x100 ? 2 : scalar.value < 0x10000 ? 4 : 8
        result += "\\" + (length == 2 ? "x" : length == 4 ? "u" : "U")
        result += String(repeating: "0", count: length - digits.count) + digits
      }
    }
    return result + "\""
  }

  /// A text in single quotes, or `nil` if it can't be written that way.
  static func singleQuoted(_ text: String) -> String? {
    guard text.unicodeScalars.allSatisfy({ isPrintable($0) && $0 != "\n" && $0 != "\t" }) else { return nil }
    return "'\(text.replacing("'", with: "''"))'"
  }

  /// A text as a literal block scalar: the header, and the lines without indentation. `nil` if it can't be written that
  /// way.
  static func literal(_ text: String, indentation: Int) -> (mark: String, lines: [Substring])? {
    guard text.utf8.contains(UInt8(ascii: "\n")), text.unicodeScalars.allSatisfy(isPrintable) else { return nil }
    let ends = text.utf8.reversed().prefix { $0 == UInt8(ascii: "\n") }.count
    let body = text.dropLast(ends)
    // Only line ends: readers disagree on what a block makes of these.
    guard !body.isEmpty, !body.allSatisfy(\.isWhitespace) else { return nil }
    var lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    lines += (1..<max(1, ends)).map { _ in "" }
    let startsWithSpace = lines.first { !$0.isEmpty }?.first.map { $0 == " " || $0 == "\t" } ?? false
    return ("|" + (startsWithSpace ? String(indentation) : "") + (ends == 0 ? "-" : ends > 1 ? "+" : ""), lines)
  }

  /// As YAML defines it, but without line breaks other than `\n`.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
      true
    default: false
    }
  }

  /// Whether a plain scalar is something other than text in YAML 1.1 or 1.2.
  private static func isTyped(_ text: String) -> Bool {
    let lower = text.lowercased()
    if ["true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<", ".nan", ".inf", "-.inf", "+.inf"].contains(
      lower)
    {
      return true
    }
    // Numbers of all bases, dates, and times of day, which YAML 1.1 reads as numbers in base 60.
    guard let first = text.utf8.first, isDigit(first) || "+-.".utf8.contains(first) else { return false }
    return text.utf8.contains(where: isDigit)
      && text.utf8.allSatisfy { isDigit($0) || "+-._:xXoOeEaAbBcCdDfFtTzZ ".utf8.contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
