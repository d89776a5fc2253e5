import PodmapTopology

/// How a kind of edge looks.
struct EdgeLook: Sendable {
  /// How the line is broken. Dashes aren't included, because a dashed line means an inferred edge.
  enum Line: String, CaseIterable {
    case solid, dotted
  }

  /// The end of the line.
  enum Head {
    case normal, empty, vee, tee, diamond, box, openBox, dot, openDot
  }

  let colour: Colour
  let line: Line
  /// Tenths of a point.
  let width: Int
  let head: Head
}

extension EdgeKind {
  var look: EdgeLook {
    switch self {
    case .owns: EdgeLook(colour: .ink, line: .solid, width: 12, head: .diamond)
    case .selects: EdgeLook(colour: .green, line: .solid, width: 13, head: .normal)
    case .routes: EdgeLook(colour: .blue, line: .solid, width: 22, head: .normal)
    case .calls: EdgeLook(colour: .orange, line: .solid, width: 18, head: .normal)
    case .allows: EdgeLook(colour: .teal, line: .dotted, width: 15, head: .vee)
    case .mounts: EdgeLook(colour: .ochre, line: .solid, width: 12, head: .box)
    case .reads: EdgeLook(colour: .vermilion, line: .dotted, width: 15, head: .dot)
    case .claims: EdgeLook(colour: .purple, line: .solid, width: 12, head: .openBox)
    case .runsOn: EdgeLook(colour: .grey, line: .solid, width: 12, head: .tee)
    case .runsAs: EdgeLook(colour: .magenta, line: .dotted, width: 15, head: .openDot)
    case .grants: EdgeLook(colour: .magenta, line: .solid, width: 12, head: .diamond)
    case .scales: EdgeLook(colour: .ink, line: .dotted, width: 15, head: .empty)
    case .uses: EdgeLook(colour: .grey, line: .dotted, width: 15, head: .vee)
    case .connects: EdgeLook(colour: .ink, line: .solid, width: 13, head: .normal)
    }
  }
}
