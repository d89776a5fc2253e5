import PodmapManifests

/// References of cert-manager.io objects, and the annotations by which others ask for certificates.
let certificateReferences: [ReferenceRule] =
  [
    ReferenceRule("Certificate.cert-manager.io", "spec.secretName", to: "Secret", .uses),
    ReferenceRule("Certificate.cert-manager.io", "spec.keystores.jks.passwordSecretRef.name", to: "Secret", .uses),
    ReferenceRule("Certificate.cert-manager.io", "spec.keystores.pkcs12.passwordSecretRef.name", to: "Secret", .uses),
    ReferenceRule(
      "Issuer.cert-manager.io", "spec.vault.auth.kubernetes.serviceAccountRef.name", to: "ServiceAccount", .uses),
  ]
  + ["Certificate.cert-manager.io", "CertificateRequest.cert-manager.io"].map { (kind: ResourceKind) in
    ReferenceRule(kind, "spec.issuerRef.name", to: .beside("Issuer.cert-manager.io"), .uses)
  }
  + ["Issuer.cert-manager.io", "ClusterIssuer.cert-manager.io"].flatMap { (kind: ResourceKind) in
    [
      "acme.privateKeySecretRef.name", "acme.externalAccountBinding.keySecretRef.name", "ca.secretName",
      "vault.auth.clientCertificate.secretName", "venafi.tpp.caBundleSecretRef.name",
      "acme.solvers[].dns01.acmeDNS.accountSecretRef.name", "acme.solvers[].dns01.akamai.accessTokenSecretRef.name",
      "acme.solvers[].dns01.akamai.clientSecretSecretRef.name", "acme.solvers[].dns01.akamai.clientTokenSecretRef.name",
      "vault.auth.tokenSecretRef.name", "vault.auth.appRole.secretRef.name", "vault.caBundleSecretRef.name",
      "venafi.tpp.credentialsRef.name", "venafi.cloud.apiTokenSecretRef.name",
      "acme.solvers[].dns01.cloudflare.apiTokenSecretRef.name", "acme.solvers[].dns01.cloudflare.apiKeySecretRef.name",
      "acme.solvers[].dns01.route53.secretAccessKeySecretRef.name",
      "acme.solvers[].dns01.route53.accessKeyIDSecretRef.name",
      "acme.solvers[].dns01.cloudDNS.serviceAccountSecretRef.name",
      "acme.solvers[].dns01.azureDNS.clientSecretSecretRef.name",
      "acme.solvers[].dns01.digitalocean.tokenSecretRef.name", "acme.solvers[].dns01.rfc2136.tsigSecretSecretRef.name",
    ].map { ReferenceRule(kind, "spec.\($0)", to: "Secret", .uses, home: .installed("cert-manager")) }
      + [
        ReferenceRule(kind, "spec.acme.solvers[].http01.ingress.ingressClassName", to: "IngressClass", .uses),
        ReferenceRule(kind, "spec.acme.solvers[].http01.ingress.name", to: "Ingress", .uses),
        ReferenceRule(
          kind, "spec.acme.solvers[].http01.gatewayHTTPRoute.parentRefs[].name",
          to: .beside("Gateway.gateway.networking.k8s.io"), .uses, home: .namespaceBesideName),
      ]
  }
  + [.ingress, "Gateway.gateway.networking.k8s.io"].flatMap { (kind: ResourceKind) in
    [
      ReferenceRule(kind, "metadata.annotations[\"cert-manager.io/issuer\"]", to: "Issuer.cert-manager.io", .uses),
      ReferenceRule(
        kind, "metadata.annotations[\"cert-manager.io/cluster-issuer\"]", to: "ClusterIssuer.cert-manager.io", .uses),
    ]
  }
  + [
    "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration", "APIService", "CustomResourceDefinition",
  ].map { (kind: ResourceKind) in
    ReferenceRule(
      kind, "metadata.annotations[\"cert-manager.io/inject-ca-from\"]", to: "Certificate.cert-manager.io", .uses,
      notation: .namespaceAndName)
  }
