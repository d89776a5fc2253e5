extension Icon {
  /// The icon of a kind by its bare name: "Deployment", "HTTPRoute"; `custom` for a kind that is not known.
  ///
  /// API groups don't count: a "Gateway" of Istio and one of the Gateway API are drawn alike.
  package init(kind: String) {
    self = Self.byKind[kind] ?? Self.endings.first { kind.hasSuffix($0.ending) }?.icon ?? .custom
  }

  /// The kinds that share an icon, the one that it is named for first.
  package var kinds: [String] {
    Self.kinds.first { $0.icon == self }?.kinds ?? []
  }

  private static let byKind = Dictionary(
    kinds.flatMap { row in row.kinds.map { ($0, row.icon) } }, uniquingKeysWith: { first, _ in first })

  private static let kinds: [(icon: Icon, kinds: [String])] = [
    (.pod, ["Pod", "PodTemplate", "PodGroup"]),
    (.container, ["Container", "RuntimeClass"]),
    (.deployment, ["Deployment", "DeploymentConfig", "Rollout", "Workload"]),
    (.replicaSet, ["ReplicaSet", "ReplicationController", "CloneSet"]),
    (.statefulSet, ["StatefulSet"]),
    (.daemonSet, ["DaemonSet"]),
    (.job, ["Job", "Workflow"]),
    (.cronJob, ["CronJob", "CronWorkflow"]),
    (.service, ["Service", "ServiceCIDR"]),
    (.endpointSlice, ["EndpointSlice", "Endpoints", "IPAddress", "WorkloadEntry"]),
    (.ingress, ["Ingress", "IngressClass"]),
    (.gateway, ["Gateway", "GatewayClass", "ListenerSet"]),
    (.route, ["HTTPRoute", "VirtualService", "DestinationRule", "HTTPProxy", "ServiceProfile", "TrafficSplit"]),
    (.outside, ["Host", "ServiceEntry", "AddressBlock"]),
    (.networkPolicy, ["NetworkPolicy", "PodSecurityPolicy", "PeerAuthentication", "RequestAuthentication"]),
    (.podDisruptionBudget, ["PodDisruptionBudget"]),
    (.horizontalPodAutoscaler, ["HorizontalPodAutoscaler", "ScaledObject", "ScaledJob"]),
    (.resourceQuota, ["ResourceQuota", "LimitRange"]),
    (.priorityClass, ["PriorityClass", "PriorityLevelConfiguration", "FlowSchema"]),
    (
      .admission,
      [
        "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration", "ValidatingAdmissionPolicy",
        "ValidatingAdmissionPolicyBinding", "MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding",
        "ConstraintTemplate",
      ]
    ),
    (.configMap, ["ConfigMap"]),
    (.secret, ["Secret", "SecretStore", "ClusterSecretStore"]),
    (.certificate, ["Certificate", "CertificateSigningRequest", "CertificateRequest", "ClusterTrustBundle"]),
    (.persistentVolumeClaim, ["PersistentVolumeClaim"]),
    (.persistentVolume, ["PersistentVolume", "VolumeAttachment", "VolumeSnapshot"]),
    (
      .storageClass,
      [
        "StorageClass", "VolumeAttributesClass", "VolumeSnapshotClass", "CSIDriver", "CSINode", "CSIStorageCapacity",
      ]
    ),
    (.volume, ["Volume"]),
    (.serviceAccount, ["ServiceAccount"]),
    (.role, ["Role", "ClusterRole"]),
    (.roleBinding, ["RoleBinding", "ClusterRoleBinding", "ReferenceGrant"]),
    (.user, ["User", "Group"]),
    (.cluster, ["Cluster"]),
    (.node, ["Node", "Machine"]),
    (.namespace, ["Namespace"]),
    (
      .device,
      ["ResourceClaim", "ResourceClaimTemplate", "ResourceSlice", "DeviceClass", "DeviceTaintRule"]
    ),
    (.custom, ["CustomResourceDefinition"]),
  ]

  /// How kinds of operators and meshes tell what they are: "TLSRoute", "SealedSecret". A longer ending stands
  /// before one that it ends with.
  private static let endings: [(ending: String, icon: Icon)] = [
    ("Deployment", .deployment), ("StatefulSet", .statefulSet), ("DaemonSet", .daemonSet), ("ReplicaSet", .replicaSet),
    ("CronJob", .cronJob), ("Job", .job), ("Ingress", .ingress), ("Gateway", .gateway), ("Route", .route),
    ("RouteTCP", .route), ("RouteUDP", .route), ("Policy", .networkPolicy), ("Budget", .podDisruptionBudget),
    ("Autoscaler", .horizontalPodAutoscaler), ("Quota", .resourceQuota), ("Secret", .secret),
    ("Certificate", .certificate), ("Issuer", .certificate), ("RoleBinding", .roleBinding), ("Role", .role),
  ]
}
