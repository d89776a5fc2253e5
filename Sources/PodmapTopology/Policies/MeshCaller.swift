/// What a rule of Istio asks of a caller (`source` of an AuthorizationPolicy); all conditions must be met.
struct MeshCaller: Sendable, Hashable {
  struct Condition: Sendable, Hashable {
    enum Attribute: String, Sendable, Hashable, CaseIterable {
      case principals, namespaces, serviceAccounts, ipBlocks
      case remoteIpBlocks, requestPrincipals
    }

    var attribute: Attribute
    /// Whether none of the values may apply: `notPrincipals`.
    var isNegative: Bool
    var values: [String]
  }

  var conditions: [Condition]

  /// Whether it means the other end of a call; `home` is the namespace of service accounts that name none.
  func isMeant(_ other: NetworkPolicies.Target, home: String, _ namespaces: NamespaceLabels) -> Answer {
    .all(
      conditions.lazy.map { condition in
        let answer = answer(condition, other, home, namespaces)
        guard condition.isNegative else { return answer }
        switch answer {
        case .yes: return .no
        case .no: return .yes
        case .unknown: return answer
        }
      })
  }

  private func answer(
    _ condition: Condition, _ other: NetworkPolicies.Target, _ home: String, _ namespaces: NamespaceLabels
  ) -> Answer {
    switch condition.attribute {
    case .remoteIpBlocks, .requestPrincipals:
      return .unknown("a rule asks for \(condition.attribute.rawValue), which manifests don't show")
    case .ipBlocks: return isIn(condition.values, other)
    case .principals, .namespaces, .serviceAccounts: break
    }
    switch other {
    case .unknownCaller: return .unknown("the calling pods are not in the input")
    case .unknownAddress: return .unknown("whose address it is, is not in the input")
    // Only members of the mesh prove who they are.
    case .unknownPod, .address, .hostName, .outside: return .no
    case .pod(let end):
      let match = Answer.any(condition.values.lazy.map { matches($0, condition.attribute, end.pod, home) })
      guard match != .no else { return .no }
      return .all([MeshMembership.answer(end.pod, namespaces), match])
    }
  }

  private func matches(_ value: String, _ attribute: Condition.Attribute, _ pod: PolicyPod, _ home: String) -> Answer {
    if value == "*" { return .yes }
    guard case .given(let namespace) = pod.home else {
      return .unknown("the manifest doesn't say which namespace its pods are in")
    }
    if attribute == .namespaces { return Answer(Self.fits(value, namespace)) }
    guard let account = pod.serviceAccount else { return .unknown("the pod's service account is unknown") }
    if attribute == .serviceAccounts {
      return Answer((value.contains("/") ? value : "\(home)/\(value)") == "\(namespace)/\(account)")
    }
    let identity = "/ns/\(namespace)/sa/\(account)"
    if Self.fits(value, "cluster.local" + identity) { return .yes }
    return value.hasSuffix(identity) ? .unknown("the trust domain of the mesh is not in the input") : .no
  }

  /// Whether a value matches, which may have `*` at its beginning or end.
  private static func fits(_ pattern: String, _ value: String) -> Bool {
    if pattern.hasSuffix("*") { return value.hasPrefix(pattern.dropLast()) }
    if pattern.hasPrefix("*") { return value.hasSuffix(pattern.dropFirst()) }
    return pattern == value
  }

  private func isIn(_ values: [String], _ other: NetworkPolicies.Target) -> Answer {
    let blocks = values.map { AddressBlock($0) ?? AddressBlock(address: $0) }
    switch other {
    case .address(let bytes): return Answer(blocks.contains { $0?.contains(bytes) ?? false })
    case .pod, .unknownPod: return .unknown("the addresses of pods are unknown")
    case .unknownCaller, .unknownAddress, .hostName, .outside: return .unknown("the addresses of callers are unknown")
    }
  }
}
