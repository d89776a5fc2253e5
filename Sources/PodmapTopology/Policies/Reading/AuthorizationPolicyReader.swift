import PodmapManifests

/// Reads Istio's AuthorizationPolicy (security.istio.io).
struct AuthorizationPolicyReader {
  private var fields: PolicyFields
  /// The namespace that the manifest gives.
  private let home: String?

  static func read(_ resource: Resource) -> (policy: NetworkPolicy, diagnostics: [Diagnostic]) {
    var reader = AuthorizationPolicyReader(fields: PolicyFields(resource), home: resource.namespace)
    let policy = reader.read(resource.root)
    return (policy, reader.fields.diagnostics)
  }

  /// Policies in Istio's own namespace are about the whole mesh.
  private static let rootNamespace = "istio-system"

  private mutating func read(_ root: Value) -> NetworkPolicy {
    let path = FieldPath("spec")
    let spec = fields.mapping(root["spec"], path, [])
    let name = root.at("metadata", "name") ?? root
    let labels = spec?.at("selector", "matchLabels")
    let selectorPath = path.appending("selector").appending("matchLabels")
    let written = spec?["action"]?.present
    let action = written.flatMap { fields.choice($0, path.appending("action"), ["ALLOW", "DENY", "CUSTOM", "AUDIT"]) }
    var policy = NetworkPolicy(
      selector: labels.map { LabelSelector(plain: $0, path: selectorPath, file: fields.file) } ?? LabelSelector(),
      selectorEvidence: Evidence(name, path: "metadata.name", in: fields.file),
      namespaces: home == Self.rootNamespace ? LabelSelector() : nil, directions: [], ingress: [], egress: [],
      tier: .mesh)
    let rules = fields.list(spec?["rules"], path.appending("rules")).flatMap { self.rules($0.value, $0.path) }
    func all(_ action: NetworkPolicy.Action) -> [NetworkPolicy.Rule] {
      rules.map { rule in
        var rule = rule
        rule.action = action
        return rule
      }
    }
    switch action ?? "ALLOW" {
    case "DENY": policy.ingress = all(.deny)
    case "CUSTOM": policy.ingress = all(.delegate)
    case "AUDIT": break
    default:
      policy.ingress = rules
      policy.directions = [.ingress]
    }
    // It applies at proxies of its own, which some requests pass.
    if spec?["targetRef"]?.present != nil || spec?["targetRefs"]?.present != nil {
      policy.gap = .unread(PolicyReach(.ownNamespace, [.ingress]))
    }
    if fields.isInvalid { policy.gap = .invalid }
    return policy
  }

  /// A rule for each of its operations.
  private mutating func rules(_ item: Value, _ path: FieldPath) -> [NetworkPolicy.Rule] {
    let peers = fields.list(item["from"], path.appending("from")).map { item, _ in
      NetworkPolicy.Peer.caller(MeshCaller(conditions: conditions(item["source"])))
    }
    let when = fields.list(item["when"], path.appending("when")).isEmpty ? nil : "attributes of requests"
    let operations = fields.list(item["to"], path.appending("to"))
    if operations.isEmpty { return [NetworkPolicy.Rule(peers: peers, ports: [], condition: when)] }
    return operations.map { item, path in
      let operation = item["operation"]
      return NetworkPolicy.Rule(
        peers: peers, ports: ports(operation, path.appending("operation")),
        condition: when ?? Self.condition(operation))
    }
  }

  private func conditions(_ source: Value?) -> [MeshCaller.Condition] {
    MeshCaller.Condition.Attribute.allCases.flatMap { attribute in
      let name = attribute.rawValue
      let fields = [(name, false), ("not" + name.prefix(1).uppercased() + name.dropFirst(), true)]
      return fields.compactMap { field, isNegative -> MeshCaller.Condition? in
        guard let values = source?[field]?.items.map(\.written), !values.isEmpty else { return nil }
        let isBare: (String) -> Bool = { attribute == .serviceAccounts && !$0.contains("/") }
        return MeshCaller.Condition(
          attribute: attribute, isNegative: isNegative,
          values: home.map { home in values.map { isBare($0) ? "\(home)/\($0)" : $0 } } ?? values)
      }
    }
  }

  private func ports(_ operation: Value?, _ path: FieldPath) -> [NetworkPolicy.Port] {
    let excluded = (operation?["notPorts"]?.items ?? []).compactMap(\.integer)
    let listed = operation?["ports"]?.items ?? []
    if listed.isEmpty {
      return excluded.isEmpty ? [] : [NetworkPolicy.Port(transport: "TCP", target: .allBut(excluded))]
    }
    return listed.enumerated().map { index, item in
      let path = path.appending("ports").appending(index)
      guard let number = item.integer else { return NetworkPolicy.Port(transport: "TCP", target: .unreadable) }
      return NetworkPolicy.Port(
        transport: "TCP", target: excluded.contains(number) ? .none : .numbers(number...number),
        evidence: [fields.evidence(item, path)])
    }
  }

  /// What an operation asks of the requests themselves.
  private static func condition(_ operation: Value?) -> String? {
    let names = ["hosts", "methods", "paths", "notHosts", "notMethods", "notPaths"]
    return names.first { name in
      guard let items = operation?[name]?.items, !items.isEmpty else { return false }
      return name.hasPrefix("not") || !items.contains { $0.written == "*" }
    }
  }
}
