/// A colour as `#rrggbb`, the only form that Mermaid, Graphviz and SVG all read alike.
struct Colour: Sendable, Hashable {
  /// The six digits.
  let digits: String

  /// Takes literals of this package only, so no manifest can bring one.
  init(_ rgb: UInt32) {
    let text = String(rgb & 0xff_ffff, radix: 16)
    digits = String(repeating: "0", count: 6 - text.count) + text
  }

  static let white = Colour(0xffffff)
  static let text = Colour(0x1f2328)
  static let quietText = Colour(0x59636e)
  static let hairline = Colour(0xd1d9e0)
  static let alarm = Colour(0xc9252d)
}
