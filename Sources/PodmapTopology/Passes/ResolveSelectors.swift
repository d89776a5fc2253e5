import PodmapManifests

extension Pass {
  /// An edge from each Service to the pods that its selector picks in its namespace.
  static let resolveSelectors = Pass("resolve selectors") { builder in
    let pods = PodIndex(builder.nodes)
    for object in builder.objects where object.resource.kind == .service {
      guard let from = builder.position(of: object.id), let selector = LabelSelector(ofService: object.resource)
      else { continue }
      for owner in Set(pods.pods(in: object.namespace, matching: selector).map(\.owner)).sorted() {
        builder.connect(from, owner, .selects, evidence: selector.evidence)
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
