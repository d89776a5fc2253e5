import PodmapManifests

extension Pass {
  /// Adds an edge for every field that names another object; an absent object becomes a node that says so.
  static let followReferences = Pass("follow references") { builder in
    // References to known nodes only come last, since another reference may add the node.
    var late: [(object: Int, reference: Int)] = []
    builder.findProvided()
    for position in builder.objects.indices where !builder.objects[position].references.isEmpty {
      let object = builder.objects[position]
      for (index, reference) in object.references.enumerated() {
        if reference.need == .onlyKnown {
          late.append((position, index))
        } else {
          builder.follow(reference, of: object)
        }
      }
    }
    lazy var homes = builder.homes
    for (position, index) in late {
      let object = builder.objects[position]
      var reference = object.references[index]
      // What a cluster-scoped object names may be in any namespace; if only one has it, it is meant.
      if reference.namespace == nil, reference.notation == .name, object.resource.kind.builtInScope == .cluster {
        reference.namespace = homes[ObjectName(kind: reference.kind, name: reference.name)] ?? nil
      }
      builder.follow(reference, of: object)
    }
  }
}

private struct ObjectName: Hashable {
  var kind: ResourceKind
  var name: String
}

extension TopologyBuilder {
  /// The namespace of each object whose name no other namespace has.
  fileprivate var homes: [ObjectName: String?] {
    Dictionary(
      objects.lazy.compactMap { object in
        object.namespace.map { (ObjectName(kind: object.resource.kind, name: object.name), $0) }
      }
    ) { _, _ in nil }
  }

  fileprivate mutating func follow(_ reference: ObjectDescription.Reference, of object: ObjectDescription) {
    guard let target = target(of: reference, from: object) else { return }
    for (origin, label) in origins(of: reference, in: object) where origin != target {
      let (from, to) = reference.isReversed ? (target, origin) : (origin, target)
      connect(from, to, reference.edge, label: label, share: reference.share, evidence: [reference.evidence])
    }
  }

  /// The nodes that refer, each with the text of its line; for a volume, the containers that mount it.
  fileprivate func origins(
    of reference: ObjectDescription.Reference, in object: ObjectDescription
  ) -> [(position: Int, label: String)] {
    let owner = object.positions.object
    switch reference.origin {
    case .object:
      return [(owner, reference.label)]
    case .container(let template, let container):
      let containers = object.positions.containers[template]
      return [(containers.indices.contains(container) ? containers[container] : owner, reference.label)]
    case .volume(let template, let volume):
      let mounts = object.templates[template].volumes[volume].mounts
      // Even without a mount, the pod can't start without the object.
      guard !mounts.isEmpty else { return [(owner, "not mounted")] }
      return mounts.map { (object.positions.containers[template][$0.container], $0.label) }
    }
  }

  /// The position of an object of the input. Missing objects don't count: whether they have a node yet depends on the
  /// order of documents.
  private func present(_ id: NodeID) -> Int? {
    position(of: id).flatMap { nodes[$0].presence == .present ? $0 : nil }
  }

  /// The node for what a controller makes for an object of the input: for a Service the object itself, which answers.
  private mutating func provided(
    _ id: NodeID, _ kind: ResourceKind, _ name: String, in namespace: String?, by provider: Int,
    for user: ObjectDescription
  ) -> Int? {
    let maker = objects[provider].positions.object
    guard kind != .service else { return maker == user.positions.object ? nil : maker }
    let isNew = position(of: id) == nil
    let position = add(Node(id: id, kind: kind, name: name, namespace: namespace, presence: .notInInput))
    if isNew { connect(maker, position, .owns, label: "makes", evidence: objects[provider].nameEvidence) }
    return position
  }

  /// The Service for which Gloo's discovery makes an object with a name: `NAMESPACE-NAME-PORT`.
  private func discovered(_ name: String) -> Int? {
    guard let end = name.lastIndex(of: "-"), Int(name[name.index(after: end)...]) != nil else { return nil }
    let whole = name[..<end]
    return whole.indices.lazy.filter { whole[$0] == "-" }.compactMap { dash in
      self.present(NodeID(.service, String(whole[whole.index(after: dash)...]), in: String(whole[..<dash])))
    }.first
  }

  /// The node that a reference names, added if the input should have it but doesn't.
  fileprivate mutating func target(of reference: ObjectDescription.Reference, from object: ObjectDescription) -> Int? {
    var reference = reference
    if reference.notation == .host {
      guard let host = HostName(reference.name, near: object.innerNamespace, isService: { present($0) != nil })
      else { return nil }
      switch host {
      case .service(let name, let namespace): (reference.name, reference.namespace) = (name, namespace)
      case .outside(let name): (reference.kind, reference.name) = (.host, name)
      }
    }
    if reference.notation == .discovered, let service = discovered(reference.name) { return service }
    let namespace: String?
    switch scopes[reference.kind] {
    case .namespaced:
      // What a cluster-scoped object names may be in any namespace, unless the object says in which.
      if reference.need == .onlyKnown, reference.namespace == nil,
        object.resource.kind.builtInScope == .cluster
      {
        return nil
      }
      namespace = reference.namespace ?? object.namespace ?? reference.installed ?? defaultNamespace.name
    case .cluster: namespace = nil
    case nil:
      // The scope of an unknown kind is taken from its objects.
      let home = reference.namespace ?? object.namespace
      if let position = present(NodeID(reference.kind, reference.name, in: nil)) { return position }
      if home == nil, let position = present(NodeID(reference.kind, reference.name, in: defaultNamespace.name)) {
        return position
      }
      namespace = reference.kind.isClusterScoped || reference.kind == .host ? nil : home
    }
    let id = NodeID(reference.kind, reference.name, in: namespace)
    if reference.need == .onlyKnown {
      // A host is known if others name it, an object if the input has it.
      return reference.kind == .host ? self.position(of: id) : present(id)
    }
    if self.position(of: id).map({ nodes[$0].presence != .present }) ?? true,
      let provider = provided.provider(of: reference.kind, reference.name, in: namespace)
    {
      return self.provided(id, reference.kind, reference.name, in: namespace, by: provider, for: object)
    }
    let presence: Node.Presence
    if reference.kind == .host {
      presence = .outside
    } else if ClusterProvided.provides(reference.kind, reference.name, in: namespace) {
      presence = .external
    } else if reference.isOptional || reference.kind == .secret || UnfilledName.isUnfilled(reference.name) {
      presence = .notInInput
    } else {
      presence = .missing
    }
    let position = add(
      Node(id: id, kind: reference.kind, name: reference.name, namespace: namespace, presence: presence))
    // One reference that requires the object outweighs all optional ones.
    if presence == .missing && nodes[position].presence == .notInInput {
      update(position) { $0.presence = .missing }
    }
    return position
  }
}
