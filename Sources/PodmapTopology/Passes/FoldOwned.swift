import PodmapManifests

extension Pass {
  /// Folds objects that a controller in the input made into that controller: a live ReplicaSet and its pods become
  /// their Deployment. Their pods are counted, and containers that only they have (an injected sidecar) are added to
  /// the owner's.
  static let foldOwned = Pass("fold owned") { builder in
    builder.foldLivePods()
    guard builder.objects.contains(where: { $0.controller != nil || $0.isRetired }) else { return }
    var positions: [NodeID: Int] = [:]
    for (position, object) in builder.objects.enumerated() { positions[object.id] = position }
    let owners = builder.objects.map { $0.controllerIDs.firstNonNil { positions[$0] } }
    // What an operator has made shows more than its object, from which the pods are only derived.
    for position in Self.shapedOwners(owners, builder.objects) { builder.objects[position].dropTemplates() }
    var dropped = [Bool](repeating: false, count: builder.objects.count)
    var pods: [Int: Int] = [:]
    for position in builder.objects.indices where builder.objects[position].mayFold {
      // A Deployment keeps its earlier versions, whether or not the Deployment is in the input.
      if builder.objects[position].isRetired {
        dropped[position] = true
        if builder.objects[position].controller == nil {
          builder.diagnostics.append(.hidden(builder.objects[position].resource))
        }
        continue
      }
      guard let owner = topOwner(of: position, owners, builder.objects) else { continue }
      dropped[position] = true
      if builder.objects[position].resource.kind == .pod { pods[owner, default: 0] += 1 }
      builder.objects[owner].podAddresses += builder.objects[position].podAddresses
      builder.objects[owner].takeContainers(of: builder.objects[position])
      builder.objects[owner].takeStatus(of: builder.objects[position])
      builder.otherPlaces[builder.objects[owner].id, default: []].append(builder.objects[position].resource.place)
    }
    for (owner, count) in pods {
      guard case .workload(var workload) = builder.objects[owner].facts, !workload.statesReplicas else { continue }
      // If the manifest leaves the number to an autoscaler, it is the number of pods found.
      switch workload.scale {
      case .replicas, .unstated: workload.scale = .replicas(count)
      case .onePerNode, .completions, .schedule: continue
      }
      builder.objects[owner].facts = .workload(workload)
    }
    builder.objects = builder.objects.indices.filter { !dropped[$0] }.map { builder.objects[$0] }
  }

  /// The objects with derived pods that own others with pods.
  private static func shapedOwners(_ owners: [Int?], _ objects: [ObjectDescription]) -> Set<Int> {
    var found: Set<Int> = []
    guard objects.contains(where: \.isShaped) else { return found }
    for position in objects.indices where objects[position].mayFold {
      var current = position
      var visited: Set<Int> = [position]
      while let owner = owners[current], visited.insert(owner).inserted {
        if objects[owner].isShaped { found.insert(owner) }
        current = owner
      }
    }
    return found
  }

  /// The topmost owner in the input that has pods to show.
  private static func topOwner(of position: Int, _ owners: [Int?], _ objects: [ObjectDescription]) -> Int? {
    var top: Int?
    var current = position
    var visited: Set<Int> = [position]
    while let owner = owners[current], visited.insert(owner).inserted {
      if !objects[owner].templates.isEmpty { top = owner }
      current = owner
    }
    return top
  }
}

extension ObjectDescription {
  /// Whether an owner can represent the object, which has nothing but pods to show.
  fileprivate var mayFold: Bool { !templates.isEmpty }

  /// Whether it is a ReplicaSet with zero replicas, which has no pods to draw.
  fileprivate var isRetired: Bool {
    guard resource.kind == .replicaSet, case .workload(let workload) = facts else { return false }
    return workload.scale == .replicas(0)
  }

  /// Adds the containers of a pod that this object's template lacks.
  mutating func takeContainers(of other: ObjectDescription) {
    guard case .workload(var workload) = facts, workload.templates.count == 1, let pod = other.templates.first
    else { return }
    let known = Set(workload.templates[0].containers.map(\.key))
    let new = pod.containers.enumerated().filter { !known.contains($0.element.key) }
    var template = workload.templates[0]
    for (offset, container) in new {
      let position = template.insert(container)
      for index in references.indices { references[index].origin.makeRoom(forContainer: position) }
      for volume in pod.volumes {
        let mounts = volume.mounts.filter { $0.container == offset }
        guard !mounts.isEmpty else { continue }
        if !template.volumes.contains(where: { $0.name == volume.name }) {
          var empty = volume
          empty.mounts = []
          template.volumes.append(empty)
        }
        for index in template.volumes.indices where template.volumes[index].name == volume.name {
          template.volumes[index].mounts += mounts.map { mount in
            var mount = mount
            mount.container = position
            return mount
          }
        }
      }
      for var reference in other.references where reference.origin == .container(template: 0, container: offset) {
        reference.origin = .container(template: 0, container: position)
        references.append(reference)
      }
    }
    // What the new containers mount, and what only the pods refer to: the node they run on, an injected Secret.
    for var reference in other.references {
      switch reference.origin {
      case .container: continue
      // Only the first template is used; positions in the volumes of another template mean nothing here.
      case .volume(let other, _) where other != 0: continue
      case .volume(_, let volume):
        let name = pod.volumes[volume].name
        guard let index = template.volumes.firstIndex(where: { $0.name == name }) else { continue }
        reference.origin = .volume(template: 0, volume: index)
      case .object: break
      }
      let isKnown = references.contains {
        $0.origin == reference.origin && $0.kind == reference.kind && $0.name == reference.name
          && $0.edge == reference.edge
      }
      if !isKnown { references.append(reference) }
    }
    workload.templates[0] = template
    templates = workload.templates
    facts = .workload(workload)
  }
}

extension PodTemplate {
  /// Inserts a container where its role belongs, init containers and sidecars before app containers, and returns its
  /// position.
  mutating func insert(_ container: Container) -> Int {
    var container = container
    let isEarly = container.role == .initial || container.role == .sidecar
    let position = isEarly ? containers.firstIndex { $0.role == .app } ?? containers.count : containers.count
    if isEarly { container.step = containers[..<position].compactMap(\.step).max().map { $0 + 1 } ?? 1 }
    containers.insert(container, at: position)
    for volume in volumes.indices {
      for mount in volumes[volume].mounts.indices where volumes[volume].mounts[mount].container >= position {
        volumes[volume].mounts[mount].container += 1
      }
    }
    return position
  }
}

extension ObjectDescription.Reference.Origin {
  mutating func makeRoom(forContainer position: Int) {
    if case .container(let template, let container) = self, container >= position {
      self = .container(template: template, container: container + 1)
    }
  }
}

extension Diagnostic {
  fileprivate static func hidden(_ resource: Resource) -> Diagnostic {
    Diagnostic(
      .note, at: resource.place, topic: .finishedPods,
      "the ReplicaSet '\(resource.name.shortened())' is scaled to zero and not drawn")
  }
}
