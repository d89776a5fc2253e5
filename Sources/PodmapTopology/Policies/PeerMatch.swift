import PodmapManifests

extension PolicyMatch {
  /// Whether a rule of a policy matches the call.
  func allows(_ rule: NetworkPolicy.Rule, _ policy: NetworkPolicy) -> Answer {
    let peers: Answer = rule.peers.isEmpty ? .yes : .any(rule.peers.lazy.map { isMeant($0, policy, rule) })
    if peers == .no { return .no }
    // A port name is looked up in the called pod, whichever end the policy is at.
    var listener: PolicyPod?
    if direction == .ingress { listener = pod } else if case .pod(let called) = other { listener = called.pod }
    let ports: Answer =
      rule.ports.isEmpty ? .yes : .any(rule.ports.lazy.map { $0.covers(wanted.port, wanted.transport, of: listener) })
    let isConditional = rule.action == .delegate ? "a program outside the mesh decides" : rule.condition.map(Self.asks)
    return .all([peers, ports, isConditional.map { .unknown($0) } ?? .yes])
  }

  private static func asks(_ condition: String) -> String {
    "a rule asks for \(condition), which manifests don't show"
  }

  private func isMeant(
    _ peer: NetworkPolicy.Peer, _ policy: NetworkPolicy, _ rule: NetworkPolicy.Rule
  ) -> Answer {
    switch peer {
    case .unreadable: return .unknown("a peer of the policy can't be read")
    case .unjudged(let field): return .unknown("\(field) of a policy isn't judged")
    case .pods(let selector, let namespaces): return isMeant(selector, namespaces)
    case .block(let block, let except, _): return isMeant(block, except, policy, rule)
    case .entity(let entity): return isMeant(entity)
    case .nodes: return isNode
    case .hosts(let patterns): return isMeant(patterns)
    case .service(let name, let namespace): return isMeant(name, namespace)
    case .caller(let caller): return caller.isMeant(other, home: pod.home.name, namespaces)
    }
  }

  private func isMeant(_ selector: LabelSelector, _ namespaceSelector: LabelSelector?) -> Answer {
    switch other {
    case .unknownCaller: return .unknown(Self.unknownCaller)
    case .address(let bytes): return AddressBlock.isPrivate(bytes) ? .unknown(Self.privateAddress) : .no
    case .unknownAddress: return .unknown(Self.unknownAddress)
    case .hostName, .outside: return .no
    case .unknownPod: return .unknown(Self.unknownPod)
    case .pod(let end):
      let isInNamespace =
        namespaceSelector.map { namespaces.isPicked(end.pod.home, by: $0) }
        ?? Answer(end.pod.home.name == pod.home.name)
      if isInNamespace == .no { return .no }
      let answer = Answer.all([isInNamespace, end.pod.isPicked(by: selector)])
      // A request from a node's address isn't recognised as coming from the pod.
      return answer != .no && end.pod.isOnHostNetwork
        ? .unknown("requests of a pod on its node's network come from the node") : answer
    }
  }

  private func isMeant(
    _ block: AddressBlock, _ except: [AddressBlock], _ policy: NetworkPolicy, _ rule: NetworkPolicy.Rule
  ) -> Answer {
    switch other {
    case .unknownCaller: return .unknown(Self.unknownCaller)
    case .address(let address):
      if block.contains(address) { return Answer(!except.contains { $0.contains(address) }) }
      return AddressBlock.isPrivate(address) && policy.blocks != .outsideOnly ? .unknown(Self.privateAddress) : .no
    case .unknownAddress:
      if block.isEverything && except.isEmpty { return .yes }
      return .unknown(Self.unknownAddress)
    case .hostName, .outside:
      if block.isEverything && block.isIPv4 && except.isEmpty { return .yes }
      return .unknown("the address of a host name is unknown")
    case .pod(let end) where end.pod.isOnHostNetwork: return .unknown(Self.podAddress)
    case .pod, .unknownPod:
      switch policy.blocks {
      case .outsideOnly: return .no
      case .podsToo where rule.hasBlocksOfBothFamilies: return .yes
      case .podsToo, .unknownForPods: return .unknown(Self.podAddress)
      }
    }
  }

  private func isMeant(_ entity: PolicyEntity) -> Answer {
    let membership: PolicyEntity.Membership
    switch other {
    case .unknownCaller: membership = entity.name == "all" ? .yes : .unknown
    case .pod(let end): membership = end.pod.isOnHostNetwork && entity.name != "all" ? .unknown : entity.pods
    case .unknownPod:
      let isServer = wanted.service == Self.apiServer && entity.name == "kube-apiserver"
      membership = isServer ? .yes : entity.pods == .no ? .unknown : entity.pods
    case .address(let bytes): membership = AddressBlock.isPrivate(bytes) ? entity.privateAddresses : entity.outside
    case .unknownAddress: membership = entity.name == "all" ? .yes : .unknown
    case .hostName, .outside: membership = entity.outside
    }
    switch membership {
    case .yes: return .yes
    case .no: return .no
    case .unknown: return .unknown("manifests don't say what belongs to '\(entity.name)'")
    }
  }

  private var isNode: Answer {
    switch other {
    case .unknownCaller: .unknown(Self.unknownCaller)
    case .pod(let end) where !end.pod.isOnHostNetwork: .no
    case .pod, .unknownPod, .address, .unknownAddress, .hostName, .outside:
      .unknown("the addresses of nodes are unknown")
    }
  }

  private func isMeant(_ patterns: [HostPattern]) -> Answer {
    switch other {
    case .hostName(let name): Answer(patterns.contains { $0.matches(name) })
    case .address, .unknownAddress, .outside: .unknown("which names an address has is unknown")
    case .unknownCaller: .unknown(Self.unknownCaller)
    case .pod, .unknownPod: .no
    }
  }

  private func isMeant(_ name: String, _ namespace: String?) -> Answer {
    guard wanted.service == NodeID(.service, name, in: namespace ?? pod.home.name) else { return .no }
    // Versions differ in whether Services that select pods count.
    if case .unknownPod = other { return .yes }
    return .unknown("whether toServices includes Services with a selector depends on the version of Cilium")
  }

  private static let apiServer = NodeID(.service, "kubernetes", in: "default")
  private static let unknownCaller = "the calling pods are not in the input"
  private static let unknownPod = "the called pods are not in the input"
  private static let unknownAddress = "whose address it is, is not in the input"
  private static let privateAddress = "the private address may be that of a pod or a Service"
  private static let podAddress = "the addresses of pods are unknown"
}

extension NetworkPolicy.Rule {
  /// Whether its blocks contain every address there is.
  fileprivate var hasBlocksOfBothFamilies: Bool {
    let everything = peers.compactMap { peer -> Bool? in
      guard case .block(let block, let except, _) = peer, block.isEverything, except.isEmpty else { return nil }
      return block.isIPv4
    }
    return Set(everything).count == 2
  }
}

extension NetworkPolicy.Port {
  /// Whether the rule names a port.
  ///
  /// `pod` is the pod that listens; `nil` outside the cluster, where ports have no names.
  fileprivate func covers(_ port: Int?, _ transport: String, of pod: PolicyPod?) -> Answer {
    guard self.transport == nil || transport == self.transport else { return .no }
    switch (target, port) {
    case (.any, _): return .yes
    case (.none, _): return .no
    case (.unreadable, _): return .unknown("a port of the policy can't be read")
    case (.numbers(let numbers), nil) where numbers == 1...65535: return .yes
    case (.name(let name), nil) where pod.map { !$0.has(name, transport) } ?? false: return .no
    case (_, nil): return .unknown("the port is unknown")
    case (.numbers(let numbers), let port?): return Answer(numbers.contains(port))
    case (.allBut(let numbers), let port?): return Answer(!numbers.contains(port))
    case (.name(let name), let port?):
      guard let pod else { return .unknown("the number of port '\(name)' is not in the input") }
      return Answer(pod.ports.contains { $0.name == name && $0.transport == transport && $0.number == port })
    }
  }
}
