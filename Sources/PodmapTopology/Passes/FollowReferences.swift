import PodmapManifests

extension Pass {
  /// An edge for every field that names another object; an object that is not there becomes a node that
  /// says so.
  static let followReferences = Pass("follow references") { builder in
    for object in builder.objects {
      for reference in object.references {
        let target = builder.target(of: reference, from: object)
        for (origin, label) in builder.origins(of: reference, in: object) where origin != target {
          builder.connect(origin, target, reference.edge, label: label, evidence: [reference.evidence])
        }
      }
    }
  }
}

extension TopologyBuilder {
  /// The nodes that refer, each with what belongs on its line: for a volume the containers that mount it.
  fileprivate func origins(
    of reference: ObjectDescription.Reference, in object: ObjectDescription
  ) -> [(position: Int, label: String)] {
    guard let owner = position(of: object.id) else { return [] }
    switch reference.origin {
    case .object:
      return [(owner, reference.label)]
    case .container(let template, let container):
      let template = object.templates[template]
      guard template.containers.indices.contains(container),
        let position = position(of: object.id(of: template.containers[container], in: template))
      else { return [(owner, reference.label)] }
      return [(position, reference.label)]
    case .volume(let template, let volume):
      let template = object.templates[template]
      let mounts = template.volumes[volume].mounts
      // Without a mount the pod still can't start without the object.
      guard !mounts.isEmpty else { return [(owner, "not mounted")] }
      return mounts.compactMap { mount in
        position(of: object.id(of: template.containers[mount.container], in: template)).map { ($0, mount.label) }
      }
    }
  }

  /// The node that a reference names, made where the input does not have it.
  fileprivate mutating func target(of reference: ObjectDescription.Reference, from object: ObjectDescription) -> Int {
    let namespace: String?
    switch BuiltInKinds.scope(of: reference.kind) {
    case .namespaced: namespace = reference.namespace ?? object.namespace ?? "default"
    case .cluster: namespace = nil
    case nil:
      // The scope of a custom kind is known from its objects only.
      namespace = reference.namespace ?? object.namespace
      if let position = position(of: NodeID(reference.kind, reference.name, in: nil)) { return position }
    }
    let presence: Node.Presence
    if ClusterProvided.provides(reference.kind, reference.name, in: namespace) {
      presence = .external
    } else if reference.isOptional || reference.kind == .secret {
      presence = .notInInput
    } else {
      presence = .missing
    }
    let position = add(
      Node(
        id: NodeID(reference.kind, reference.name, in: namespace), kind: reference.kind, name: reference.name,
        namespace: namespace, presence: presence))
    // One reference that needs the object outweighs all that do not.
    if presence == .missing && nodes[position].presence == .notInInput {
      update(position) { $0.presence = .missing }
    }
    return position
  }
}
