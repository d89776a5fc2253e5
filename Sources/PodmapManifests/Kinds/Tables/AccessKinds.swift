/// rbac.authorization.k8s.io, authentication.k8s.io and certificates.k8s.io.
let accessKinds: [KnownKind] = [
  KnownKind("Role", "roles", .namespaced, .identity, icon: .role, views: [.access]),
  KnownKind(
    "ClusterRole", "clusterroles", .cluster, .identity, icon: .role, views: [.access], iconNames: ["c-role"],
    provided: .named(["cluster-admin", "admin", "edit", "view"], prefix: "system:")),
  KnownKind(
    "RoleBinding", "rolebindings", .namespaced, .identity, icon: .roleBinding, views: [.access], iconNames: ["rb"]),
  KnownKind(
    "ClusterRoleBinding", "clusterrolebindings", .cluster, .identity, icon: .roleBinding, views: [.access],
    iconNames: ["crb"]),
  // Users and groups are never created: they are names in certificates and tokens.
  KnownKind("User", "users", .cluster, icon: .user, views: [.workloads, .access], provided: .all),
  KnownKind("Group", "groups", .cluster, icon: .user, views: [.workloads, .access], provided: .all),
  KnownKind(
    "CertificateSigningRequest", "certificatesigningrequests", ["csr"], .cluster, icon: .certificate),
  KnownKind("ClusterTrustBundle", "clustertrustbundles", .cluster, icon: .certificate, provided: .all),
  KnownKind("PodCertificateRequest", "podcertificaterequests", .namespaced),
]
