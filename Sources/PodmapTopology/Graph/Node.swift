package import PodmapManifests

/// Something that Kubernetes names, or that a manifest implies.
package struct Node: Sendable {
  /// Whether the object is in the input.
  package enum Presence: Sendable, Hashable {
    /// Defined in the input, or a part of something that is.
    case present
    /// Absent from the input, although something refers to it.
    case missing
    /// Absent for a good reason: it is kept out of repositories (a Secret), or need not exist (an optional reference).
    case notInInput
    /// Provided by the cluster.
    case external
    /// A host outside the cluster.
    case outside
  }

  package var id: NodeID
  package var kind: ResourceKind
  package var name: String
  /// `nil` for cluster-scoped objects.
  package var namespace: String?
  /// The position of the node that this one is a part of: the owner of a container's pod.
  package var parent: Int?
  package var presence: Presence
  /// Where the object is defined. If the input defines it several times, the definition that counts comes last.
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
  /// What is known about a node beyond its name, for the kinds that are drawn in detail.
  package indirect enum Facts: Sendable {
    case none
    /// An object with pod templates in it.
    case workload(Workload)
    case container(Container)
    case volume(Volume)
    case service(Service)
    case claim(Claim)
    /// A PersistentVolume.
    case volumeResource(VolumeResource)
    case autoscaler(AutoscalerBounds)
    /// An entry point for requests, and its routes.
    case entry(Entry)
    case networkPolicy(NetworkPolicy)
    case referenceGrant(ReferenceGrant)
    /// A node of a hand-written diagram.
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
