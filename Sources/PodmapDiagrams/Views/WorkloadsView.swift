import PodmapManifests
import PodmapTopology

extension Canvas {
  /// Pods with their containers, and the objects they use. What only concerns access and the cluster itself
  /// is left to the views that are about it.
  mutating func drawWorkloads() {
    var items: [(position: Int, group: Int?)] = []
    for (position, node) in topology.nodes.enumerated()
    where node.parent == nil && node.drawnByHand == nil && node.kind.isPartOfApplication {
      items.append((position, namespaceGroup(node.namespace)))
    }
    add(items)
    let routed = topology.routedPairs
    link { edge in
      // Whom policies let through, the view of the network shows.
      if edge.kind == .allows { return false }
      // A line to the port says what a line to the pod would.
      return edge.kind != .selects || !routed.contains([edge.from, edge.to])
    }
  }
}

extension ResourceKind {
  /// Whether an object of the kind belongs into a picture of the application, rather than of its access rights
  /// or of the cluster.
  var isPartOfApplication: Bool {
    !Self.aboutTheCluster.contains(rawValue)
  }

  private static let aboutTheCluster: Set<String> = [
    "AddressBlock", "Namespace", "Node", "ServiceAccount", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding",
    "StorageClass", "IngressClass", "PriorityClass", "RuntimeClass", "CustomResourceDefinition", "CSIDriver", "CSINode",
    "CSIStorageCapacity", "VolumeAttachment", "APIService", "MutatingWebhookConfiguration",
    "ValidatingWebhookConfiguration", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding",
    "FlowSchema", "PriorityLevelConfiguration", "Lease", "Event", "ControllerRevision", "ResourceQuota", "LimitRange",
    "PodSecurityPolicy", "Endpoints", "EndpointSlice", "ServiceCIDR", "IPAddress",
  ]
}
