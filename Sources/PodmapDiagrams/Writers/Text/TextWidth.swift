/// The width of a text in Helvetica, and in Arial and Liberation Sans, which have the same widths.
///
/// Without fonts, Graphviz measures by the same widths; knowing them in advance allows choosing columns and
/// directions before anything is rendered.
enum TextWidth {
  /// Points at a font size of `size` points.
  static func points(_ text: String, size: Int) -> Int {
    (thousandths(text) * size + 999) / 1000
  }

  /// The same for bold letters, with a little extra room: Graphviz assumes that they are as narrow as regular ones.
  static func boldPoints(_ text: String, size: Int) -> Int {
    (thousandths(text) * size * 110 + 99_999) / 100_000
  }

  private static func thousandths(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      guard scalar.value >= 0x80 else { return sum + ascii[Int(scalar.value)] }
      // Han, kana, hangul and emoji are as wide as they are high.
      return sum + (scalar.value >= 0x1100 ? (scalar.value < 0x2E80 && scalar.value > 0x11FF ? 700 : 1000) : 600)
    }
  }

  /// The widths of the ASCII characters in thousandths of the font size, from Adobe's metrics for Helvetica.
  private static let ascii: [Int] =
    Array(repeating: 0, count: 32) + [
      278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
      556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
      1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
      667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
      333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
      556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, 0,
    ]
}
