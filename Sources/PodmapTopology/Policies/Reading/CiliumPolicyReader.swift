import PodmapManifests

/// Reads a CiliumNetworkPolicy or a CiliumClusterwideNetworkPolicy (cilium.io/v2).
struct CiliumPolicyReader {
  private let file: String
  /// Whether a selector that names no namespace means the policy's own, rather than all of them.
  private let isNamespaced: Bool
  private let name: Value

  static func read(_ resource: Resource) -> (policy: NetworkPolicy, diagnostics: [Diagnostic]) {
    let reader = CiliumPolicyReader(
      file: resource.file, isNamespaced: !resource.kind.isClusterScoped,
      name: resource.root.at("metadata", "name") ?? resource.root)
    var specs: [(value: Value, path: FieldPath)] = []
    if let spec = resource.root["spec"]?.present { specs.append((spec, FieldPath("spec"))) }
    for (index, spec) in (resource.root["specs"]?.items ?? []).enumerated() {
      specs.append((spec, FieldPath("specs").appending(index)))
    }
    let policies = specs.map { reader.read($0.value, $0.path) }
    guard var policy = policies.first else {
      let spec = FieldPath("spec")
      return (
        reader.policy(LabelSelector(), reader.name, spec, gap: .invalid),
        [
          Diagnostic(
            .error, at: reader.name.place(in: reader.file),
            "the \(resource.kind.name) has neither spec nor specs; add its rules")
        ]
      )
    }
    policy.more = Array(policies.dropFirst())
    let diagnostics = zip(specs, policies).filter { $0.1.gap == .invalid }.map { spec, _ in
      Diagnostic(
        .error, at: spec.value.place(in: reader.file),
        "\(spec.path.text) of the \(resource.kind.name) has no endpointSelector; write {} for all pods")
    }
    return (policy, diagnostics)
  }

  private func policy(
    _ selector: LabelSelector, _ place: Value, _ path: FieldPath, gap: NetworkPolicy.Gap? = nil
  ) -> NetworkPolicy {
    let split = CiliumLabel.split(selector)
    return NetworkPolicy(
      selector: split.pods, selectorEvidence: Evidence(file: file, line: place.line, path: path.text, value: ""),
      namespaces: isNamespaced ? nil : split.namespaces ?? LabelSelector(), directions: [], ingress: [], egress: [],
      blocks: .outsideOnly, gap: gap)
  }

  private func read(_ spec: Value, _ path: FieldPath) -> NetworkPolicy {
    guard let written = spec["endpointSelector"]?.present else {
      // Policies about nodes say nothing about pods.
      let isAboutNodes = spec["nodeSelector"]?.present != nil
      var policy = policy(LabelSelector(), name, path, gap: isAboutNodes ? nil : .invalid)
      if isAboutNodes { policy.selector.isBroken = true }
      return policy
    }
    let selectorPath = path.appending("endpointSelector")
    var policy = policy(LabelSelector(written, path: selectorPath, file: file), written, selectorPath)
    for direction in NetworkPolicy.Direction.allCases {
      let sections = [(direction.rawValue, NetworkPolicy.Action.allow), (direction.rawValue + "Deny", .deny)]
      var rules: [NetworkPolicy.Rule] = []
      var isStated = false
      for (field, action) in sections {
        for (index, item) in (spec[field]?.items ?? []).enumerated() {
          isStated = true
          rules += CiliumRuleReader(file: file, isNamespaced: isNamespaced, direction: direction)
            .rules(item, path.appending(field).appending(index), action)
        }
      }
      if direction == .ingress { policy.ingress = rules } else { policy.egress = rules }
      if spec.at("enableDefaultDeny", direction.rawValue)?.boolean ?? isStated { policy.directions.append(direction) }
    }
    return policy
  }
}
