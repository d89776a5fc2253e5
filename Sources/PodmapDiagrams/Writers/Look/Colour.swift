/// A colour of a picture: one for pages of light colours, and the one that stands for it on dark pages.
///
/// No two colours share a light side and differ in the dark one, so that a style sheet can turn a light picture
/// into a dark one.
struct Colour: Sendable, Hashable {
  let light: Paint
  let dark: Paint

  /// Takes literals of this package only, so no manifest can bring one.
  init(_ light: UInt32, dark: UInt32) {
    self.light = Paint(light)
    self.dark = Paint(dark)
  }

  /// One that does on both.
  init(_ both: UInt32) {
    self.init(both, dark: both)
  }

  func paint(_ theme: Theme) -> Paint {
    switch theme {
    case .light: light
    case .dark: dark
    }
  }
}

/// A colour as `#rrggbb`, the only form that Mermaid, Graphviz and SVG all read alike.
struct Paint: Sendable, Hashable {
  let rgb: UInt32
  /// The six digits.
  let digits: String

  init(_ rgb: UInt32) {
    self.rgb = rgb & 0xff_ffff
    let text = String(rgb & 0xff_ffff, radix: 16)
    digits = String(repeating: "0", count: 6 - text.count) + text
  }
}

/// Which pages a picture is made for.
package enum Theme: String, CaseIterable, Sendable {
  case light, dark
}

extension Colour {
  /// The ground of the picture.
  static let page = Colour(0xfffffe, dark: 0x0d1117)
  /// The ground of a card.
  static let surface = Colour(0xfefefe, dark: 0x161b22)
  /// Text on the strong colour of a card's head.
  static let onFill = Colour(0xffffff)
  static let text = Colour(0x1f2328, dark: 0xe6edf3)
  static let quietText = Colour(0x59636e, dark: 0x9aa4af)
  static let hairline = Colour(0xd1d9e0, dark: 0x30363d)
  static let alarm = Colour(0xc9252d, dark: 0xff7b72)

  static let plain = [page, surface, onFill, text, quietText, hairline, alarm]
}
