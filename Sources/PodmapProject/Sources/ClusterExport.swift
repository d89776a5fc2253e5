extension String {
  /// The command that prints what runs in the current namespace of a cluster, for messages; `all` has no Ingresses,
  /// ConfigMaps and NetworkPolicies.
  package static let clusterExport = "kubectl get all,ingress,configmap,networkpolicy -o yaml"
}
