/// The width of a text in Helvetica, and in Arial and Liberation Sans, which have the same widths.
///
/// Readers see one of these fonts, since pictures name them. Knowing the widths allows choosing columns, detail and
/// directions before anything is rendered, and without any font.
enum TextWidth {
  /// Points at a font size of `size` points, rounded up.
  static func points(_ text: String, size: Int) -> Int {
    points(thousandths(text, widths: TextWidthTables.regular), size: size)
  }

  /// The same for bold letters. Graphviz without fonts takes them to be as narrow as regular ones, so a cell with
  /// bold text needs this as its minimum width.
  static func boldPoints(_ text: String, size: Int) -> Int {
    points(thousandths(text, widths: TextWidthTables.bold), size: size)
  }

  private static func points(_ thousandths: Int, size: Int) -> Int {
    (thousandths * size + 999) / 1000
  }

  private static func thousandths(_ text: String, widths: [[UInt16]]) -> Int {
    let ascii = widths[0]
    var sum = 0
    for byte in text.utf8 {
      guard byte < 0x80 else {
        return text.unicodeScalars.reduce(0) { $0 + thousandths($1, widths: widths) }
      }
      sum += Int(ascii[Int(byte)])
    }
    return sum
  }

  private static func thousandths(_ scalar: Unicode.Scalar, widths: [[UInt16]]) -> Int {
    for (block, widths) in zip(TextWidthTables.blocks, widths) where block.contains(scalar.value) {
      return Int(widths[Int(scalar.value - block.lowerBound)])
    }
    if scalar == emojiSelector { return emoji - other }
    if scalar.value >= 0x1F000 && scalar.value < 0x20000 || scalar.properties.isEmojiPresentation { return emoji }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return other
    }
  }

  /// The width of a character that none of these fonts has. Han, kana, hangul and full-width forms are exactly as wide
  /// as the font size, and the letters of most other scripts are narrower.
  private static let other = 1000

  /// The width of an emoji in the widest of the usual emoji fonts.
  private static let emoji = 1400

  /// Makes the character before it an emoji.
  private static let emojiSelector: Unicode.Scalar = "\u{FE0F}"
}
