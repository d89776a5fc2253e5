package import PodmapManifests

/// Kinds of nodes that no manifest names as objects of their own.
extension ResourceKind {
  /// One container of a pod.
  package static let container = ResourceKind(rawValue: "Container")
  /// A volume that belongs to its pod: `emptyDir`, `hostPath`, a claim template.
  package static let volume = ResourceKind(rawValue: "Volume")
  /// A host outside the cluster.
  package static let host = ResourceKind(rawValue: "Host")
  /// A range of addresses that a NetworkPolicy names (`ipBlock.cidr`).
  package static let addressBlock = ResourceKind(rawValue: "AddressBlock")
  /// A node of a hand-written diagram. API groups of custom kinds have a dot, so no object is of this kind.
  package static let diagram = ResourceKind(rawValue: "Diagram.podmap")
}
