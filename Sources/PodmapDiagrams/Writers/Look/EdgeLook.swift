import PodmapTopology

/// How a kind of edge looks, and what it is called.
struct EdgeLook: Sendable {
  /// What the line means; Mermaid has a look for each of the three.
  enum Family: CaseIterable {
    /// Requests flow along it.
    case traffic
    /// One object decides about the other.
    case control
    /// One object needs the other.
    case need
  }

  /// How the line is broken. Dashes are not among them: a dashed line is an inferred one.
  enum Line: String, CaseIterable {
    case solid, dotted
  }

  /// The end of the line.
  enum Head {
    case normal, empty, vee, tee, diamond, box, openBox, dot, openDot
  }

  /// Stands in the label of a call that is denied, so that colour alone need not tell it.
  static let deniedSign = "✕"

  /// The verb for labels and the legend: "routes to".
  let word: String
  let family: Family
  let colour: Colour
  let line: Line
  /// Tenths of a point.
  let width: Int
  let head: Head
}

extension EdgeKind {
  /// The colours are those of Okabe and Ito, which colour-blind readers tell apart, darkened until thin
  /// lines and small labels are clear on white.
  var look: EdgeLook {
    switch self {
    case .owns:
      EdgeLook(word: "owns", family: .control, colour: .ink, line: .solid, width: 12, head: .diamond)
    case .selects:
      EdgeLook(word: "selects", family: .control, colour: .green, line: .solid, width: 13, head: .normal)
    case .routes:
      EdgeLook(word: "routes to", family: .traffic, colour: .blue, line: .solid, width: 22, head: .normal)
    case .calls:
      EdgeLook(word: "calls", family: .traffic, colour: .orange, line: .solid, width: 18, head: .normal)
    case .allows:
      EdgeLook(word: "allows", family: .control, colour: .teal, line: .dotted, width: 15, head: .vee)
    case .mounts:
      EdgeLook(word: "mounts", family: .need, colour: .ochre, line: .solid, width: 12, head: .box)
    case .reads:
      EdgeLook(word: "reads", family: .need, colour: .vermilion, line: .dotted, width: 15, head: .dot)
    case .claims:
      EdgeLook(word: "claims", family: .need, colour: .purple, line: .solid, width: 12, head: .openBox)
    case .runsOn:
      EdgeLook(word: "runs on", family: .need, colour: .grey, line: .solid, width: 12, head: .tee)
    case .runsAs:
      EdgeLook(word: "runs as", family: .need, colour: .magenta, line: .dotted, width: 15, head: .openDot)
    case .grants:
      EdgeLook(word: "grants", family: .control, colour: .magenta, line: .solid, width: 12, head: .diamond)
    case .scales:
      EdgeLook(word: "scales", family: .control, colour: .ink, line: .dotted, width: 15, head: .empty)
    case .uses:
      EdgeLook(word: "uses", family: .need, colour: .grey, line: .dotted, width: 15, head: .vee)
    case .connects:
      EdgeLook(word: "written by hand", family: .control, colour: .ink, line: .solid, width: 13, head: .normal)
    }
  }
}

extension Colour {
  fileprivate static let ink = Colour(0x24292f, dark: 0xc9d1d9)
  fileprivate static let grey = Colour(0x6b7280, dark: 0x9ba3af)
  fileprivate static let blue = Colour(0x0063a8, dark: 0x58a6ff)
  fileprivate static let green = Colour(0x00724f, dark: 0x3fb98b)
  fileprivate static let vermilion = Colour(0xb34600, dark: 0xff9a5c)
  fileprivate static let ochre = Colour(0x8a6100, dark: 0xd9a93a)
  fileprivate static let purple = Colour(0x6f4aa0, dark: 0xb794f0)
  fileprivate static let orange = Colour(0xa8520a, dark: 0xffb169)
  fileprivate static let teal = Colour(0x0b6b7c, dark: 0x4fc3d9)
  fileprivate static let magenta = Colour(0xa0437c, dark: 0xe58abf)
}
