/// A cluster that a test makes up, and a second, deliberately simple evaluator of its policies: the definitions of the
/// API, written down once more, without any regard to speed or to what may be unknown.
struct OracleCluster {
  struct Namespace {
    var name: String
    var labels: [String: String]
  }

  struct Pod {
    var namespace: String
    var name: String
    var labels: [String: String]
    var ports: [(name: String, number: Int, transport: String)]
  }

  struct Selector {
    var equal: [String: String] = [:]
    var expressions: [(key: String, test: String, values: [String])] = []

    func matches(_ labels: [String: String]) -> Bool {
      for (key, value) in equal where labels[key] != value { return false }
      for (key, test, values) in expressions {
        let value = labels[key]
        switch test {
        case "In": if !(value.map { values.contains($0) } ?? false) { return false }
        case "NotIn": if value.map({ values.contains($0) }) ?? false { return false }
        case "Exists": if value == nil { return false }
        default: if value != nil { return false }
        }
      }
      return true
    }
  }

  enum Peer {
    case pods(Selector?, Selector?)
    case block(UInt32, Int, except: (UInt32, Int)?)
  }

  struct Port {
    var transport: String?
    var number: Int?
    var end: Int?
    var name: String?
  }

  struct Rule {
    var action = "Allow"
    var peers: [Peer]
    var ports: [Port]
  }

  struct Policy {
    /// `NetworkPolicy`, `Admin` or `Baseline`
    var tier: String
    var name: String
    var namespace = ""
    var priority = 0
    var pods: Selector
    /// Of the cluster-wide tiers.
    var namespaces = Selector()
    var types: [String]
    var ingress: [Rule]
    var egress: [Rule]
  }

  enum End {
    case pod(Pod)
    case address(UInt32)
  }

  var namespaces: [Namespace]
  var pods: [Pod]
  var policies: [Policy]

  // MARK: - The definitions

  /// "denied", "allowed", or "open" if no policy has anything to say.
  func verdict(from: Pod, to: End, port: Int, transport: String) -> String {
    let out = decide("Egress", at: from, other: to, listener: to, port, transport)
    var into = "open"
    if case .pod(let pod) = to { into = decide("Ingress", at: pod, other: .pod(from), listener: to, port, transport) }
    if out == "denied" || into == "denied" { return "denied" }
    return out == "allowed" || into == "allowed" ? "allowed" : "open"
  }

  private func decide(
    _ direction: String, at pod: Pod, other: End, listener: End, _ port: Int, _ transport: String
  ) -> String {
    func first(_ tier: String) -> String? {
      for policy in policies.filter({ $0.tier == tier }).sorted(by: { $0.priority < $1.priority })
      where policy.namespaces.matches(labels(of: pod.namespace)) && policy.pods.matches(pod.labels) {
        for rule in direction == "Ingress" ? policy.ingress : policy.egress
        where matches(rule, pod, other, listener, port, transport) { return rule.action }
      }
      return nil
    }
    switch first("Admin") {
    case "Allow": return "allowed"
    case "Deny": return "denied"
    default: break
    }
    let isolating = policies.filter {
      $0.tier == "NetworkPolicy" && $0.namespace == pod.namespace && $0.pods.matches(pod.labels)
        && $0.types.contains(direction)
    }
    if !isolating.isEmpty {
      let rules = isolating.flatMap { direction == "Ingress" ? $0.ingress : $0.egress }
      return rules.contains { matches($0, pod, other, listener, port, transport) } ? "allowed" : "denied"
    }
    switch first("Baseline") {
    case "Allow": return "allowed"
    case "Deny": return "denied"
    default: return "open"
    }
  }

  private func matches(
    _ rule: Rule, _ own: Pod, _ other: End, _ listener: End, _ port: Int, _ transport: String
  ) -> Bool {
    let isPeer =
      rule.peers.isEmpty
      || rule.peers.contains { peer in
        switch (peer, other) {
        case (.pods(let pods, let spaces), .pod(let pod)):
          if let spaces, !spaces.matches(labels(of: pod.namespace)) { return false }
          if spaces == nil, pod.namespace != own.namespace { return false }
          return pods?.matches(pod.labels) ?? true
        case (.block(let base, let bits, let except), .address(let address)):
          func isIn(_ base: UInt32, _ bits: Int) -> Bool { bits == 0 || base >> (32 - bits) == address >> (32 - bits) }
          return isIn(base, bits) && !(except.map { isIn($0.0, $0.1) } ?? false)
        default: return false
        }
      }
    let isPort =
      rule.ports.isEmpty
      || rule.ports.contains { item in
        if let wanted = item.transport, wanted != transport { return false }
        if let name = item.name {
          guard case .pod(let pod) = listener else { return false }
          return pod.ports.contains { $0.name == name && $0.number == port && $0.transport == transport }
        }
        guard let number = item.number else { return true }
        return number <= port && port <= item.end ?? number
      }
    return isPeer && isPort
  }

  private func labels(of namespace: String) -> [String: String] {
    var labels = namespaces.first { $0.name == namespace }?.labels ?? [:]
    labels["kubernetes.io/metadata.name"] = namespace
    return labels
  }
}
