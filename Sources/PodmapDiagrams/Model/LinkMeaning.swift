import PodmapTopology

// What lines mean and say, in every format.

extension EdgeKind {
  /// What one end does to the other: "routes to".
  var verb: String {
    switch self {
    case .owns: "owns"
    case .selects: "selects"
    case .routes: "routes to"
    case .calls: "calls"
    case .allows: "allows"
    case .mounts: "mounts"
    case .reads: "reads"
    case .claims: "claims"
    case .runsOn: "runs on"
    case .runsAs: "runs as"
    case .grants: "grants"
    case .scales: "scales"
    case .uses: "uses"
    case .connects: "written by hand"
    }
  }
}

extension EdgeKind {
  /// What lines of some kinds have in common; Mermaid has a look for each of the three.
  enum Family: CaseIterable {
    /// Requests flow along it.
    case traffic
    /// One object controls the other.
    case control
    /// One object needs the other.
    case need
  }

  var family: Family {
    switch self {
    case .routes, .calls: .traffic
    case .owns, .selects, .allows, .grants, .scales, .connects: .control
    case .mounts, .reads, .claims, .runsOn, .runsAs, .uses: .need
    }
  }
}

extension FlowDiagram.Link {
  /// Marks the label of a denied call, so that colour is not the only sign of it.
  static let deniedSign = "✕"
}
