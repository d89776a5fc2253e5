/// The API groups that every cluster has, from the Kubernetes API reference.
enum BuiltInGroups {
  /// Whether a group belongs to Kubernetes itself. Groups below `k8s.io` that are installed separately (the Gateway
  /// API, metrics, snapshots) do not.
  static func contains(_ group: Substring) -> Bool {
    switch group {
    case "", "apps", "autoscaling", "batch", "extensions", "policy",
      "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io", "authentication.k8s.io",
      "authorization.k8s.io", "certificates.k8s.io", "coordination.k8s.io", "discovery.k8s.io", "events.k8s.io",
      "flowcontrol.apiserver.k8s.io", "internal.apiserver.k8s.io", "networking.k8s.io", "node.k8s.io",
      "rbac.authorization.k8s.io", "resource.k8s.io", "scheduling.k8s.io", "storage.k8s.io",
      "storagemigration.k8s.io":
      true
    default: false
    }
  }
}
