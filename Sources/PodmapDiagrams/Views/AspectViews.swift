import PodmapManifests
import PodmapTopology

// Views of what one family of objects is for: the objects, and everything that has to do with one of them.
extension Canvas {
  /// Claims, volumes and classes, and the pods that keep data.
  mutating func drawStorage() {
    let topology = topology
    let keepers = Set(topology.nodes.filter { $0.kind == .volume }.compactMap(\.parent))
    // What else a pod needs that keeps data is another view's matter.
    drawAspect(
      of: { position, node in node.kind.isShown(in: .storage) || keepers.contains(position) },
      by: { edge in
        [edge.from, edge.to].contains { end in
          topology.nodes[end].kind == .volume || topology.nodes[topology.owner(of: end)].kind.isShown(in: .storage)
        }
      })
  }

  /// ConfigMaps and Secrets, where they come from, and who reads them.
  mutating func drawConfiguration() {
    drawAspect { _, node in node.kind.isShown(in: .configuration) }
  }

  /// Who may do what: accounts, roles and bindings, and the pods that run as them.
  mutating func drawAccess() {
    drawAspect { _, node in node.kind.isShown(in: .access) }
  }

  /// Every object and every line. A Namespace is the frame of what is in it, and a box only where that is nothing.
  mutating func drawEverything() {
    let used = Set(topology.nodes.filter { $0.kind != .namespace }.compactMap(\.namespace))
    let items = topology.nodes.indices.compactMap { position -> (position: Int, group: Int?)? in
      let node = topology.nodes[position]
      guard node.parent == nil, node.drawnByHand == nil else { return nil }
      if node.kind == .namespace && used.contains(node.name) { return nil }
      return (position, namespaceGroup(node.namespace))
    }
    add(items)
    let routed = topology.routedPairs
    link { edge in edge.kind != .selects || !routed.contains([edge.from, edge.to]) }
  }

  private mutating func drawAspect(
    of isSubject: (Int, Node) -> Bool, by isMeant: (Edge) -> Bool = { _ in true }
  ) {
    let subjects = topology.nodes.indices.filter {
      topology.nodes[$0].parent == nil && isSubject($0, topology.nodes[$0])
    }
    let isChosen = Set(subjects)
    let edges = topology.edges.filter { edge in
      edge.kind.isOfAspects && isMeant(edge)
        && (isChosen.contains(topology.owner(of: edge.from)) || isChosen.contains(topology.owner(of: edge.to)))
    }
    let neighbours = edges.flatMap { [topology.owner(of: $0.from), topology.owner(of: $0.to)] }
    let drawn = isChosen.union(neighbours).filter { topology.nodes[$0].drawnByHand == nil }
    add(drawn.sorted().map { ($0, namespaceGroup(topology.nodes[$0].namespace)) })
    // What the neighbours have to do with each other is another view's matter.
    let shown = Set(edges)
    link { shown.contains($0) }
  }
}

extension EdgeKind {
  /// Whether the lines say what one object needs of another, rather than where requests go.
  fileprivate var isOfAspects: Bool {
    switch self {
    case .owns, .mounts, .reads, .claims, .runsOn, .runsAs, .grants, .uses, .connects: true
    case .selects, .routes, .calls, .allows, .scales: false
    }
  }
}

extension Topology {
  /// Services and the pods that a line to a port leads to already.
  var routedPairs: Set<[Int]> {
    Set(edges.filter { $0.kind == .routes }.map { [$0.from, owner(of: $0.to)] })
  }
}
