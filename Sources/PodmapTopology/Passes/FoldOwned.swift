import PodmapManifests

extension Pass {
  /// Objects that a controller in the input made are drawn as a part of it: a live ReplicaSet and its pods
  /// become their Deployment. Their pods are counted, and containers that only they have (an injected
  /// sidecar) join the owner's.
  static let foldOwned = Pass("fold owned") { builder in
    guard builder.objects.contains(where: { $0.controller != nil }) else { return }
    var positions: [NodeID: Int] = [:]
    for (position, object) in builder.objects.enumerated() { positions[object.id] = position }
    let owners = builder.objects.map { object -> Int? in
      guard let controller = object.controller else { return nil }
      return [
        NodeID(controller.kind, controller.name, in: object.namespace),
        NodeID(controller.kind, controller.name, in: nil),
      ]
      .lazy.compactMap { positions[$0] }.first
    }
    var dropped = [Bool](repeating: false, count: builder.objects.count)
    var pods: [Int: Int] = [:]
    for position in builder.objects.indices where builder.objects[position].mayFold {
      // What a Deployment keeps of earlier versions, whether or not it is in the input.
      if builder.objects[position].isRetired {
        dropped[position] = true
        continue
      }
      guard let owner = topOwner(of: position, owners, builder.objects) else { continue }
      dropped[position] = true
      if builder.objects[position].resource.kind == .pod { pods[owner, default: 0] += 1 }
      builder.objects[owner].takeContainers(of: builder.objects[position])
      builder.otherPlaces[builder.objects[owner].id, default: []].append(builder.objects[position].resource.place)
    }
    for (owner, count) in pods {
      if case .workload(var workload) = builder.objects[owner].facts, workload.scale == .unstated {
        workload.scale = .replicas(count)
        builder.objects[owner].facts = .workload(workload)
      }
    }
    builder.objects = builder.objects.indices.filter { !dropped[$0] }.map { builder.objects[$0] }
  }

  /// The highest owner in the input that has pods of its own to show.
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
  /// Whether an owner can stand for the object: it is pods and nothing else.
  fileprivate var mayFold: Bool { !templates.isEmpty }

  /// Whether it is a ReplicaSet at zero that a controller has made.
  fileprivate var isRetired: Bool {
    guard resource.kind == .replicaSet, controller != nil, case .workload(let workload) = facts else { return false }
    return workload.scale == .replicas(0)
  }

  /// Adds the containers of a pod that this object's template does not have.
  fileprivate mutating func takeContainers(of other: ObjectDescription) {
    guard case .workload(var workload) = facts, workload.templates.count == 1, let pod = other.templates.first
    else { return }
    let known = Set(workload.templates[0].containers.map(\.key))
    let new = pod.containers.enumerated().filter { !known.contains($0.element.key) }
    guard !new.isEmpty else { return }
    for (offset, container) in new {
      let position = workload.templates[0].containers.count
      workload.templates[0].containers.append(container)
      for volume in pod.volumes {
        let mounts = volume.mounts.filter { $0.container == offset }
        guard !mounts.isEmpty else { continue }
        var index = workload.templates[0].volumes.firstIndex { $0.name == volume.name }
        if index == nil {
          workload.templates[0].volumes.append(Volume(name: volume.name, source: volume.source))
          index = workload.templates[0].volumes.count - 1
        }
        for var mount in mounts {
          mount.container = position
          if let index { workload.templates[0].volumes[index].mounts.append(mount) }
        }
      }
      for var reference in other.references
      where reference.origin == .container(template: 0, container: offset) {
        reference.origin = .container(template: 0, container: position)
        references.append(reference)
      }
    }
    templates = workload.templates
    facts = .workload(workload)
  }
}
