package import PodmapManifests

/// Something that Kubernetes names, or that a manifest implies.
package struct Node: Sendable {
  /// Whether the object stands in the input.
  package enum Presence: Sendable, Hashable {
    /// It is defined in the input, or is a part of something that is.
    case present
    /// The input should hold it, since something refers to it, but does not.
    case missing
    /// It rightly stays out of repositories, or need not exist: a Secret, an optional reference.
    case notInInput
    /// The cluster provides it by itself.
    case external
  }

  package var id: NodeID
  package var kind: ResourceKind
  package var name: String
  /// Nothing for cluster-scoped objects.
  package var namespace: String?
  /// The position of the node that this one is a part of: a container's pod owner.
  package var parent: Int?
  package var presence: Presence
  /// Where it is defined: several places when the input holds it several times, the one that counts last.
  package var places: [Place]
  package var labels: [Label]
  package var facts: Facts

  package init(
    id: NodeID, kind: ResourceKind, name: String, namespace: String?, parent: Int? = nil,
    presence: Presence = .present, places: [Place] = [], labels: [Label] = [], facts: Facts = .none
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.namespace = namespace
    self.parent = parent
    self.presence = presence
    self.places = places
    self.labels = labels
    self.facts = facts
  }
}

extension Node {
  /// What a node is beyond its name, for the kinds that are drawn in detail.
  package indirect enum Facts: Sendable {
    case none
    /// An object with pod templates in it.
    case workload(Workload)
    case container(Container)
    case volume(Volume)
    case service(Service)
    case claim(Claim)
    case autoscaler(AutoscalerBounds)
    /// Where requests come in, and the routes behind.
    case entry(Entry)
    case networkPolicy(NetworkPolicy)
    /// A node that was written by hand.
    case drawn(DrawnByHand)
  }

  package var workload: Workload? {
    if case .workload(let workload) = facts { workload } else { nil }
  }

  package var container: Container? {
    if case .container(let container) = facts { container } else { nil }
  }

  package var volume: Volume? {
    if case .volume(let volume) = facts { volume } else { nil }
  }

  package var networkPolicy: NetworkPolicy? {
    if case .networkPolicy(let policy) = facts { policy } else { nil }
  }

  package var drawnByHand: DrawnByHand? {
    if case .drawn(let drawn) = facts { drawn } else { nil }
  }

  package var entry: Entry? {
    if case .entry(let entry) = facts { entry } else { nil }
  }

  package var service: Service? {
    if case .service(let service) = facts { service } else { nil }
  }
}

/// A label of an object or a pod template.
package struct Label: Hashable, Sendable {
  package var key: String
  package var value: String

  package init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}
