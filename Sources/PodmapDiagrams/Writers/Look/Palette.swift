// Themes and the colours of pictures. Everything that a theme decides is in this file: a theme with its own shades is a
// palette, another column of the table below, and a value in `Theme.all`.

/// What the colours of a picture are made for.
package struct Theme: Sendable, Hashable {
  /// The name that users write: `dark`.
  package let name: String
  /// A few words for the command line's help.
  package let help: String
  /// The shades that a picture is drawn in.
  let palette: Palette
  /// The shades that SVG uses if its reader prefers dark pages; `nil` to keep those that it is drawn in.
  var dark: Palette?

  package static let auto = Theme(
    name: "auto", help: "light, and SVG follows its reader's setting", palette: .light, dark: .dark)
  package static let light = Theme(name: "light", help: "for light pages", palette: .light)
  package static let dark = Theme(name: "dark", help: "for dark pages", palette: .dark)

  /// The theme that is used if none is named.
  package static let standard = auto

  package static let all: [Theme] = [.auto, .light, .dark]

  /// The theme with a name; `nil` if there is none.
  package static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

  package static func == (left: Theme, right: Theme) -> Bool { left.name == right.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// One shade of each colour.
package struct Palette: Sendable {
  let name: String
  fileprivate let shade: @Sendable (Colour) -> Paint

  package static let light = Palette(name: "light") { $0.light }
  package static let dark = Palette(name: "dark") { $0.dark }
}

/// A colour of a picture, with its shade in each palette.
struct Colour: Sendable, Hashable {
  let light: Paint
  fileprivate let dark: Paint

  /// Accepts only literals from this file, so no manifest can provide one. Each shade is stated, even if it is the same
  /// as another, so that no row can forget a new palette.
  fileprivate init(_ light: UInt32, dark: UInt32) {
    self.light = Paint(light)
    self.dark = Paint(dark)
  }

  func paint(_ palette: Palette) -> Paint { palette.shade(self) }
}

/// A colour as `#rrggbb`, the only form that Mermaid, Graphviz and SVG all read the same way.
struct Paint: Sendable, Hashable {
  /// The six digits.
  let digits: String

  fileprivate init(_ rgb: UInt32) {
    let text = String(rgb & 0xff_ffff, radix: 16)
    digits = String(repeating: "0", count: 6 - text.count) + text
  }
}

// MARK: - Grounds and texts

extension Colour {
  /// The background of the picture.
  static let page = Colour(0xffffff, dark: 0x0d1117)
  /// The background of a card.
  static let surface = Colour(0xffffff, dark: 0x161b22)
  /// Text on the strong colour of a card's head.
  static let onFill = Colour(0xffffff, dark: 0xffffff)
  static let text = Colour(0x1f2328, dark: 0xe6edf3)
  static let quietText = Colour(0x59636e, dark: 0x9aa4af)
  static let hairline = Colour(0xd1d9e0, dark: 0x30363d)
  static let alarm = Colour(0xc9252d, dark: 0xff7b72)
}

// MARK: - Cards

/// White on a fill has a contrast of at least 4.5 : 1, and every fill differs from black and from white pages, so that
/// one fill serves light and dark themes.
extension Colour {
  static let workloadFill = Colour(0x326ce5, dark: 0x326ce5)
  static let workloadFrame = Colour(0x1d4fb8, dark: 0x5a8bf2)
  static let jobFill = Colour(0x5b5fc7, dark: 0x5b5fc7)
  static let jobFrame = Colour(0x4145a0, dark: 0x8488e6)
  static let serviceFill = Colour(0x1a7f37, dark: 0x1a7f37)
  static let serviceFrame = Colour(0x116329, dark: 0x3fa75c)
  static let entryFill = Colour(0x0b7285, dark: 0x0b7285)
  static let entryFrame = Colour(0x075463, dark: 0x35a3b8)
  static let configurationFill = Colour(0x9a6700, dark: 0x9a6700)
  static let configurationFrame = Colour(0x744d00, dark: 0xc9932b)
  static let secretFill = Colour(0xa04a14, dark: 0xa04a14)
  static let secretFrame = Colour(0x7a360c, dark: 0xd07a42)
  static let storageFill = Colour(0x77509b, dark: 0x77509b)
  static let storageFrame = Colour(0x5a3b78, dark: 0xa581c8)
  static let identityFill = Colour(0xa83279, dark: 0xa83279)
  static let identityFrame = Colour(0x80235a, dark: 0xd468a8)
  static let policyFill = Colour(0x7a6a53, dark: 0x7a6a53)
  static let policyFrame = Colour(0x5b4e3b, dark: 0xa99679)
  static let machineFill = Colour(0x57606a, dark: 0x57606a)
  static let machineFrame = Colour(0x3d444d, dark: 0x8b949e)
  static let outsideFill = Colour(0x3d444d, dark: 0x3d444d)
  static let otherFill = Colour(0x57606a, dark: 0x57606a)
  /// Frames of what is outside, absent or of no particular family.
  static let neutralFrame = Colour(0x818b98, dark: 0x818b98)
  static let userFill = Colour(0x8a3ffc, dark: 0x8a3ffc)
  static let userFrame = Colour(0x6929c4, dark: 0xb28aff)
  static let clusterFill = Colour(0x274c77, dark: 0x274c77)
  static let clusterFrame = Colour(0x5b87b8, dark: 0x5b87b8)
  static let containerFill = Colour(0x00796b, dark: 0x00796b)
  static let containerFrame = Colour(0x004d40, dark: 0x2fa595)
  static let networkFill = Colour(0x4d7c0f, dark: 0x4d7c0f)
  static let networkFrame = Colour(0x365a0a, dark: 0x86b545)
  static let notInInputFrame = Colour(0xb0762a, dark: 0xb0762a)
}

// MARK: - Rows

extension Colour {
  static let initialFill = Colour(0x57606a, dark: 0x57606a)
  static let initialInk = Colour(0x57606a, dark: 0xadb6c0)
  static let initialPale = Colour(0xe9ecef, dark: 0x272d35)
  static let sidecarFill = Colour(0x0b7285, dark: 0x0b7285)
  static let sidecarInk = Colour(0x0b6b7c, dark: 0x56c4d8)
  static let sidecarPale = Colour(0xdff3f6, dark: 0x10303a)
  static let appFill = Colour(0x326ce5, dark: 0x326ce5)
  static let appInk = Colour(0x2359c9, dark: 0x8db4ff)
  static let appPale = Colour(0xe3ecff, dark: 0x172746)
  static let ephemeralFill = Colour(0x9a6700, dark: 0x9a6700)
  static let ephemeralInk = Colour(0x8a5c00, dark: 0xe0b35c)
  static let ephemeralPale = Colour(0xfff1d6, dark: 0x3a2c10)
}

// MARK: - Condensed cards

extension Colour {
  /// The backgrounds of Services in front of a card, of those that are open to the outside, and of what many call.
  static let servicePale = Colour(0xdcf3e3, dark: 0x12291b)
  static let entryPale = Colour(0xd3eef3, dark: 0x0f2a31)
  static let hubPale = Colour(0xfff3e8, dark: 0x2f2114)
}

// MARK: - Groups

extension Colour {
  static let clusterGround = Colour(0xfafbfc, dark: 0x11161d)
  static let nodeOutline = Colour(0x57606a, dark: 0x6e7781)
  static let nodeGround = Colour(0xf1f3f5, dark: 0x171c23)
  static let namespaceOutline = Colour(0x7f9bd1, dark: 0x4d6699)
  static let namespaceGround = Colour(0xf3f7ff, dark: 0x101826)
  static let applicationOutline = Colour(0x8aa88f, dark: 0x4f6f57)
  static let applicationGround = Colour(0xf4faf5, dark: 0x101b14)
  static let podOutline = Colour(0x326ce5, dark: 0x5a8bf2)
  static let podGround = Colour(0xf4f7ff, dark: 0x111a2b)
}

// MARK: - Lines

/// The colours are those of Okabe and Ito, which colour-blind readers can distinguish, darkened until thin lines and
/// small labels are clear on white.
extension Colour {
  static let ink = Colour(0x24292f, dark: 0xc9d1d9)
  static let grey = Colour(0x6b7280, dark: 0x9ba3af)
  static let blue = Colour(0x0063a8, dark: 0x58a6ff)
  static let green = Colour(0x00724f, dark: 0x3fb98b)
  static let vermilion = Colour(0xb34600, dark: 0xff9a5c)
  static let ochre = Colour(0x8a6100, dark: 0xd9a93a)
  static let purple = Colour(0x6f4aa0, dark: 0xb794f0)
  static let orange = Colour(0xa8520a, dark: 0xffb169)
  static let teal = Colour(0x0b6b7c, dark: 0x4fc3d9)
  static let magenta = Colour(0xa0437c, dark: 0xe58abf)
}

// MARK: - Marks of comparisons

/// Also those of Okabe and Ito. The one for changes is the only light one, so that it also differs in greyscale.
extension Colour {
  static let keptFill = Colour(0x6a737d, dark: 0x6a737d)
  static let keptLine = Colour(0x6a737d, dark: 0x8b949e)
  static let movedFill = Colour(0x0063a8, dark: 0x0063a8)
  static let addedFill = Colour(0x00724f, dark: 0x00724f)
  static let removedFill = Colour(0xb34600, dark: 0xb34600)
  static let changedFill = Colour(0xf0b429, dark: 0xf0b429)
  static let changedInk = Colour(0x1f2328, dark: 0x1f2328)
  static let changedLine = Colour(0x8a6100, dark: 0xf0b429)
  /// Mermaid has one shade for light and dark pages.
  static let matchLine = Colour(0x717b87, dark: 0xaab4bf)
}

// MARK: - Sequence diagrams

extension Colour {
  static let lifeline = Colour(0x9aa4b0, dark: 0x59636e)
  static let blockFrame = Colour(0x6e7781, dark: 0x8b949e)
  /// The background of the word in a block's corner.
  static let blockTab = Colour(0x59636e, dark: 0x59636e)
  /// The background of a group of steps.
  static let stepsGround = Colour(0xeef2f7, dark: 0x1a212b)
  static let noteGround = Colour(0xfff6cc, dark: 0x2f2a14)
  static let noteFrame = Colour(0xd4b548, dark: 0x7d6a24)
}
