import PodmapManifests

extension Pass {
  /// Notes on each workload what keeps its pods from starting: an object that they require and that is missing, a key
  /// that an object lacks.
  static let findObstacles = Pass("find obstacles") { builder in
    var found: [Int: [Obstacle]] = [:]
    let templates = builder.templatesOfContainers
    for edge in builder.edges where edge.kind.isForPods && edge.certainty == .declared {
      let target = builder.nodes[edge.to]
      guard target.presence == .missing, target.drawnByHand == nil else { continue }
      let owner = builder.nodes[edge.from].parent ?? edge.from
      guard builder.nodes[owner].workload != nil else { continue }
      let words = "\(target.kind.name) \(target.name.shortened(to: .quotedName)) is not in the input"
      found[owner, default: []].append(Obstacle(template: templates[edge.from] ?? 0, words: words))
    }
    let entries = KeyedObjects(builder.objects)
    let objects = builder.objects
    builder.lackingKeys = concurrentFlatMap(Array(objects.indices)) { position in
      entries.lacking(objects[position]).uniqued.map { (object: position, key: $0) }
    }
    for (position, needed) in builder.lackingKeys {
      let (object, key) = (needed.name.shortened(to: .quotedName), needed.key.shortened(to: .quotedName))
      found[builder.objects[position].positions.object, default: []].append(
        Obstacle(template: needed.template, words: "\(needed.kind.name) \(object) has no key \(key)"))
    }
    for (owner, obstacles) in found {
      builder.update(owner) { node in
        guard var workload = node.workload else { return }
        workload.obstacles = Rare(obstacles.uniqued)
        node.facts = .workload(workload)
      }
    }
  }
}

extension EdgeKind {
  /// Whether a pod doesn't start without what it leads to.
  fileprivate var isForPods: Bool { [.mounts, .reads, .claims, .runsAs].contains(self) }
}

extension TopologyBuilder {
  /// The template of each container.
  fileprivate var templatesOfContainers: [Int: Int] {
    var templates: [Int: Int] = [:]
    for object in objects where object.positions.containers.count > 1 {
      for (template, containers) in object.positions.containers.enumerated() {
        for container in containers { templates[container] = template }
      }
    }
    return templates
  }
}
