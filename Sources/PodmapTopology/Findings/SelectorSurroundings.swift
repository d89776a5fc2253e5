import PodmapManifests

/// What else in the input may give a selector its pods.
struct SelectorSurroundings {
  /// Services whose addresses are set by hand.
  private var addressed: Set<String> = []
  /// Custom resources without pods, whose controllers may create some.
  private var custom: Set<String> = []
  private var groups: Set<String> = []
  /// The labels that controllers of the input are known to add, with their namespaces.
  private var added: Set<String> = []

  init(_ builder: TopologyBuilder) {
    for object in builder.objects {
      let namespace = object.innerNamespace
      for labels in object.templates.compactMap(\.added.value) {
        added.formUnion((labels.common.map(\.key) + labels.numbered.map(\.key)).map { "\(namespace)/\($0)" })
      }
      switch object.resource.kind.rawValue {
      case "Endpoints": addressed.insert("\(namespace)/\(object.name)")
      case "EndpointSlice":
        if let service = object.labels.first(where: { $0.key == "kubernetes.io/service-name" })?.value {
          addressed.insert("\(namespace)/\(service)")
        }
      default:
        // An operator whose custom resources the input defines.
        if object.resource.kind == "CustomResourceDefinition",
          let group = object.resource.root.at("spec", "group")?.text
        {
          groups.insert(group)
        }
        if !object.resource.kind.isBuiltIn {
          if object.resource.kind.mayMakePods { custom.insert("\(namespace)/\(object.name)") }
          groups.insert(String(object.resource.kind.rawValue.drop { $0 != "." }.dropFirst()))
        }
      }
    }
  }

  /// Whether the selector may well select something although the input has nothing for it.
  func explain(_ object: ObjectDescription, _ selector: LabelSelector) -> Bool {
    let namespace = object.innerNamespace
    if object.service != nil, addressed.contains("\(namespace)/\(object.name)") { return true }
    if namespace.hasPrefix("kube-") { return true }
    if selector.requirements.contains(where: Self.isAboutAPIServer) { return true }
    // In the root namespace of a mesh, a policy is about the pods of all namespaces.
    if namespace == "istio-system", object.resource.kind.group.hasSuffix("istio.io") { return true }
    return selector.requirements.contains { requirement in
      if added.contains("\(namespace)/\(requirement.key)") { return false }
      return Self.isSetByController(requirement.key) || isSetByOperator(requirement.key)
        || requirement.values.contains { custom.contains("\(namespace)/\($0)") }
    }
  }

  /// Whether it selects the Service `kubernetes`, which every cluster has in the namespace `default`.
  private static func isAboutAPIServer(_ requirement: LabelSelector.Requirement) -> Bool {
    requirement.key == "component" && requirement.values == ["apiserver"]
  }

  /// Whether the label belongs to the domain of a custom resource in the input: `strimzi.io/name`.
  private func isSetByOperator(_ key: String) -> Bool {
    guard let slash = key.firstIndex(of: "/") else { return false }
    let domain = key[..<slash]
    return groups.contains { $0 == domain || $0.hasSuffix("." + domain) }
  }

  /// Whether pods get the label only when they are created, so that no manifest shows it.
  private static func isSetByController(_ key: String) -> Bool {
    switch key {
    case "job-name", "controller-uid", "pod-template-hash", "controller-revision-hash": true
    case _ where key.hasPrefix("batch.kubernetes.io/") || key.hasPrefix("apps.kubernetes.io/"): true
    case _ where key.hasPrefix("statefulset.kubernetes.io/"): true
    default: false
    }
  }
}

extension ResourceKind {
  /// Whether the controller of a custom kind may make pods: not if its objects say what others do, or what is known
  /// about them.
  fileprivate var mayMakePods: Bool {
    switch family {
    case .entry, .policy, .identity, .secret, .configuration, .storage, .service, .outside, .node: false
    case .workload, .job, .other: !Self.selecting.contains(self)
    }
  }

  /// The kinds whose objects select pods, or Services and Ingresses in front of them.
  private static let selecting = Set(
    selectorTable.filter { [.pods, .objects(.service), .objects(.ingress)].contains($0.target) }.map(\.source))
}
