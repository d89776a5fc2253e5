/// cert-manager.
let certificateKinds: [KnownKind] = [
  KnownKind(
    "Certificate.cert-manager.io", "certificates", ["cert", "certs"], .namespaced, .secret, icon: .certificate,
    iconNames: ["cert"]),
  KnownKind(
    "CertificateRequest.cert-manager.io", "certificaterequests", ["cr", "crs"], .namespaced, icon: .certificate),
  KnownKind("Issuer.cert-manager.io", "issuers", ["iss"], .namespaced),
  KnownKind("ClusterIssuer.cert-manager.io", "clusterissuers", ["ciss"], .cluster),
]
