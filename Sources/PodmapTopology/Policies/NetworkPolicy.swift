package import PodmapManifests

extension ResourceKind {
  package static let networkPolicy = ResourceKind(rawValue: "NetworkPolicy")
}

/// What a NetworkPolicy (networking.k8s.io/v1 `NetworkPolicySpec`) says: which pods it isolates, and what is
/// let through all the same.
package struct NetworkPolicy: Sendable, Hashable {
  /// Seen from the pods that the policy selects.
  package enum Direction: String, Sendable, Hashable, CaseIterable {
    case ingress, egress
  }

  /// Lets through what any of its peers and any of its ports match.
  struct Rule: Sendable, Hashable {
    /// None: everyone.
    var peers: [Peer]
    /// None: every port.
    var ports: [Port]
  }

  /// Who is at the other end.
  enum Peer: Sendable, Hashable {
    /// Pods by their labels and those of their namespace; both must hold. Without `namespaces` those of the policy's
    /// own namespace are meant.
    case pods(LabelSelector, namespaces: LabelSelector?)
    case block(AddressBlock, except: [AddressBlock], evidence: [Evidence])
    /// A peer that makes no sense; what it was meant to match is not known.
    case unreadable
  }

  /// Ports of the pod that requests arrive at, not those of a Service in front of it.
  struct Port: Sendable, Hashable {
    enum Target: Sendable, Hashable {
      case any
      case numbers(ClosedRange<Int>)
      case name(String)
      case unreadable
    }

    /// `TCP`, `UDP` or `SCTP`
    var transport: String
    var target: Target
    var evidence: [Evidence]
  }

  /// The pods that it isolates, in its own namespace.
  var selector: LabelSelector
  /// `spec.podSelector` itself, for a selector without a requirement to point at.
  var selectorEvidence: Evidence
  /// The directions in which these pods are isolated.
  package var directions: [Direction]
  var ingress: [Rule]
  var egress: [Rule]

  func rules(_ direction: Direction) -> [Rule] {
    switch direction {
    case .ingress: ingress
    case .egress: egress
    }
  }
}
