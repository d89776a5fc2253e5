import PodmapManifests

/// References of objects from which Secrets are made: external-secrets.io, Sealed Secrets and the Secrets Store driver.
let secretReferences: [ReferenceRule] =
  storeReferences
  + [
    ("ExternalSecret.external-secrets.io", "spec"),
    ("ClusterExternalSecret.external-secrets.io", "spec.externalSecretSpec"),
  ].flatMap { (kind: ResourceKind, spec: String) in
    [
      "secretStoreRef.name", "dataFrom[].sourceRef.storeRef.name", "data[].sourceRef.storeRef.name",
    ].map { ReferenceRule(kind, "\(spec).\($0)", to: .beside("SecretStore.external-secrets.io"), .uses) }
      + [
        ReferenceRule(kind, "\(spec).dataFrom[].sourceRef.generatorRef.name", to: .beside(), .uses),
        ReferenceRule(kind, "\(spec).target.template.templateFrom[].configMap.name", to: "ConfigMap", .uses),
        ReferenceRule(kind, "\(spec).target.template.templateFrom[].secret.name", to: "Secret", .uses),
      ]
  } + [
    // A ClusterExternalSecret makes one in each namespace that it picks.
    ReferenceRule("ExternalSecret.external-secrets.io", "spec.target.name", to: "Secret", .uses),
    ReferenceRule(
      "ExternalSecret.external-secrets.io", "metadata.name", to: "Secret", .uses, unless: "spec.target.name"),
    ReferenceRule(
      "PushSecret.external-secrets.io", "spec.secretStoreRefs[].name", to: .beside("SecretStore.external-secrets.io"),
      .uses),
    ReferenceRule("PushSecret.external-secrets.io", "spec.selector.secret.name", to: "Secret", .uses),
    ReferenceRule(
      "SealedSecret.bitnami.com", "metadata.name", to: "Secret", .uses, unless: "spec.template.metadata.name"),
    ReferenceRule("SealedSecret.bitnami.com", "spec.template.metadata.name", to: "Secret", .uses),
    ReferenceRule(
      "SecretProviderClass.secrets-store.csi.x-k8s.io", "spec.secretObjects[].secretName", to: "Secret", .uses),
  ]

/// What a store needs to access the values.
private let storeReferences: [ReferenceRule] =
  ["SecretStore.external-secrets.io", "ClusterSecretStore.external-secrets.io"].flatMap { (kind: ResourceKind) in
    [
      ("aws.auth.secretRef.accessKeyIDSecretRef", "Secret"), ("aws.auth.secretRef.secretAccessKeySecretRef", "Secret"),
      ("aws.auth.jwt.serviceAccountRef", "ServiceAccount"), ("azurekv.authSecretRef.clientId", "Secret"),
      ("azurekv.authSecretRef.clientSecret", "Secret"), ("azurekv.serviceAccountRef", "ServiceAccount"),
      ("gcpsm.auth.secretRef.secretAccessKeySecretRef", "Secret"),
      ("gcpsm.auth.workloadIdentity.serviceAccountRef", "ServiceAccount"),
      ("kubernetes.auth.serviceAccount", "ServiceAccount"), ("kubernetes.auth.token.bearerToken", "Secret"),
      ("vault.auth.tokenSecretRef", "Secret"), ("vault.auth.appRole.secretRef", "Secret"),
      ("vault.auth.kubernetes.serviceAccountRef", "ServiceAccount"),
    ].map { (field: String, target: String) in
      ReferenceRule(
        kind, "spec.provider.\(field).name", to: .kind(ResourceKind(rawValue: target)), .uses,
        home: .namespaceBesideName)
    }
  }
