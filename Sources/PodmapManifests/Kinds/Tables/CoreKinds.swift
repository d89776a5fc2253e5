/// The core API group.
let coreKinds: [KnownKind] = [
  KnownKind("Pod", "pods", ["po"], .namespaced, .workload, icon: .pod),
  KnownKind("PodTemplate", "podtemplates", .namespaced, .workload, icon: .pod),
  KnownKind("ReplicationController", "replicationcontrollers", ["rc"], .namespaced, .workload, icon: .replicaSet),
  KnownKind(
    "Service", "services", ["svc"], .namespaced, .service, icon: .service,
    provided: .named(["kubernetes"], in: "default")),
  KnownKind("Endpoints", "endpoints", ["ep"], .namespaced, .service, icon: .endpointSlice, views: []),
  KnownKind(
    "ConfigMap", "configmaps", ["cm"], .namespaced, .configuration, icon: .configMap,
    views: [.workloads, .configuration],
    // Istio puts the last one into every namespace.
    provided: .named(["kube-root-ca.crt", "openshift-service-ca.crt", "istio-ca-root-cert"])),
  KnownKind(
    "Secret", "secrets", .namespaced, .secret, icon: .secret, views: [.workloads, .configuration]),
  KnownKind(
    "ServiceAccount", "serviceaccounts", ["sa"], .namespaced, .identity, icon: .serviceAccount, views: [.access],
    provided: .named(["default"])),
  KnownKind(
    "PersistentVolumeClaim", "persistentvolumeclaims", ["pvc"], .namespaced, .storage, icon: .persistentVolumeClaim,
    views: [.workloads, .storage]),
  KnownKind(
    "PersistentVolume", "persistentvolumes", ["pv"], .cluster, .storage, icon: .persistentVolume,
    views: [.workloads, .storage], provided: .all),
  KnownKind(
    "Namespace", "namespaces", ["ns"], .cluster, icon: .namespace, views: [],
    provided: .named(["default"] + ProvidedObjects.systemNamespaces)),
  KnownKind("Node", "nodes", ["no"], .cluster, .node, icon: .node, views: [], provided: .all),
  KnownKind("LimitRange", "limitranges", ["limits"], .namespaced, .policy, icon: .resourceQuota, views: []),
  KnownKind("ResourceQuota", "resourcequotas", ["quota"], .namespaced, .policy, icon: .resourceQuota, views: []),
  KnownKind("Event", "events", ["ev"], .namespaced, views: []),
  KnownKind("Binding", "bindings", .namespaced),
  KnownKind("ComponentStatus", "componentstatuses", ["cs"], .cluster),
]
