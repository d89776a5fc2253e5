import PodmapManifests

extension Pass {
  /// An edge from each Service to the pods that its selector picks in its namespace.
  static let resolveSelectors = Pass("resolve selectors") { builder in
    let pods = PodIndex(builder.nodes)
    for position in builder.objects.indices where builder.objects[position].resource.kind == .service {
      let object = builder.objects[position]
      guard let selector = LabelSelector(ofService: object.resource) else { continue }
      // The templates of one owner are neighbours.
      var last: Int?
      for entry in pods.pods(in: object.namespace, matching: selector) where entry.owner != last {
        builder.connect(object.positions.object, entry.owner, .selects, evidence: selector.evidence)
        last = entry.owner
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
