import PodmapTopology

/// What a line of a condensed picture looks like.
struct LineLook: Sendable, Hashable {
  var group: CondensedDiagram.Line.Group
  var isDenied = false
  var isDashed = false
  var mark: ChangeMark?

  init(_ line: CondensedDiagram.Line) {
    group = line.group
    isDenied = line.isDenied
    isDashed = line.isDashed
    mark = line.mark
  }

  var style: StyleClass {
    if let mark, mark != .kept || !isDenied { return .line(mark) }
    if isDenied { return .deniedLine }
    return switch group {
    case .routes: .line(.routes)
    case .calls: .line(.calls)
    case .selects: .line(.scales)
    case .uses: .line(.uses)
    case .connects: .line(.connects)
    }
  }

  /// Tenths of a point.
  var width: Int {
    switch group {
    case .routes: 19
    case .calls: 14
    case .connects: 13
    case .selects, .uses: 11
    }
  }

  /// What the legend says.
  var words: String {
    if isDenied { return "denied by a policy" }
    return switch group {
    case .routes: "routes to"
    case .calls: isDashed ? "may call (shared configuration)" : "calls (found in a value)"
    case .selects: "acts on"
    case .uses: "reads, mounts, uses"
    case .connects: "as written"
    }
  }
}
