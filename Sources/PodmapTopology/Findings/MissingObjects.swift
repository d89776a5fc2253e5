import PodmapManifests

extension Finding {
  /// Objects that something needs and that the input should contain, but doesn't.
  static let missingObjects = Finding("missing objects") { builder in
    let nodes = builder.nodes
    var referring: [Int: [Edge]] = [:]
    // An edge from a missing object is a reference to it: a route names its Gateway.
    for edge in builder.edges {
      for end in [edge.to, edge.from] where nodes[end].presence == .missing && nodes[end].drawnByHand == nil {
        referring[end, default: []].append(edge)
      }
    }
    guard !referring.isEmpty else { return [] }
    let unlisted = UnlistedObjects(builder.settings.unlisted)
    var others: [ResourceKind: [Int]] = [:]
    for (position, node) in nodes.enumerated() where node.presence == .present && node.parent == nil {
      others[node.kind, default: []].append(position)
    }
    return referring.keys.sorted { nodes[$0].id < nodes[$1].id }.map { position in
      let edges = (referring[position] ?? []).sorted { $0.firstPlace < $1.firstPlace }
      let alike = (others[nodes[position].kind] ?? []).map { nodes[$0] }
      return .missing(position, edges, alike, nodes, unlisted)
    }
  }
}

extension Edge {
  /// The first location of its evidence; without one, it sorts last.
  fileprivate var firstPlace: Place {
    evidence.map(\.place).min() ?? Place(file: "\u{10FFFF}")
  }
}

extension Edge {
  /// The end that refers to an object at the other.
  fileprivate func referrer(to node: Int) -> Int { node == to ? from : to }

  /// What the referring node does to the object.
  fileprivate func verb(to node: Int) -> String {
    if node == from, node != to { return kind == .routes ? "is attached to" : "refers to" }
    return switch kind {
    case .owns: "owns"
    case .selects: "selects"
    case .routes: "sends traffic to"
    case .calls: "calls"
    case .mounts: "mounts"
    case .reads: "reads"
    case .claims: "claims"
    case .runsOn: "runs on"
    case .runsAs: "runs as"
    case .grants: "gives rights over"
    case .scales: "scales"
    case .allows, .uses, .connects: "refers to"
    }
  }
}

extension Diagnostic {
  /// `edges` refer to the node, in input order; `alike` are the objects of its kind.
  fileprivate static func missing(
    _ position: Int, _ edges: [Edge], _ alike: [Node], _ nodes: [Node], _ unlisted: UnlistedObjects
  ) -> Diagnostic {
    let node = nodes[position]
    let first = edges[0]
    var seen: Set<Int> = [first.referrer(to: position)]
    let more = edges.filter { seen.insert($0.referrer(to: position)).inserted }.count
    let also = more == 0 ? "" : more == 1 ? " (1 other refers to it)" : " (\(more) others refer to it)"
    let advice: String
    if let unlisted = unlisted.advice(on: node) {
      advice = unlisted
    } else if let elsewhere = alike.first(where: { $0.name == node.name }) {
      advice = "there is one in the namespace '\(elsewhere.namespace ?? "")', but it can't be used from here"
    } else if let near = Spelling.nearest(
      to: node.name, among: alike.lazy.filter { $0.namespace == node.namespace }.map(\.name))
    {
      advice = "did you mean '\(near.shortened())'?"
    } else {
      advice = "add its manifest, or correct the name"
    }
    let isSure = edges.contains { $0.certainty == .declared }
    return Diagnostic(
      isSure ? .warning : .note, at: first.evidence.first?.place, topic: .missingObject,
      about: [node.id.text, nodes[first.referrer(to: position)].id.text],
      "\(node.words) is not in the input, but \(nodes[first.referrer(to: position)].words(in: nodes)) "
        + "\(first.verb(to: position)) it\(also); \(advice)")
  }
}
