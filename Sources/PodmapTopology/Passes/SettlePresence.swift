import PodmapManifests

extension Pass {
  /// Takes objects for present that the input lacks, but that the project's settings say exist elsewhere, and leaves
  /// out references to those that the settings ignore.
  static let settlePresence = Pass("settle presence") { builder in
    let (provided, ignored) = (builder.settings.provided, builder.settings.ignored)
    guard !provided.isEmpty || !ignored.isEmpty else { return }
    for position in builder.nodes.indices {
      let node = builder.nodes[position]
      guard node.presence == .missing || node.presence == .notInInput, node.drawnByHand == nil else { continue }
      if let place = ignored.match(node) {
        // Until it is left out, it must not be missing to anything.
        builder.update(position) { $0.presence = .external }
        builder.dropped.insert(position)
        builder.used.insert(place)
      } else if let place = provided.match(node) {
        builder.update(position) { $0.presence = .external }
        builder.used.insert(place)
      }
    }
  }
}

extension TopologyBuilder {
  /// Leaves out the objects that the project's settings ignore, before anything is linked.
  mutating func ignoreObjects() {
    let ignored = settings.ignored
    guard !ignored.isEmpty else { return }
    var seen: Set<Place> = []
    objects.removeAll { object in
      let node = Node(id: object.id, kind: object.resource.kind, name: object.name, namespace: object.namespace)
      guard let place = ignored.match(node) else { return false }
      seen.insert(place)
      return true
    }
    used.formUnion(seen)
  }
}
