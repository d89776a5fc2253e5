/// A text of a picture, as Graphviz writes it: an element on a line of its own, which names its font.
///
/// Readers without Arial, Helvetica or Liberation Sans see another font: DejaVu Sans is an eighth wider and would reach
/// over its card. So each text states the width that the layout assumed, and a browser fits the letters to it
/// (`textLength` of SVG 1.1, section 10.5).
struct SVGText {
  private let start: ArraySlice<UInt8>
  private let end: ArraySlice<UInt8>
  /// The width in tenths of a point; `nil` if no browser should fit the text.
  private let tenths: Int?

  /// The text on a line; `nil` if there is none that names our font.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.starts(with: Self.element), let close = line.firstIndex(of: UInt8(ascii: ">")),
      let font = line[..<close].position(of: Self.font)
    else { return nil }
    start = line[..<font]
    end = line[(font + Self.font.count)...]
    let words = line[(close + 1)...].prefix { $0 != UInt8(ascii: "<") }
    tenths = Self.tenths(words, attributes: line[..<close])
  }

  /// The bytes of the line with a width instead of the font, which the picture names once.
  func append(to bytes: inout [UInt8]) {
    bytes += start
    if let tenths { bytes += " textLength=\"\(tenths / 10).\(tenths % 10)\" lengthAdjust=\"spacingAndGlyphs\"".utf8 }
    bytes += end
  }

  private static func tenths(_ words: ArraySlice<UInt8>, attributes: ArraySlice<UInt8>) -> Int? {
    // A browser drops spaces at the ends. Blank texts keep the parts of a line apart, and nobody sees them.
    guard words.first != UInt8(ascii: " "), words.last != UInt8(ascii: " "), let size = hundredths(attributes),
      let text = decoded(words), !text.unicodeScalars.allSatisfy(\.properties.isWhitespace),
      let width = TextWidth.fitting(text, isBold: attributes.position(of: bold) != nil)
    else { return nil }
    let tenths = (width * size + 5000) / 10000
    return tenths > 0 ? tenths : nil
  }

  /// The size of the letters in hundredths of a point; Graphviz writes two decimal places.
  private static func hundredths(_ attributes: ArraySlice<UInt8>) -> Int? {
    guard let start = attributes.position(of: size) else { return nil }
    let number = attributes[(start + size.count)...].prefix { $0 != UInt8(ascii: "\"") }
    let digits = number.filter { $0 != UInt8(ascii: ".") }
    guard digits.count == number.count - 1, number.dropLast(2).last == UInt8(ascii: ".") else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// The text that a reader sees; `nil` if it has a reference that Graphviz doesn't write.
  private static func decoded(_ words: ArraySlice<UInt8>) -> String? {
    var text = ""
    var rest = words
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      guard let end = rest[start...].firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(String(decoding: rest[(start + 1)..<end], as: UTF8.self))
      else { return nil }
      text += String(decoding: rest[..<start], as: UTF8.self)
      text.unicodeScalars.append(scalar)
      rest = rest[(end + 1)...]
    }
    return text + String(decoding: rest, as: UTF8.self)
  }

  private static func scalar(_ reference: String) -> Unicode.Scalar? {
    switch reference {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case _ where reference.hasPrefix("#"): UInt32(reference.dropFirst()).flatMap(Unicode.Scalar.init)
    default: nil
    }
  }

  private static let element = Array("<text ".utf8)
  private static let font = Array(" font-family=\"Arial\"".utf8)
  private static let bold = Array(" font-weight=\"bold\"".utf8)
  private static let size = Array(" font-size=\"".utf8)
}
