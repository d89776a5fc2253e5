/// What the NetworkPolicies in the input say about a call.
package struct Verdict: Sendable, Hashable {
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// Both ends let it through, and at least one of them is isolated.
    case allowed
    /// One end, or both, doesn't let it through.
    case denied
    /// No policy isolates either end in the direction of the call.
    case noPolicy
    /// It depends on something that the input doesn't say.
    case cannotTell
  }

  /// The end of the call that decides.
  package enum End: String, Sendable, Hashable, CaseIterable {
    /// The calling pod.
    case egress
    /// The called pod.
    case ingress
    case both
  }

  package var state: State
  /// The policies that let it through, or that isolate the end that doesn't; sorted by ID.
  package var policies: [NodeID]
  /// The end at which it is denied; `nil` in all other states.
  package var end: End?
  /// Why, in words; empty without a policy.
  package var reason: String

  package init(_ state: State, policies: [NodeID] = [], end: End? = nil, reason: String = "") {
    self.state = state
    self.policies = policies
    self.end = end
    self.reason = reason
  }
}

extension Verdict {
  /// The verdict on a call that may reach any of several pods: the worst of theirs.
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
