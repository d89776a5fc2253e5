import PodmapTopology

/// What a line of a condensed picture looks like.
struct LineLook: Sendable, Hashable {
  var group: CondensedDiagram.Line.Group
  var isDenied = false
  var isDashed = false
  var mark: ChangeMark?
  /// If the look shows the kind.
  var kind: EdgeKind?

  init(_ line: CondensedDiagram.Line) {
    group = line.group
    if line.showsKind, line.group != .matches { kind = line.kind }
    isDenied = line.isDenied
    isDashed = line.isDashed
    mark = line.mark
  }

  var style: StyleClass {
    if let mark, mark != .kept || !isDenied { return .line(mark) }
    if isDenied { return .deniedLine }
    if let kind { return .line(kind) }
    return switch group {
    case .routes: .line(.routes)
    case .calls: .line(.calls)
    case .selects: .line(.scales)
    case .uses: .line(.uses)
    case .connects: .line(.connects)
    case .matches: .matchLine
    }
  }

  /// Tenths of a point.
  var width: Int {
    if let kind { return kind.look.width }
    return switch group {
    case .routes: 19
    case .calls: 14
    case .connects: 13
    case .selects, .uses, .matches: 11
    }
  }

  /// The end of the line; `nil` if it has none.
  var head: EdgeLook.Head? {
    if group == .matches { return nil }
    return isDenied ? .tee : kind?.look.head ?? .normal
  }

  var isDotted: Bool { kind?.look.line == .dotted }

  /// What the legend says.
  var words: String {
    if isDenied { return "denied by a policy" }
    if let kind { return kind.verb + (isDashed ? " (inferred)" : "") }
    return switch group {
    case .routes: "routes to"
    case .calls: isDashed ? "may call (shared configuration)" : "calls (found in a value)"
    case .selects: "acts on"
    case .uses: "reads, mounts, uses"
    case .connects: "as written"
    case .matches: MatchLook.word
    }
  }
}
