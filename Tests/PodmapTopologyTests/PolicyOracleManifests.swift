extension OracleCluster {
  /// The cluster as manifests. Each pod calls each of some addresses.
  func manifests(calling addresses: [(address: UInt32, port: Int, transport: String)]) -> String {
    let spaces = namespaces.map {
      "apiVersion: v1\nkind: Namespace\nmetadata: {name: \($0.name), labels: \(Self.text($0.labels))}\n"
    }
    let calls = addresses.enumerated().map {
      "{name: A\($0.offset)_URL, value: '\($0.element.transport.lowercased())://\(Self.text($0.element.address)):\($0.element.port)'}"
    }.joined(separator: ", ")
    let workloads = pods.map { pod in
      let ports = pod.ports.map { "{name: \($0.name), containerPort: \($0.number), protocol: \($0.transport)}" }
        .joined(separator: ", ")
      return "apiVersion: v1\nkind: Pod\n"
        + "metadata: {name: \(pod.name), namespace: \(pod.namespace), labels: \(Self.text(pod.labels))}\n"
        + "spec: {containers: [{name: c, image: i, ports: [\(ports)], env: [\(calls)]}]}\n"
    }
    return (spaces + workloads + policies.map(Self.text)).joined(separator: "---\n")
  }

  static func text(_ address: UInt32) -> String {
    [24, 16, 8, 0].map { String(address >> $0 & 255) }.joined(separator: ".")
  }

  private static func text(_ labels: [String: String]) -> String {
    "{" + labels.sorted { $0.key < $1.key }.map { "\($0.key): '\($0.value)'" }.joined(separator: ", ") + "}"
  }

  private static func text(_ selector: Selector) -> String {
    let expressions = selector.expressions.map { key, test, values in
      "{key: \(key), operator: \(test)"
        + (values.isEmpty ? "" : ", values: [\(values.map { "'\($0)'" }.joined(separator: ", "))]") + "}"
    }
    return "{matchLabels: \(text(selector.equal))"
      + (expressions.isEmpty ? "" : ", matchExpressions: [\(expressions.joined(separator: ", "))]") + "}"
  }

  private static func text(_ policy: Policy) -> String {
    let isPlain = policy.tier == "NetworkPolicy"
    let rules = [("ingress", "from", policy.ingress), ("egress", "to", policy.egress)].map { field, peers, rules in
      "\(field): [\(rules.map { text($0, peers, isPlain) }.joined(separator: ", "))]"
    }.joined(separator: ", ")
    if isPlain {
      return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
        + "metadata: {name: \(policy.name), namespace: \(policy.namespace)}\n"
        + "spec: {podSelector: \(text(policy.pods)), policyTypes: [\(policy.types.joined(separator: ", "))], \(rules)}\n"
    }
    return
      "apiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\nmetadata: {name: \(policy.name)}\n"
      + "spec: {tier: \(policy.tier), priority: \(policy.priority), "
      + "subject: {pods: {podSelector: \(text(policy.pods)), namespaceSelector: \(text(policy.namespaces))}}, \(rules)}\n"
  }

  private static func text(_ rule: Rule, _ field: String, _ isPlain: Bool) -> String {
    let peers = rule.peers.map { peer in
      switch peer {
      case .pods(let pods, let namespaces) where isPlain:
        "{"
          + [pods.map { "podSelector: \(text($0))" }, namespaces.map { "namespaceSelector: \(text($0))" }]
          .compactMap(\.self).joined(separator: ", ") + "}"
      case .pods(let pods, let namespaces):
        "{pods: {podSelector: \(text(pods ?? Selector())), namespaceSelector: \(text(namespaces ?? Selector()))}}"
      case .block(let base, let bits, let except):
        isPlain
          ? "{ipBlock: {cidr: \(text(base))/\(bits)\(except.map { ", except: [\(text($0.0))/\($0.1)]" } ?? "")}}"
          : "{networks: [\(text(base))/\(bits)]}"
      }
    }.joined(separator: ", ")
    let ports = rule.ports.map { isPlain ? plain($0) : protocols($0) }.joined(separator: ", ")
    let parts = [
      isPlain ? nil : "action: \(rule.action == "Allow" ? "Accept" : rule.action)",
      rule.peers.isEmpty ? nil : "\(field): [\(peers)]",
      rule.ports.isEmpty ? nil : "\(isPlain ? "ports" : "protocols"): [\(ports)]",
    ].compactMap(\.self)
    return "{" + parts.joined(separator: ", ") + "}"
  }

  private static func plain(_ port: Port) -> String {
    let parts = [
      port.transport.map { "protocol: \($0)" }, port.number.map { "port: \($0)" }, port.name.map { "port: \($0)" },
      port.end.map { "endPort: \($0)" },
    ].compactMap(\.self)
    return "{" + parts.joined(separator: ", ") + "}"
  }

  private static func protocols(_ port: Port) -> String {
    if let name = port.name { return "{destinationNamedPort: \(name)}" }
    let number = port.number ?? 1
    let target = port.end.map { "range: {start: \(number), end: \($0)}" } ?? "number: \(number)"
    return "{\((port.transport ?? "TCP").lowercased()): {destinationPort: {\(target)}}}"
  }
}
