package import PodmapManifests

extension ResourceKind {
  package static let networkPolicy = ResourceKind(rawValue: "NetworkPolicy")
}

/// The content of a NetworkPolicy (networking.k8s.io/v1 `NetworkPolicySpec`): which pods it isolates, and what it lets
/// through nevertheless.
package struct NetworkPolicy: Sendable, Hashable {
  /// The direction of traffic, seen from the pods that the policy selects.
  package enum Direction: String, Sendable, Hashable, CaseIterable {
    case ingress, egress
  }

  /// A rule lets through traffic that matches any of its peers and any of its ports.
  struct Rule: Sendable, Hashable {
    /// If empty, everyone.
    var peers: [Peer]
    /// If empty, every port.
    var ports: [Port]
  }

  /// The other end of the traffic.
  enum Peer: Sendable, Hashable {
    /// Pods by their labels and those of their namespace; both must match. Without `namespaces`, pods in the policy's
    /// own namespace.
    case pods(LabelSelector, namespaces: LabelSelector?)
    case block(AddressBlock, except: [AddressBlock], evidence: [Evidence])
    /// An invalid peer; we don't know what it was meant to match.
    case unreadable
  }

  /// Ports of the pod that receives the requests, not those of a Service in front of it.
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

  /// The pods in its own namespace that it isolates.
  var selector: LabelSelector
  /// `spec.podSelector` itself, as evidence if the selector has no requirements.
  var selectorEvidence: Evidence
  /// Whether it isolates no pod in the input.
  package var isIdle = false
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
