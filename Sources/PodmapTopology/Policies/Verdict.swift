/// What the NetworkPolicies of the input say about a call.
package struct Verdict: Sendable, Hashable {
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// Both ends let it through, and at least one of them is isolated.
    case allowed
    /// One end, or both, does not let it through.
    case denied
    /// No policy isolates either end in the direction of the call.
    case noPolicy
    /// It depends on what the input does not tell.
    case cannotTell
  }

  /// The end of the call that decides.
  package enum End: String, Sendable, Hashable, CaseIterable {
    /// The pod that calls.
    case egress
    /// The pod that is called.
    case ingress
    case both
  }

  package var state: State
  /// The policies that let it through, or that isolate the end which does not; sorted by id.
  package var policies: [NodeID]
  /// Where it is denied; nothing for all other states.
  package var end: End?
  /// Why, in words; empty where there is no policy.
  package var reason: String

  package init(_ state: State, policies: [NodeID] = [], end: End? = nil, reason: String = "") {
    self.state = state
    self.policies = policies
    self.end = end
    self.reason = reason
  }
}

extension Verdict {
  /// What holds for a call that reaches any of several pods: it is as bad as the worst of them.
  static func worst(_ verdicts: [Verdict]) -> Verdict {
    let order: [State] = [.denied, .cannotTell, .allowed, .noPolicy]
    guard let state = order.first(where: { state in verdicts.contains { $0.state == state } }) else {
      return Verdict(.noPolicy)
    }
    let same = verdicts.filter { $0.state == state }
    var worst = same[0]
    worst.policies = Set(same.flatMap(\.policies)).sorted()
    if Set(same.map(\.end)).count > 1 { worst.end = .both }
    return worst
  }
}
