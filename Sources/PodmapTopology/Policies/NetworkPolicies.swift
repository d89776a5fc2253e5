/// All NetworkPolicies in an input, and what they say together.
struct NetworkPolicies: Sendable {
  /// The other end of a call.
  enum Target: Sendable {
    case pod(PolicyPod)
    /// Some pod in a namespace, which is not in the input.
    case unknownPod(namespace: String)
    /// A caller about which nothing is known.
    case unknownCaller
    /// The bytes of an address outside the cluster.
    case address([UInt8])
    /// An address that may be that of a pod, a Service, a node or something outside.
    case unknownAddress
    /// A name outside the cluster, which only resolves when the call is made.
    case hostName
  }

  private struct Entry: Sendable {
    var id: NodeID
    var policy: NetworkPolicy
  }

  private let namespaces: NamespaceLabels
  private var byNamespace: [String: [Entry]] = [:]

  init(_ nodes: [Node]) {
    namespaces = NamespaceLabels(nodes)
    for node in nodes {
      if let policy = node.networkPolicy {
        byNamespace[node.namespace ?? "default", default: []].append(Entry(id: node.id, policy: policy))
      }
    }
  }

  /// Whether a pod may send requests to a port: both ends must let them through.
  ///
  /// `port` is the port that the other end listens on, which for a Service is its target port; `nil` if it is
  ///   unknown.
  func verdict(from source: PolicyPod, to target: Target, port: Int?, transport: String = "TCP") -> Verdict {
    let wanted = Wanted(port: port, transport: transport)
    let egress = decide(.egress, at: source, other: target, wanted)
    let ingress: Decision
    switch target {
    case .pod(let pod): ingress = decide(.ingress, at: pod, other: .pod(source), wanted)
    case .unknownPod(let namespace):
      let isOpen = !(byNamespace[namespace] ?? []).contains { $0.policy.directions.contains(.ingress) }
      ingress = isOpen ? .open : .unknown("the called pods are not in the input")
    case .address, .unknownAddress, .hostName, .unknownCaller: ingress = .open
    }
    return Verdict(egress: egress, ingress: ingress, wanted.words)
  }

  /// Whether an unknown caller, such as a controller's proxy, may send requests to a pod: certainly not if policies
  /// isolate it and none has a rule that lets anybody in.
  func verdict(fromUnknownCallerTo pod: PolicyPod) -> Verdict {
    let wanted = Wanted(port: nil, transport: "TCP")
    return Verdict(egress: .open, ingress: decide(.ingress, at: pod, other: .unknownCaller, wanted), wanted.words)
  }

  // MARK: - One end

  fileprivate enum Decision {
    /// No policy isolates it.
    case open
    case allowed([NodeID])
    case denied([NodeID])
    case unknown(String)
  }

  /// The port and protocol of a call.
  fileprivate struct Wanted {
    var port: Int?
    var transport: String

    var words: String { port.map { "\(transport) port \($0)" } ?? transport }
  }

  private func decide(
    _ direction: NetworkPolicy.Direction, at pod: PolicyPod, other: Target, _ wanted: Wanted
  ) -> Decision {
    var isolating: [NodeID] = []
    var allowing: [NodeID] = []
    var doubts: [String] = []
    // Policies that may not apply to the pod at all.
    var perhaps: [(answer: Answer, reason: String)] = []
    for entry in byNamespace[pod.home.name] ?? [] where entry.policy.directions.contains(direction) {
      let selection = pod.isPicked(by: entry.policy.selector)
      if selection == .no { continue }
      let rules = entry.policy.rules(direction)
      let answer = Answer.any(rules.map { allows($0, direction, at: pod, other: other, wanted) })
      if case .unknown(let reason) = selection {
        perhaps.append((answer, reason))
        continue
      }
      isolating.append(entry.id)
      switch answer {
      case .yes: allowing.append(entry.id)
      case .no: break
      case .unknown(let reason): doubts.append(reason)
      }
    }
    if isolating.isEmpty && perhaps.isEmpty { return .open }
    if pod.isOnHostNetwork { return .unknown("policies hardly ever isolate a pod on its node's network") }
    if !allowing.isEmpty { return .allowed(allowing) }
    if case .pod(let caller) = other, caller.isOnHostNetwork {
      return .unknown("requests of a pod on its node's network come from the node")
    }
    if let doubt = doubts.first { return .unknown(doubt) }
    // If no policy certainly isolates the pod, one that may isolate it matters only if it lets nothing through.
    let matters = perhaps.first { isolating.isEmpty ? $0.answer != .yes : $0.answer != .no }
    if let matters { return .unknown(matters.reason) }
    return isolating.isEmpty ? .open : .denied(isolating)
  }

  private func allows(
    _ rule: NetworkPolicy.Rule, _ direction: NetworkPolicy.Direction, at pod: PolicyPod, other: Target,
    _ wanted: Wanted
  ) -> Answer {
    let peers: Answer =
      rule.peers.isEmpty ? .yes : .any(rule.peers.map { isMeant(other, by: $0, policyHome: pod.home) })
    // A port name is looked up in the called pod, whichever end the policy is at.
    var listener: PolicyPod?
    if direction == .ingress { listener = pod } else if case .pod(let called) = other { listener = called }
    let ports: Answer =
      rule.ports.isEmpty ? .yes : .any(rule.ports.map { $0.covers(wanted.port, wanted.transport, of: listener) })
    return .all([peers, ports])
  }

  private func isMeant(_ other: Target, by peer: NetworkPolicy.Peer, policyHome: PolicyPod.Home) -> Answer {
    switch (peer, other) {
    case (_, .unknownCaller): return .unknown("the calling pods are not in the input")
    case (.unreadable, _): return .unknown("a peer of the policy can't be read")
    case (.pods, .address), (.pods, .hostName): return .no
    case (.pods, .unknownPod): return .unknown("the called pods are not in the input")
    case (.pods(let selector, let namespaceSelector), .pod(let pod)):
      let isInNamespace =
        namespaceSelector.map { namespaces.isPicked(pod.home, by: $0) } ?? Answer(pod.home.name == policyHome.name)
      let answer = Answer.all([isInNamespace, pod.isPicked(by: selector)])
      // A request from a node's address isn't recognised as coming from the pod.
      return answer == .yes && pod.isOnHostNetwork
        ? .unknown("requests of a pod on its node's network come from the node") : answer
    case (.pods, .unknownAddress): return .unknown("whose address it is, is not in the input")
    case (.block(let block, let except, _), .unknownAddress):
      if block.isEverything && except.isEmpty { return .yes }
      return .unknown("whose address it is, is not in the input")
    case (.block(let block, let except, _), .address(let address)):
      return Answer(block.contains(address) && !except.contains { $0.contains(address) })
    case (.block(let block, let except, _), .hostName):
      if block.isEverything && except.isEmpty { return .yes }
      return .unknown("the address of a host name is unknown")
    case (.block, .pod), (.block, .unknownPod):
      return .unknown("the addresses of pods are unknown")
    }
  }
}

extension NetworkPolicy.Port {
  /// Whether the rule names a port.
  ///
  /// `pod` is the pod that listens; `nil` outside the cluster, where ports have no names.
  fileprivate func covers(_ port: Int?, _ transport: String, of pod: PolicyPod?) -> Answer {
    guard transport == self.transport else { return .no }
    switch (target, port) {
    case (.any, _): return .yes
    case (.unreadable, _): return .unknown("a port of the policy can't be read")
    case (_, nil): return .unknown("the port is unknown")
    case (.numbers(let numbers), let port?): return Answer(numbers.contains(port))
    case (.name(let name), let port?):
      guard let pod else { return .unknown("the number of port '\(name)' is not in the input") }
      return Answer(pod.ports.contains { $0.name == name && $0.transport == transport && $0.number == port })
    }
  }
}

extension Verdict {
  /// Both ends must let a call through.
  fileprivate init(egress: NetworkPolicies.Decision, ingress: NetworkPolicies.Decision, _ wanted: String) {
    switch (egress, ingress) {
    case (.denied(let out), .denied(let inward)):
      self.init(
        .denied, policies: Set(out + inward).sorted(), end: .both,
        reason: "no egress rule lets the caller out and no ingress rule lets it in (\(wanted))")
    case (.denied(let out), _):
      self.init(.denied, policies: out.sorted(), end: .egress, reason: "no egress rule lets it out (\(wanted))")
    case (_, .denied(let inward)):
      self.init(.denied, policies: inward.sorted(), end: .ingress, reason: "no ingress rule lets it in (\(wanted))")
    case (.unknown(let reason), _), (_, .unknown(let reason)):
      self.init(.cannotTell, reason: reason)
    case (.open, .open):
      self.init(.noPolicy)
    case (.allowed(let out), .allowed(let inward)):
      self.init(.allowed, policies: Set(out + inward).sorted(), reason: "egress and ingress rules let it through")
    case (.allowed(let out), .open):
      self.init(.allowed, policies: out.sorted(), reason: "an egress rule lets it out")
    case (.open, .allowed(let inward)):
      self.init(.allowed, policies: inward.sorted(), reason: "an ingress rule lets it in")
    }
  }
}
