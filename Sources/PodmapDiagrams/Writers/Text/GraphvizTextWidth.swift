/// The width that Graphviz assumes for a text if it has no fonts, as when it draws SVG.
///
/// It takes each byte for a character of Helvetica in Adobe's standard encoding. A cell grows to that width, so a
/// picture with fixed positions needs to know it.
enum GraphvizTextWidth {
  /// Points at a font size of `size` points, rounded up.
  static func points(_ text: String, size: Int) -> Int {
    var sum = 0
    for byte in text.utf8 { sum += byte < 0x80 ? ascii(byte) : byte < 0xA1 ? 278 : Int(upper[Int(byte) - 0xA1]) }
    return (sum * size + 999) / 1000
  }

  private static func ascii(_ byte: UInt8) -> Int { Int(TextWidthTables.regular[0][Int(byte)]) }

  /// The widths of the bytes from 0xA1 on in thousandths of the font size.
  private static let upper: [UInt16] = [
    333, 556, 556, 167, 556, 556, 556, 556, 191, 333, 556, 333, 333, 500, 500,
    278, 556, 556, 556, 278, 278, 537, 350, 222, 333, 333, 556, 1000, 1000, 278, 611,
    278, 333, 333, 333, 333, 333, 333, 333, 333, 278, 333, 333, 278, 333, 333, 333,
    1000, 278, 278, 278, 278, 278, 278, 278, 278, 278, 278, 278, 278, 278, 278, 278,
    278, 1000, 278, 370, 278, 278, 278, 278, 556, 778, 1000, 365, 278, 278, 278, 278,
    278, 889, 278, 278, 278, 278, 278, 278, 222, 611, 944, 611, 278, 278, 278, 278,
  ]
}

extension TextWidth {
  /// The room that a line of text needs in Graphviz and in a browser.
  static func room(_ text: String, size: Int, isBold: Bool = false) -> Int {
    max(isBold ? boldPoints(text, size: size) : points(text, size: size), GraphvizTextWidth.points(text, size: size))
  }
}
