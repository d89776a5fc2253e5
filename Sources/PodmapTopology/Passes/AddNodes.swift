import PodmapManifests

extension Pass {
  /// Adds a node for every object, every container and every volume that belongs to its pod.
  static let addNodes = Pass("add nodes") { builder in
    builder.reserve(objects: builder.objects.count)
    for position in builder.objects.indices {
      let object = builder.objects[position]
      if !object.diagnostics.isEmpty { builder.diagnostics += object.diagnostics }
      let places = (builder.otherPlaces[object.id] ?? []) + [object.resource.place]
      let owner = builder.add(
        Node(
          id: object.id, kind: object.kind, name: object.name, namespace: object.namespace, places: places,
          labels: object.labels, facts: object.facts))
      var positions = ObjectDescription.Positions(object: owner)
      for template in object.templates {
        positions.containers.append(builder.addContainers(of: template, owner: owner, object))
        builder.addVolumes(of: template, containers: positions.containers.last ?? [], owner: owner, object)
      }
      builder.objects[position].positions = positions
    }
  }
}

extension TopologyBuilder {
  fileprivate mutating func addContainers(
    of template: PodTemplate, owner: Int, _ object: ObjectDescription
  ) -> [Int] {
    template.containers.map { container in
      add(
        Node(
          id: object.id(of: container, in: template), kind: .container, name: container.name,
          namespace: object.namespace, parent: owner, facts: .container(container)))
    }
  }

  fileprivate mutating func addVolumes(
    of template: PodTemplate, containers: [Int], owner: Int, _ object: ObjectDescription
  ) {
    for volume in template.volumes where volume.isOwnNode {
      let position = add(
        Node(
          id: object.id(of: volume, in: template), kind: .volume, name: volume.name, namespace: object.namespace,
          parent: owner, facts: .volume(volume)))
      for mount in volume.mounts {
        connect(containers[mount.container], position, .mounts, label: mount.label, evidence: [mount.evidence])
      }
    }
  }
}

extension Volume.Mount {
  /// "/data (read-only)"
  var label: String {
    isReadOnly ? "\(path) (read-only)" : path
  }
}

extension ObjectDescription {
  func id(of container: Container, in template: PodTemplate) -> NodeID {
    template.name.map { id.inner($0).inner(container.key) } ?? id.inner(container.key)
  }

  /// Names of containers have no colon, so the two never collide.
  func id(of volume: Volume, in template: PodTemplate) -> NodeID {
    (template.name.map { id.inner($0) } ?? id).inner("volume:\(volume.name)")
  }
}
