import PodmapManifests
import PodmapTopology

/// Links the result and checks that the calls of the input are still there.
struct ConversionCheck {
  /// The topology of the result.
  let after: Topology
  private let before: Topology
  /// The new IDs of containers and workloads.
  private let moved: [NodeID: NodeID]
  private let calls: [NodeID: Set<NodeID>]

  init(_ before: Topology, files: [Conversion.File], moved: [NodeID: NodeID]) {
    self.before = before
    self.moved = moved
    after =
      LinkedInput(
        texts: files.map { ($0.name, $0.text) }, subject: nil, namespace: before.defaultNamespace
      ).topology
    calls = Self.calls(of: after)
  }

  /// A warning for each call that is missing from the result.
  ///
  /// `isKnown` returns whether a call from a container to a node of the input is accounted for: it was rewritten
  /// although no container declares its port, or it has been reported.
  func lostCalls(besides isKnown: (_ caller: Int, _ called: Int) -> Bool = { _, _ in false }) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let endsBefore = Ends(before)
    for edge in before.edges where edge.kind == .calls && !isKnown(edge.from, edge.to) {
      let caller = before.nodes[edge.from]
      let ends = endsBefore.of(edge.to).map { moved[$0] ?? $0 }
      let id = moved[caller.id] ?? caller.id
      // A container that is merged with the one it calls no longer calls anything.
      if ends.contains(id) || !(calls[id] ?? []).isDisjoint(with: ends) { continue }
      found.append(
        Diagnostic(
          .warning, at: edge.evidence.first?.place,
          "the call from '\(caller.name.shortened())' to \(before.nodes[edge.to].kind.name) "
            + "'\(before.nodes[edge.to].name.shortened())' is not found in the result; check its address"))
    }
    return found
  }

  /// A warning for each call between converted containers that a NetworkPolicy denies: policies don't apply within a
  /// pod.
  func deniedCalls() -> [Diagnostic] {
    let own = Set(moved.values)
    return after.edges.compactMap { edge in
      guard edge.kind == .calls, let verdict = edge.verdict, verdict.state == .denied else { return nil }
      let (caller, called) = (after.nodes[edge.from], after.nodes[edge.to])
      let isConverted = own.contains(caller.id) && !own.isDisjoint(with: Ends(after).of(edge.to))
      guard isConverted else { return nil }
      return Diagnostic(
        .warning,
        "the call from '\(caller.id.text.shortened())' to '\(called.id.text.shortened())' is now denied: "
          + "\(verdict.reason); allow it")
    }
  }

  /// Whether a container still calls a node of the input by its own name.
  func stillCalls(_ caller: Int, _ called: Int) -> Bool {
    let id = moved[before.nodes[caller].id] ?? before.nodes[caller].id
    guard let from = after.position(of: id), let to = after.position(of: before.nodes[called].id) else { return false }
    return after.edges.contains { $0.kind == .calls && $0.from == from && $0.to == to }
  }

  private static func calls(of topology: Topology) -> [NodeID: Set<NodeID>] {
    let ends = Ends(topology)
    return topology.edges.reduce(into: [:]) { result, edge in
      guard edge.kind == .calls else { return }
      result[topology.nodes[edge.from].id, default: []].formUnion(ends.of(edge.to))
    }
  }

  /// The ends of a call: the Service itself, and the containers that it leads to.
  private struct Ends {
    private let topology: Topology
    private let routes: [Int: [Int]]

    init(_ topology: Topology) {
      self.topology = topology
      routes = Dictionary(grouping: topology.edges.lazy.filter { $0.kind == .routes }, by: \.from)
        .mapValues { $0.map(\.to) }
    }

    func of(_ node: Int) -> [NodeID] { ([node] + (routes[node] ?? [])).map { topology.nodes[$0].id } }
  }
}
