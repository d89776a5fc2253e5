import PodmapManifests

/// Reads the cluster-wide policies of policy.networking.k8s.io: AdminNetworkPolicy and BaselineAdminNetworkPolicy
/// (v1alpha1), and ClusterNetworkPolicy, which replaces both.
struct AdminPolicyReader {
  private var fields: PolicyFields
  private let kind: AdminPolicyKind

  static func read(
    _ resource: Resource, _ kind: AdminPolicyKind
  ) -> (policy: NetworkPolicy, diagnostics: [Diagnostic]) {
    var reader = AdminPolicyReader(fields: PolicyFields(resource), kind: kind)
    let policy = reader.read(resource.root)
    return (policy, reader.fields.diagnostics)
  }

  private mutating func read(_ root: Value) -> NetworkPolicy {
    let path = FieldPath("spec")
    let name = root.at("metadata", "name") ?? root
    guard let spec = fields.mapping(root["spec"], path, []) else {
      if root["spec"]?.present == nil { fields.refuse(name, path, "is missing; add the policy's subject and rules") }
      return NetworkPolicy(
        selector: LabelSelector(), selectorEvidence: Evidence(name, path: "metadata.name", in: fields.file),
        namespaces: LabelSelector(), directions: [], ingress: [], egress: [], gap: .invalid)
    }
    if let only = kind.onlyName, name.text != only {
      fields.refuse(name, FieldPath("metadata.name"), "must be '\(only)'; there can only be one")
    }
    let tier = tier(spec, path)
    let subjectPath = path.appending("subject")
    let subject = spec["subject"]?.present
    var picked = (pods: LabelSelector(), namespaces: LabelSelector())
    switch one(of: ["namespaces", "pods"], subject ?? spec, subjectPath) {
    case ("namespaces", let value)?:
      picked.namespaces = fields.selector(value, subjectPath.appending("namespaces"))
    case (_, let value)?: picked = pods(value, subjectPath.appending("pods"))
    case nil: break
    }
    let ingress = rules(spec["ingress"], path.appending("ingress"), peers: "from")
    let egress = rules(spec["egress"], path.appending("egress"), peers: "to")
    return NetworkPolicy(
      selector: picked.pods,
      selectorEvidence: Evidence(subject ?? spec, path: "spec.subject", in: fields.file),
      namespaces: picked.namespaces, directions: [], ingress: ingress, egress: egress, tier: tier, blocks: .podsToo,
      gap: fields.isInvalid ? .invalid : nil)
  }

  private mutating func tier(_ spec: Value, _ path: FieldPath) -> NetworkPolicy.Tier {
    var priority = 0
    if kind.hasPriority {
      if let written = spec["priority"]?.present {
        priority = fields.number(written, path.appending("priority"), 0...1000) ?? 0
      } else {
        fields.refuse(spec, path.appending("priority"), "is missing; write a number from 0 to 1000")
      }
    }
    var isBaseline = kind.tier.map { if case .baseline = $0 { true } else { false } } ?? false
    if kind.tier == nil {
      if let written = spec["tier"]?.present {
        isBaseline = fields.choice(written, path.appending("tier"), ["Admin", "Baseline"]) == "Baseline"
      } else {
        fields.refuse(spec, path.appending("tier"), "is missing; write Admin or Baseline")
      }
    }
    return isBaseline ? .baseline(priority: priority) : .admin(priority: priority)
  }

  /// The one field of a mapping that is set, which must be one of several.
  private mutating func one(of names: [String], _ value: Value, _ path: FieldPath) -> (name: String, value: Value)? {
    let found = names.compactMap { name in value[name]?.present.map { (name, $0) } }
    if found.count == 1 { return found[0] }
    fields.refuse(value, path, "must have one of the fields \(names.joined(separator: ", "))")
    return nil
  }

  private mutating func pods(_ value: Value, _ path: FieldPath) -> (pods: LabelSelector, namespaces: LabelSelector) {
    (
      fields.selector(value["podSelector"], path.appending("podSelector")),
      fields.selector(value["namespaceSelector"], path.appending("namespaceSelector"))
    )
  }

  private mutating func rules(_ list: Value?, _ path: FieldPath, peers field: String) -> [NetworkPolicy.Rule] {
    fields.list(list, path).map { item, path in
      let action = item["action"]?.present
      let written = action.flatMap { fields.choice($0, path.appending("action"), kind.actions.keys.sorted()) }
      if action == nil {
        fields.refuse(
          item, path.appending("action"), "is missing; write \(kind.actions.keys.sorted().joined(separator: " or "))")
      }
      let items = fields.list(item[field], path.appending(field))
      if items.isEmpty { fields.refuse(item, path.appending(field), "must list at least one peer") }
      let isIngress = field == "from"
      let peers = items.flatMap { peer($0.value, $0.path, isIngress: isIngress) }
      let ports = fields.list(item[kind.ports], path.appending(kind.ports)).map { port($0.value, $0.path) }
      return NetworkPolicy.Rule(
        action: written.flatMap { kind.actions[$0] } ?? .deny, peers: peers.isEmpty ? [.unreadable] : peers,
        ports: ports)
    }
  }

  private mutating func peer(_ item: Value, _ path: FieldPath, isIngress: Bool) -> [NetworkPolicy.Peer] {
    let inside = ["namespaces", "pods"]
    let names = isIngress ? inside : inside + ["nodes", "networks", "domainNames"]
    // A field of a later version.
    if let unknown = item.fields.first(where: { !names.contains($0.key.written) }) {
      return [.unjudged(unknown.key.written)]
    }
    guard let (name, value) = one(of: names, item, path) else { return [.unreadable] }
    let path = path.appending(name)
    switch name {
    case "namespaces":
      // Early versions had relations between namespaces here.
      if let other = value.fields.first(where: { !["matchLabels", "matchExpressions"].contains($0.key.written) }) {
        return [.unjudged("namespaces.\(other.key.written)")]
      }
      return [.pods(LabelSelector(), namespaces: fields.selector(value, path))]
    case "pods":
      let picked = pods(value, path)
      return [.pods(picked.pods, namespaces: picked.namespaces)]
    case "nodes":
      _ = fields.selector(value, path)
      return [.nodes]
    case "networks":
      return fields.list(value, path).map { item, path in
        fields.block(item, path).map { .block($0, except: [], evidence: [fields.evidence(item, path)]) } ?? .unreadable
      }
    default:
      return [.hosts(fields.list(value, path).map { HostPattern(text: $0.value.written, wildcard: .labels) })]
    }
  }

  private mutating func port(_ item: Value, _ path: FieldPath) -> NetworkPolicy.Port {
    kind.ports == "ports" ? port1(item, path) : port2(item, path)
  }

  /// A port of v1alpha1.
  private mutating func port1(_ item: Value, _ path: FieldPath) -> NetworkPolicy.Port {
    guard let (name, value) = one(of: ["portNumber", "portRange", "namedPort"], item, path) else {
      return NetworkPolicy.Port(transport: nil, target: .unreadable)
    }
    let path = path.appending(name)
    if name == "namedPort" { return NetworkPolicy.Port(transport: nil, target: .name(value.written)) }
    let transport =
      value["protocol"]?.present.map { fields.choice($0, path.appending("protocol"), ["TCP", "UDP", "SCTP"]) } ?? "TCP"
    let evidence = (value["port"] ?? value["start"]).map { fields.evidence($0, path.appending("port")) }
    return NetworkPolicy.Port(
      transport: transport, target: name == "portRange" ? range(value, path) : number(value["port"], path, "port"),
      evidence: evidence.map { [$0] } ?? [])
  }

  /// A port of v1alpha2.
  private mutating func port2(_ item: Value, _ path: FieldPath) -> NetworkPolicy.Port {
    guard let (name, value) = one(of: ["tcp", "udp", "sctp", "destinationNamedPort"], item, path) else {
      return NetworkPolicy.Port(transport: nil, target: .unreadable)
    }
    if name == "destinationNamedPort" { return NetworkPolicy.Port(transport: nil, target: .name(value.written)) }
    let path = path.appending(name).appending("destinationPort")
    guard let port = value["destinationPort"]?.present else {
      return NetworkPolicy.Port(transport: name.uppercased(), target: .any)
    }
    let target =
      port["range"]?.present.map { range($0, path.appending("range")) } ?? number(port["number"], path, "number")
    return NetworkPolicy.Port(
      transport: name.uppercased(), target: target,
      evidence: port["number"].map { [fields.evidence($0, path.appending("number"))] } ?? [])
  }

  private mutating func number(_ value: Value?, _ path: FieldPath, _ name: String) -> NetworkPolicy.Port.Target {
    guard let value, let number = fields.number(value, path.appending(name), ShapeRule.Shape.ports) else {
      return .unreadable
    }
    return .numbers(number...number)
  }

  private mutating func range(_ value: Value, _ path: FieldPath) -> NetworkPolicy.Port.Target {
    guard let start = value["start"].flatMap({ fields.number($0, path.appending("start"), ShapeRule.Shape.ports) }),
      let end = value["end"].flatMap({ fields.number($0, path.appending("end"), ShapeRule.Shape.ports) })
    else { return .unreadable }
    guard start <= end else {
      fields.refuse(value, path.appending("end"), "must be a number no lower than its start; correct it")
      return .unreadable
    }
    return .numbers(start...end)
  }
}
