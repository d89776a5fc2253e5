import PodmapManifests

extension Pass {
  /// An edge from each Service to the pods that its selector picks in its namespace.
  static let resolveSelectors = Pass("resolve selectors") { builder in
    let pods = PodIndex(builder.nodes)
    builder.pods = pods
    builder.connect(where: { $0.resource.kind == .service }) { object in
      guard let selector = LabelSelector(ofService: object.resource) else { return [] }
      // The templates of one owner are neighbours.
      var last: Int?
      return pods.pods(in: object.namespace, matching: selector).compactMap { entry in
        guard entry.owner != last else { return nil }
        last = entry.owner
        return Edge(
          from: object.positions.object, to: entry.owner, kind: .selects, evidence: selector.evidence)
      }
    }
  }
}

extension LabelSelector {
  /// A Service's selector; nothing where there is none, or an empty one, which selects no pod.
  init?(ofService resource: Resource) {
    guard let value = resource.root.at("spec", "selector"), value.isMapping,
      resource.root.at("spec", "type")?.text != "ExternalName"
    else { return nil }
    self.init(plain: value, path: FieldPath("spec.selector"), file: resource.file)
    if requirements.isEmpty { return nil }
  }
}
