/// A consequence of NetworkPolicies that differs between the sides, or a policy that does.
package struct PolicyChange: Sendable, Hashable {
  /// In the order in which reviewers need them.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// No policy limits any longer who may call the pods (ingress), or whom they may call (egress).
    case isolationLost
    /// Calls, and requests from outside, that were denied.
    case nowAllowed
    case nowDenied
    /// It depends on something that the manifests don't say.
    case nowUnclear
    case isolationGained
    case policyRemoved, policyChanged, policyAdded
  }

  package var kind: Kind
  /// The IDs of what it is about: a pod, a container that calls, an entry point, or a policy.
  package var left: String?
  package var right: String?
  /// The other end of a call.
  package var called: String?
  /// "ingress", "egress"
  package var directions: [String] = []
  /// The IDs of the policies that isolate, allow or deny: those of the side that has them.
  package var policies: [String] = []
  package var sentence: Sentence
  package var evidence: [SidedEvidence]

  package var subject: String { right ?? left ?? "" }
}

extension PolicyChange.Kind {
  package var words: StaticString {
    switch self {
    case .isolationLost: "no longer isolated"
    case .nowAllowed: "now allowed"
    case .nowDenied: "now denied"
    case .nowUnclear: "now unclear"
    case .isolationGained: "now isolated"
    case .policyRemoved: "policy removed"
    case .policyChanged: "policy changed"
    case .policyAdded: "policy added"
    }
  }
}

extension Comparison {
  /// What the NetworkPolicies of both sides say differently, first what they no longer prevent.
  package var policyChanges: [PolicyChange] {
    let all = IsolationChanges(self).all + CallVerdictChanges(self).all + PolicyObjectChanges(self).all
    return all.enumerated().sorted { left, right in
      func rank(_ change: PolicyChange) -> Int { PolicyChange.Kind.allCases.firstIndex(of: change.kind) ?? 0 }
      return (rank(left.element), left.element.subject, left.offset)
        < (rank(right.element), right.element.subject, right.offset)
    }.map(\.element)
  }
}
