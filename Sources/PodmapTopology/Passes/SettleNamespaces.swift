import PodmapManifests

extension Pass {
  /// Leads references to objects that seem to be missing only because a namespace is assumed: an object that names none
  /// may be applied to any namespace.
  static let settleNamespaces = Pass("settle namespaces") { builder in
    guard !builder.defaultNamespace.isKnown, builder.namespaces.isLeftOut else { return }
    let lost = builder.nodes.indices.filter { position in
      let node = builder.nodes[position]
      return (node.presence == .missing || node.presence == .notInInput) && node.namespace != nil
        && node.drawnByHand == nil
    }
    guard !lost.isEmpty else { return }
    let homes = AssumedHomes(builder)
    var leads: [Int: Int] = [:]
    var open: Set<Int> = []
    var namespaces: Set<String> = []
    for position in lost {
      let found = homes.objects(meantBy: position)
      if found.isEmpty { continue }
      // Where they may be, or where what names them is.
      namespaces.formUnion(found.map { builder.nodes[$0].namespace ?? "" } + [builder.nodes[position].namespace ?? ""])
      open.insert(position)
      if found.count == 1 { leads[position] = found[0] }
    }
    guard !open.isEmpty else { return }
    builder.redirect(leads)
    for position in open {
      // Which of several is meant is unknown, but one is there.
      if leads[position] == nil { builder.update(position) { $0.presence = .notInInput } }
    }
    builder.dropped.formUnion(leads.keys)
    builder.diagnostics.append(
      .anyNamespace(open.count, namespaces.subtracting([builder.defaultNamespace.name]).sorted()))
  }
}

/// Objects by kind and name, and whether their namespaces are only assumed.
private struct AssumedHomes {
  private struct Key: Hashable {
    var kind: ResourceKind
    var name: String
  }

  private let nodes: [Node]
  private let assumed: String
  /// The objects whose manifests leave out their namespace.
  private var homeless: Set<Int> = []
  private var present: [Key: [Int]] = [:]
  /// The nodes that refer to each node that isn't present.
  private var referring: [Int: [Int]] = [:]

  init(_ builder: TopologyBuilder) {
    nodes = builder.nodes
    assumed = builder.defaultNamespace.name
    for object in builder.objects {
      if !object.isNamespaceKnown { homeless.insert(object.positions.object) }
      if object.namespace != nil {
        present[Key(kind: object.resource.kind, name: object.name), default: []].append(object.positions.object)
      }
    }
    for edge in builder.edges where nodes[edge.to].presence != .present {
      referring[edge.to, default: []].append(nodes[edge.from].parent ?? edge.from)
    }
  }

  /// The objects that a node may be if objects without a namespace are applied to another one.
  func objects(meantBy position: Int) -> [Int] {
    let node = nodes[position]
    let alike = present[Key(kind: node.kind, name: node.name)] ?? []
    // The objects that refer to it name no namespace, so it is wherever they are.
    if node.namespace == assumed, let from = referring[position], from.allSatisfy(homeless.contains) { return alike }
    // It names no namespace itself.
    return alike.filter(homeless.contains)
  }
}

extension TopologyBuilder {
  fileprivate mutating func redirect(_ leads: [Int: Int]) {
    updateEdges { edge in
      guard let target = leads[edge.to] else { return }
      edge.to = target
      // Nothing says so for certain.
      if edge.certainty == .declared { edge.certainty = .inferred }
    }
  }
}

extension Diagnostic {
  fileprivate static func anyNamespace(_ count: Int, _ names: [String]) -> Diagnostic {
    Diagnostic(
      .note, topic: .namespace,
      "objects without a namespace may be applied to any; "
        + "\(count == 1 ? "a name that one refers to fits" : "\(count) names that they refer to fit") an object in "
        + "\(names.isEmpty ? "another namespace" : names.listed); to say where they are, use --default-namespace")
  }
}
