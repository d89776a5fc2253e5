package import PodmapManifests

extension ResourceKind {
  package static let networkPolicy = ResourceKind(rawValue: "NetworkPolicy")
}

/// A policy about network traffic: a NetworkPolicy, or a policy of another kind that means much the same.
///
/// It says which pods it is about, and what it lets through or denies. `PolicyKind` has the kinds that are read.
package struct NetworkPolicy: Sendable, Hashable {
  /// The direction of traffic, seen from the pods that the policy is about.
  package enum Direction: String, Sendable, Hashable, CaseIterable {
    case ingress, egress
  }

  /// When the policies of a kind decide, and how.
  enum Tier: Sendable, Hashable {
    /// Before all others: the first rule that matches decides; a lower priority comes first.
    case admin(priority: Int)
    /// NetworkPolicies and those of Cilium: what they let through adds up.
    case standard
    /// Only where the other tiers decide nothing; in order, as in the admin tier.
    case baseline(priority: Int)
    /// In addition to the network's policies: what the proxies of a service mesh let through.
    case mesh
  }

  /// The pods that it is about, by their labels.
  var selector: LabelSelector
  /// The selector itself, as evidence if it has no requirements.
  var selectorEvidence: Evidence
  /// Selects the namespaces of these pods; `nil` for the policy's own.
  var namespaces: LabelSelector?
  /// Whether it isolates no pod in the input.
  package var isIdle = false
  /// The directions in which the pods are isolated: what no rule lets through is denied.
  package var directions: [Direction]
  var ingress: [Rule]
  var egress: [Rule]
  var tier = Tier.standard
  /// What the blocks of addresses in its rules mean for pods.
  var blocks = BlockMeaning.unknownForPods
  /// Why its effect is unknown: the API server refuses it, or Podmap doesn't judge its kind.
  var gap: Gap?
  /// Further policies in the same object (`specs` of Cilium's kinds).
  var more: [NetworkPolicy] = []

  /// All policies of the object.
  var all: [NetworkPolicy] { more.isEmpty ? [self] : [self] + more }

  func rules(_ direction: Direction) -> [Rule] {
    switch direction {
    case .ingress: ingress
    case .egress: egress
    }
  }

  /// The directions that it says anything about.
  package var affected: [Direction] {
    Direction.allCases.filter { direction in all.contains { $0.affects(direction) } }
  }

  /// Whether its effect isn't judged, because of its kind.
  package var isUnread: Bool { if case .unread? = gap { true } else { false } }

  /// Whether its effect is known.
  package var isJudged: Bool { gap == nil }

  /// Whether it only isolates pods and lets traffic through, as a NetworkPolicy does.
  package var isPlain: Bool {
    gap == nil
      && all.allSatisfy { $0.tier == .standard && ($0.ingress + $0.egress).allSatisfy { $0.action == .allow } }
  }

  /// Whether it is about all pods of all namespaces, so that no edge leads to any.
  package var isAboutEverything: Bool {
    gap == nil && all.contains { $0.selector.isEverything && $0.namespaces?.isEverything == true }
  }

  /// Whether it says what a pod can't send or receive; otherwise it only adds exceptions to other policies.
  package func isolates(_ direction: Direction) -> Bool { all.contains { $0.directions.contains(direction) } }
}

extension NetworkPolicy {
  enum BlockMeaning: Sendable, Hashable {
    /// Network plugins differ in whether blocks include pods.
    case unknownForPods
    /// Pods are never meant (Cilium).
    case outsideOnly
    /// Pods are meant too, by their addresses (the admin tiers).
    case podsToo
  }

  enum Gap: Sendable, Hashable {
    /// A field has a value that the API server refuses.
    case invalid
    /// Podmap doesn't judge policies of this kind, or this version of it.
    case unread(PolicyReach)
  }
}
