import PodmapManifests

/// Services and Secrets of storage, identity, delivery and cloud operators.
let platformProvisions: [Provision] = joined([
  [
    Provision("CephObjectStore.ceph.rook.io", .service, "rook-ceph-rgw-{name}"),
    Provision("CephCluster.ceph.rook.io", .service, "rook-ceph-mgr"),
    Provision("CephCluster.ceph.rook.io", .service, "rook-ceph-mgr-dashboard"),
    Provision("CephCluster.ceph.rook.io", .service, "rook-ceph-exporter"),
    Provision("CephCluster.ceph.rook.io", .secret, "rook-ceph-mon"),
    Provision("CephCluster.ceph.rook.io", .secret, "rook-ceph-dashboard-password"),
    Provision("CephCluster.ceph.rook.io", .configMap, "rook-ceph-mon-endpoints"),
    Provision("CephObjectStoreUser.ceph.rook.io", .secret, "rook-ceph-object-user-{spec.store}-{name}"),
    Provision("CephClient.ceph.rook.io", .secret, "rook-ceph-client-{name}"),
    Provision("Tenant.minio.min.io", .service, "minio"),
    Provision(
      "ArtifactGenerator.source.extensions.fluxcd.io", "ExternalArtifact.source.toolkit.fluxcd.io",
      "{spec.artifacts[].name}"),
  ],
  made("Tenant.minio.min.io", services: ["-console", "-hl"]),
  made("Keycloak.k8s.keycloak.org", services: ["-service", "-discovery"], secrets: ["-initial-admin"]),
  made(
    "ArgoCD.argoproj.io",
    services: ["-server", "-server-metrics", "-repo-server", "-redis", "-metrics", "-dex-server"], secrets: ["-cluster"]
  ),
  made("Harbor.goharbor.io", services: ["-harbor-core", "-harbor-portal", "-harbor-registry"]),
  made("Vault.vault.banzaicloud.com", services: ["", "-configurer"], secrets: ["-unseal-keys", "-tls"]),
  made("EtcdCluster.etcd.database.coreos.com", services: ["", "-client"]),
  made("Gateway.gateway.networking.k8s.io", services: ["-{spec.gatewayClassName}"]),
  made("DevWorkspace.workspace.devfile.io", services: ["-service"]),
  connectionSecrets,
])

/// Crossplane, and others that use its field, write how to connect into a Secret.
private let connectionSecrets: [Provision] = [
  "RDSInstance.database.aws.crossplane.io", "DBInstance.rds.aws.crossplane.io", "DBCluster.rds.aws.crossplane.io",
  "Instance.rds.aws.upbound.io", "Cluster.rds.aws.upbound.io", "Bucket.s3.aws.upbound.io",
  "DatabaseInstance.sql.gcp.upbound.io", "CloudSQLInstance.database.gcp.crossplane.io",
  "User.postgresql.sql.crossplane.io", "Role.postgresql.sql.crossplane.io", "User.mysql.sql.crossplane.io",
  "Cluster.elasticache.aws.upbound.io", "Server.dbforpostgresql.azure.upbound.io", "Release.helm.crossplane.io",
].flatMap { (kind: ResourceKind) in
  [
    Provision(
      kind, .secret, "{spec.writeConnectionSecretToRef.name}",
      namespace: "{spec.writeConnectionSecretToRef.namespace}"),
    Provision(kind, .secret, "{spec.publishConnectionDetailsTo.name}"),
  ]
}
