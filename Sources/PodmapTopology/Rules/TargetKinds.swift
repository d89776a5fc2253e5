import PodmapManifests

extension ReferenceRule.Target {
  /// The kinds that a name means, from the fields beside it; none where they can't be told.
  func kinds(beside siblings: Value) -> [ResourceKind] {
    switch self {
    case .kind(let kind): return [kind]
    case .kindOrClusterKind(let kind):
      return siblings["clusterScope"]?.boolean == true ? [ResourceKind(rawValue: "Cluster" + kind.rawValue)] : [kind]
    case .kindBesideName(let fallback):
      guard let written = siblings["kind"]?.text else { return fallback.map { [$0] } ?? [] }
      if let version = siblings["apiVersion"]?.text { return [ResourceKind(apiVersion: version, kind: written)] }
      let group = (siblings["apiGroup"] ?? siblings["group"])?.text.map { $0[...] } ?? fallback?.group ?? ""
      return [ResourceKind(group: group, kind: written)]
    case .resourcesBesideName:
      return (siblings["resources"]?.items ?? []).compactMap { $0.text.flatMap(Self.kind(ofPlural:)) }
    }
  }

  /// The kind of a built-in resource: `pods/log` is about Pods.
  private static func kind(ofPlural resource: String) -> ResourceKind? {
    let plural = resource.prefix { $0 != "/" }
    return kindsByPlural[String(plural)]
  }

  private static let kindsByPlural: [String: ResourceKind] = [
    "apiservices": "APIService", "clusterrolebindings": "ClusterRoleBinding", "clusterroles": "ClusterRole",
    "configmaps": .configMap, "cronjobs": .cronJob,
    "customresourcedefinitions": "CustomResourceDefinition", "daemonsets": .daemonSet, "deployments": .deployment,
    "deviceclasses": "DeviceClass",
    "endpoints": "Endpoints", "horizontalpodautoscalers": .horizontalPodAutoscaler, "ingressclasses": .ingressClass,
    "ingresses": .ingress, "jobs": .job, "leases": "Lease",
    "mutatingwebhookconfigurations": "MutatingWebhookConfiguration", "namespaces": .namespace, "nodes": .node,
    "persistentvolumeclaims": .persistentVolumeClaim, "persistentvolumes": .persistentVolume, "pods": .pod,
    "networkpolicies": .networkPolicy, "poddisruptionbudgets": "PodDisruptionBudget",
    "podsecuritypolicies": "PodSecurityPolicy", "priorityclasses": .priorityClass, "replicasets": .replicaSet,
    "replicationcontrollers": .replicationController, "rolebindings": "RoleBinding",
    "roles": "Role", "runtimeclasses": .runtimeClass, "secrets": .secret, "serviceaccounts": .serviceAccount,
    "services": .service,
    "statefulsets": .statefulSet, "storageclasses": .storageClass,
    "validatingwebhookconfigurations": "ValidatingWebhookConfiguration",
  ]
}

extension ResourceKind {
  /// The API group in the kind's name; empty for a built-in one.
  var group: Substring {
    rawValue.firstIndex(of: ".").map { rawValue[rawValue.index(after: $0)...] } ?? ""
  }

  /// Whether a custom kind's name says that it has no namespace: `ClusterIssuer.cert-manager.io`.
  var isClusterWideByName: Bool {
    guard !isBuiltIn else { return false }
    return name == "GatewayClass" || name == "GMSACredentialSpec"
      || name.hasPrefix("Cluster") && name.dropFirst(7).first?.isUppercase == true
  }
}
