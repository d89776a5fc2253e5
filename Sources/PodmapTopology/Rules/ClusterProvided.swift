import PodmapManifests

/// Objects that a cluster has without anybody's manifest, so that a reference to them is never dangling.
enum ClusterProvided {
  static func provides(_ kind: ResourceKind, _ name: String, in namespace: String?) -> Bool {
    if let namespace, systemNamespaces.contains(namespace) { return true }
    switch kind {
    case .serviceAccount: return name == "default"
    case .configMap:
      // The last one is what Istio puts into each namespace.
      return ["kube-root-ca.crt", "openshift-service-ca.crt", "istio-ca-root-cert"].contains(name)
    case .service: return name == "kubernetes" && namespace == "default"
    case .namespace: return name == "default" || systemNamespaces.contains(name)
    // Their names belong to the cluster that the application is installed on.
    case .priorityClass, .storageClass, .ingressClass, .runtimeClass, .node, .persistentVolume, .host, "CSIDriver",
      "ClusterTrustBundle", "DeviceClass", "GatewayClass.gateway.networking.k8s.io",
      "GMSACredentialSpec.windows.k8s.io", "VolumeAttributesClass":
      return true
    // Nobody makes them: they are names that certificates and tokens carry.
    case "User", "Group": return true
    case "ClusterRole":
      return name.hasPrefix("system:") || ["cluster-admin", "admin", "edit", "view"].contains(name)
    case "PriorityLevelConfiguration", "FlowSchema":
      return ["exempt", "catch-all", "global-default", "leader-election", "node-high", "workload-high", "workload-low"]
        .contains(name) || name.hasPrefix("system")
    default: return false
    }
  }

  private static let systemNamespaces: Set<String> = ["kube-system", "kube-public", "kube-node-lease"]
}
