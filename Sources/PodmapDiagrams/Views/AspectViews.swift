import PodmapManifests
import PodmapTopology

// Views of what one family of objects is for: the objects, and everything that is related to one of them.
extension FlowView {
  /// Claims, volumes and classes, and the pods that keep data.
  package static let storage = FlowView(
    name: "storage", help: "pods that keep data, their claims and volumes, and the storage classes"
  ) { $0.chooseStorage() }

  /// ConfigMaps and Secrets, where they come from, and who reads them.
  package static let configuration = FlowView(
    name: "configuration", help: "ConfigMaps and Secrets, and who reads them"
  ) { chosen in chosen.chooseAspect { _, node in node.kind.isShown(in: .configuration) } }

  /// Who is allowed to do what: accounts, roles and bindings, and the pods that run as them.
  package static let access = FlowView(
    name: "access", help: "accounts, roles and bindings, and the pods that run as them"
  ) { chosen in chosen.chooseAspect { _, node in node.kind.isShown(in: .access) } }
}

extension ChosenObjects {
  fileprivate mutating func chooseStorage() {
    let topology = topology
    let keepers = Set(topology.nodes.filter { $0.kind == .volume }.compactMap(\.parent))
    showsVolumes = true
    // What else a pod that keeps data needs is shown by other views.
    chooseAspect(
      of: { position, node in node.kind.isShown(in: .storage) || keepers.contains(position) },
      by: { edge in
        [edge.from, edge.to].contains { end in
          topology.nodes[end].kind == .volume || topology.nodes[topology.owner(of: end)].kind.isShown(in: .storage)
        }
      })
  }

  fileprivate mutating func chooseAspect(
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
    for position in drawn.sorted() { addInNamespace(position) }
    // How the neighbours are related to each other is shown by other views.
    let shown = Set(edges)
    addEdges { shown.contains($0) }
  }
}

extension EdgeKind {
  /// Whether the lines say what one object needs from another, rather than where requests go.
  fileprivate var isOfAspects: Bool {
    switch self {
    case .owns, .mounts, .reads, .claims, .runsOn, .runsAs, .grants, .uses, .connects: true
    case .selects, .routes, .calls, .allows, .scales: false
    }
  }
}
