/// The width of a text in Helvetica, and in Arial and Liberation Sans, which have the same widths.
///
/// Readers see one of these fonts, since pictures name them, or another one that is fitted to these widths (`SVGText`).
/// Knowing the widths allows choosing columns, detail and directions before anything is rendered, and without any font.
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

  /// The width that other fonts can be fitted to, in thousandths of the font size; `nil` if more than a fifth of it
  /// belongs to characters whose widths are upper bounds: such a text would be stretched, and it has room to spare.
  static func fitting(_ text: String, isBold: Bool) -> Int? {
    let widths = isBold ? TextWidthTables.bold : TextWidthTables.regular
    let whole = thousandths(text, widths: widths)
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return whole }
    let bounds = text.unicodeScalars.reduce(0) { isKnown($1) ? $0 : $0 + thousandths($1, widths: widths) }
    return bounds * 5 <= whole ? whole : nil
  }

  private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    TextWidthTables.blocks.contains { $0.contains(scalar.value) } || square.contains { $0.contains(scalar.value) }
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

  /// East Asian characters that are as wide as the font size in all fonts that have them; a few fonts have hangul that
  /// is a tenth narrower.
  private static let square: [ClosedRange<UInt32>] = [
    0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x20000...0x3FFFD,
  ]

  /// The width of an emoji in the widest of the usual emoji fonts.
  private static let emoji = 1400

  /// Makes the character before it an emoji.
  private static let emojiSelector: Unicode.Scalar = "\u{FE0F}"
}
