/// One end of a call, with the policies that decide about it.
struct PolicyMatch {
  let direction: NetworkPolicy.Direction
  /// The pod at this end.
  let pod: PolicyPod
  let other: NetworkPolicies.Target
  let wanted: NetworkPolicies.Wanted
  let index: PolicyIndex

  var namespaces: NamespaceLabels { index.namespaces }

  // MARK: - Policies that add up

  /// What policies decide that isolate pods, and let traffic through all the same; a rule that denies comes first.
  func additive(_ policies: [JudgedPod.Applied], isMesh: Bool = false) -> Decision {
    var (isolating, allowing, denying): ([NodeID], [NodeID], [NodeID]) = ([], [], [])
    var (doubts, denials): ([String], [String]) = ([], [])
    // Policies that may not apply to the pod at all.
    var perhaps: [(isIsolating: Bool, answer: Answer, reason: String)] = []
    for applied in policies {
      let (id, policy) = (index.id(applied), index.policy(applied))
      guard policy.gap == .invalid || policy.affects(direction) else { continue }
      if policy.gap == .invalid {
        perhaps.append((true, .unknown(""), "\(id.kindAndName) is invalid"))
        continue
      }
      let rules = policy.rules(direction)
      let answer = Answer.any(rules.lazy.filter { $0.action == .allow }.map { allows($0, policy) })
      switch Answer.any(rules.lazy.filter { $0.action == .deny || $0.action == .delegate }.map { allows($0, policy) }) {
      case .no: break
      case .yes where applied.selection == .yes: denying.append(id)
      case .yes: if case .unknown(let reason) = applied.selection { denials.append(reason) }
      case .unknown(let reason): denials.append(reason)
      }
      let isIsolating = policy.directions.contains(direction)
      if case .unknown(let reason) = applied.selection {
        perhaps.append((isIsolating, answer, reason))
        continue
      }
      if isIsolating { isolating.append(id) }
      switch answer {
      case .yes: allowing.append(id)
      case .no: break
      case .unknown(let reason): doubts.append(reason)
      }
    }
    if isolating.isEmpty && perhaps.isEmpty && denying.isEmpty && denials.isEmpty {
      return allowing.isEmpty ? .open : .allowed(allowing)
    }
    if pod.isOnHostNetwork { return .unknown("policies hardly ever isolate a pod on its node's network") }
    if !denying.isEmpty { return .denied(denying, byRule: true) }
    if let denial = denials.first { return .unknown(denial) }
    if !allowing.isEmpty { return .allowed(allowing) }
    if !isMesh, case .pod(let caller) = other, caller.pod.isOnHostNetwork {
      return .unknown("requests of a pod on its node's network come from the node")
    }
    if !isolating.isEmpty, let doubt = doubts.first { return .unknown(doubt) }
    // If no policy certainly isolates the pod, one that may isolate it matters only if it lets nothing through.
    let matters = perhaps.first { isolating.isEmpty ? $0.isIsolating && $0.answer != .yes : $0.answer != .no }
    if let matters { return .unknown(matters.reason) }
    return isolating.isEmpty ? .open : .denied(isolating, byRule: false)
  }

  // MARK: - Policies in order

  /// What the first rule that matches decides; `next` is what the next tier does.
  func ordered(_ groups: [[JudgedPod.Applied]], next: () -> Decision) -> Decision {
    var candidates: [(decision: Decision, doubt: String?)] = []
    for group in groups {
      var decided: [Decision] = []
      for applied in group {
        let (id, policy) = (index.id(applied), index.policy(applied))
        if policy.gap == .invalid { return .unknown("\(id.kindAndName) is invalid") }
        for rule in policy.rules(direction) {
          switch Answer.all([applied.selection, allows(rule, policy)]) {
          case .no: continue
          case .unknown(let reason):
            candidates.append((decision(rule, id, next), reason))
            continue
          case .yes: decided.append(decision(rule, id, next))
          }
          break
        }
      }
      guard !decided.isEmpty else { continue }
      if pod.isOnHostNetwork { break }
      return .either(candidates + decided.map { ($0, "policies with the same priority decide differently") })
    }
    if pod.isOnHostNetwork, groups.contains(where: { $0.contains { index.policy($0).affects(direction) } }) {
      return .unknown("policies hardly ever isolate a pod on its node's network")
    }
    return candidates.isEmpty ? next() : .either(candidates + [(next(), nil)])
  }

  private func decision(_ rule: NetworkPolicy.Rule, _ id: NodeID, _ next: () -> Decision) -> Decision {
    switch rule.action {
    case .allow: .allowed([id])
    case .deny: .denied([id], byRule: true)
    case .pass, .delegate: next()
    }
  }

  // MARK: - Other policies

  /// What the policies of a service mesh decide, which apply only to its members.
  func inMesh(_ policies: [JudgedPod.Applied], _ isMember: Answer) -> Decision {
    switch isMember {
    case .no: .open
    case .yes: additive(policies, isMesh: true)
    case .unknown(let reason): .either([(.open, reason), (additive(policies, isMesh: true), reason)])
    }
  }

  /// A decision, as far as policies that aren't judged leave it certain.
  func doubted(_ decision: Decision, _ unread: [PolicyReach]) -> Decision {
    let relevant = unread.filter { $0.directions.contains(direction) && (!$0.isAboutOutside || isOutside) }
    if relevant.isEmpty || decision.isDenied && !relevant.contains(where: \.mayAllow) { return decision }
    return .unknown("policies of other kinds are in the input")
  }

  private var isOutside: Bool {
    switch other {
    case .address, .unknownAddress, .hostName, .outside, .unknownCaller: true
    case .pod, .unknownPod: false
    }
  }
}

extension NetworkPolicy {
  func affects(_ direction: Direction) -> Bool { directions.contains(direction) || !rules(direction).isEmpty }
}
