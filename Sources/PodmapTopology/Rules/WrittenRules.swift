package import PodmapManifests

/// The rows that the user added in `podmap.yaml`.
package struct WrittenRules: Sendable {
  package private(set) var rules: [ReferenceRule] = []
  /// What is wrong with the rows that were rejected.
  package private(set) var diagnostics: [Diagnostic] = []

  /// The edges that a row may make.
  package static let edges = EdgeKind.allCases.filter(\.isForRows)

  package init(_ references: [WrittenReference] = []) {
    for reference in references {
      let found = diagnostics.count
      let edge = edge(of: reference)
      let target = target(of: reference)
      let source = source(of: reference)
      checkPath(of: reference)
      guard diagnostics.count == found else { continue }
      rules.append(
        ReferenceRule(
          from: source, path: reference.path, to: target, edge: edge,
          home: reference.home == .beside ? .namespaceBesideName : .sameNamespace))
    }
  }

  private mutating func edge(of reference: WrittenReference) -> EdgeKind {
    guard let name = reference.edge else { return .uses }
    if let edge = Self.edges.first(where: { $0.rawValue == name }) { return edge }
    add(.noEdge(name, Self.edges.map(\.rawValue)), at: reference.place(of: "edge"))
    return .uses
  }

  private mutating func source(of reference: WrittenReference) -> ReferenceRule.Source {
    switch reference.from {
    case "podSpec": return .podSpec
    case "container": return .container
    default:
      check(reference.from, at: reference.place(of: "from"))
      return .object(ResourceKind(written: reference.from))
    }
  }

  private mutating func target(of reference: WrittenReference) -> ReferenceRule.Target {
    guard let kind = reference.to else { return .kindBesideName(default: nil) }
    check(kind, at: reference.place(of: "to"))
    return .kind(ResourceKind(written: kind))
  }

  private mutating func check(_ kind: String, at place: Place) {
    if !ResourceKind.isWritten(kind) { add(.noKind(kind), at: place) }
  }

  /// Fields joined by dots, with `[]` after a list; a field may contain the characters of a label's key.
  private mutating func checkPath(of reference: WrittenReference) {
    let isPath = reference.path.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      let field = part.hasSuffix("[]") ? part.dropLast(2) : part
      return !field.isEmpty
        && field.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "/") }
    }
    if !isPath { add(.noPath(reference.path), at: reference.place(of: "path")) }
  }

  private mutating func add(_ message: String, at place: Place) {
    diagnostics.append(Diagnostic(.error, at: place, topic: .settings, message))
  }
}

extension EdgeKind {
  /// Whether a field that names an object can make such an edge; the others come from selectors, addresses, policies
  /// and hand-written diagrams.
  fileprivate var isForRows: Bool {
    switch self {
    case .owns, .routes, .mounts, .reads, .claims, .runsOn, .runsAs, .grants, .scales, .uses: true
    case .selects, .calls, .allows, .connects: false
    }
  }
}

extension ResourceKind {
  /// A kind as in ids: `Service`, `Rollout.argoproj.io`; built-in groups are accepted too.
  package init(written text: String) {
    let name = text.prefix { $0 != "." }
    self.init(group: text.dropFirst(name.count).dropFirst(), kind: String(name))
  }

  /// Whether a text is a kind, alone or followed by its API group.
  package static func isWritten(_ text: String) -> Bool {
    let name = text.prefix { $0 != "." }
    let isName = !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let isGroup = text.dropFirst(name.count).dropFirst().split(separator: ".", omittingEmptySubsequences: false)
      .allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      }
    return isName && name.first?.isUppercase == true && (name.count == text.count || isGroup)
  }
}

extension String {
  fileprivate static func noEdge(_ name: String, _ names: [String]) -> String {
    let hint = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'? " } ?? ""
    return "a reference can't make the edge '\(name.shortened())'; \(hint)use one of \(names.joined(separator: ", "))"
  }

  fileprivate static func noKind(_ kind: String) -> String {
    "'\(kind.shortened())' isn't a kind; write one such as 'Service' or 'Rollout.argoproj.io', "
      + "or podSpec or container for 'from'"
  }

  fileprivate static func noPath(_ path: String) -> String {
    "'\(path.shortened())' isn't a path; write fields joined by dots, with [] after a list: spec.backends[].name"
  }
}
