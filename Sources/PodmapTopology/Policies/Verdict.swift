import PodmapManifests

/// What the policies in the input say about a call.
package struct Verdict: Sendable, Hashable {
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// Both ends let it through, and a policy says something about at least one of them.
    case allowed
    /// One end, or both, doesn't let it through.
    case denied
    /// No policy says anything about either end in the direction of the call.
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
  /// Whether a rule denies it, rather than none letting it through.
  package var isByRule = false
  /// The called workloads that the verdict is about, if a call may also reach pods of others with another verdict.
  package var workloads: [String] = []

  package init(_ state: State, policies: [NodeID] = [], end: End? = nil, reason: String = "", isByRule: Bool = false) {
    self.state = state
    self.policies = policies
    self.end = end
    self.reason = reason
    self.isByRule = isByRule
  }
}

extension Verdict {
  /// The verdict on a call that may reach the pods of any of several workloads: the worst of theirs.
  static func worst(_ verdicts: [(workload: String, verdict: Verdict)]) -> Verdict {
    let order: [State] = [.denied, .cannotTell, .allowed, .noPolicy]
    guard let state = order.first(where: { state in verdicts.contains { $0.verdict.state == state } }) else {
      return Verdict(.noPolicy)
    }
    let same = verdicts.filter { $0.verdict.state == state }
    var worst = same[0].verdict
    worst.policies = Set(same.flatMap(\.verdict.policies)).sorted()
    if Set(same.map(\.verdict.end)).count > 1 { worst.end = .both }
    if state == .denied || state == .cannotTell, same.count < verdicts.count {
      worst.workloads = Set(same.map(\.workload)).sorted()
      worst.reason = "some of its pods (\(worst.workloadWords)): \(worst.reason)"
    }
    return worst
  }

  /// The workloads in a message: "v2", "v2, v3, v4 and 2 more".
  package var workloadWords: String { workloads.map { $0.shortened(to: .quotedName) }.briefList }
}
