/// What makes Secrets: External Secrets, Sealed Secrets and the Secrets Store CSI driver.
let secretKinds: [KnownKind] = [
  KnownKind(
    "ExternalSecret.external-secrets.io", "externalsecrets", ["es"], .namespaced, .secret,
    views: [.workloads, .configuration]),
  KnownKind("ClusterExternalSecret.external-secrets.io", "clusterexternalsecrets", ["ces"], .cluster, .secret),
  KnownKind("PushSecret.external-secrets.io", "pushsecrets", ["ps"], .namespaced),
  KnownKind(
    "SecretStore.external-secrets.io", "secretstores", ["ss"], .namespaced, .secret, icon: .secret,
    views: [.workloads, .configuration]),
  KnownKind(
    "ClusterSecretStore.external-secrets.io", "clustersecretstores", ["css"], .cluster, .secret, icon: .secret,
    views: [.workloads, .configuration]),
  KnownKind(
    "SealedSecret.bitnami.com", "sealedsecrets", .namespaced, .secret, views: [.workloads, .configuration]),
  KnownKind(
    "SecretProviderClass.secrets-store.csi.x-k8s.io", "secretproviderclasses", .namespaced,
    views: [.workloads, .configuration]),
]
