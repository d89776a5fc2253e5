import PodmapManifests

/// References of monitoring.coreos.com objects.
let monitoringReferences: [ReferenceRule] =
  [
    "Prometheus.monitoring.coreos.com", "PrometheusAgent.monitoring.coreos.com", "Alertmanager.monitoring.coreos.com",
    "ThanosRuler.monitoring.coreos.com",
  ].flatMap { (kind: ResourceKind) in
    [
      ReferenceRule(kind, "spec.serviceAccountName", to: "ServiceAccount", .runsAs),
      ReferenceRule(kind, "spec.secrets[]", to: "Secret", .mounts),
      ReferenceRule(kind, "spec.configMaps[]", to: "ConfigMap", .mounts),
      ReferenceRule(kind, "spec.imagePullSecrets[].name", to: "Secret", .uses),
      ReferenceRule(kind, "spec.additionalScrapeConfigs.name", to: "Secret", .uses),
      ReferenceRule(kind, "spec.additionalAlertManagerConfigs.name", to: "Secret", .uses),
      ReferenceRule(kind, "spec.additionalAlertRelabelConfigs.name", to: "Secret", .uses),
      ReferenceRule(kind, "spec.configSecret", to: "Secret", .uses),
      ReferenceRule(kind, "spec.storage.volumeClaimTemplate.spec.storageClassName", to: "StorageClass", .claims),
      ReferenceRule(kind, "spec.priorityClassName", to: "PriorityClass", .uses),
      ReferenceRule(
        kind, "spec.alerting.alertmanagers[].name", to: "Service", .uses, home: .namespaceBesideName,
        need: .optional),
      ReferenceRule(
        kind, "spec.alertmanagerConfiguration.name", to: "AlertmanagerConfig.monitoring.coreos.com", .uses),
      ReferenceRule(kind, "spec.thanos.objectStorageConfig.name", to: "Secret", .uses),
      ReferenceRule(kind, "spec.objectStorageConfig.name", to: "Secret", .uses),
      ReferenceRule(kind, "spec.web.tlsConfig.keySecret.name", to: "Secret", .uses),
      ReferenceRule(kind, "spec.web.tlsConfig.cert.secret.name", to: "Secret", .uses),
      ReferenceRule(kind, "spec.web.tlsConfig.cert.configMap.name", to: "ConfigMap", .uses),
    ]
  }
  + [
    ("ServiceMonitor.monitoring.coreos.com", "spec.endpoints[]"),
    ("PodMonitor.monitoring.coreos.com", "spec.podMetricsEndpoints[]"),
    ("Probe.monitoring.coreos.com", "spec"),
    ("ScrapeConfig.monitoring.coreos.com", "spec"),
    ("Prometheus.monitoring.coreos.com", "spec.remoteWrite[]"),
    ("Prometheus.monitoring.coreos.com", "spec.remoteRead[]"),
    ("PrometheusAgent.monitoring.coreos.com", "spec.remoteWrite[]"),
  ].flatMap { (kind: ResourceKind, endpoint: String) in
    [
      ("bearerTokenSecret.name", "Secret"), ("basicAuth.username.name", "Secret"),
      ("basicAuth.password.name", "Secret"), ("authorization.credentials.name", "Secret"),
      ("oauth2.clientSecret.name", "Secret"), ("oauth2.clientId.secret.name", "Secret"),
      ("oauth2.clientId.configMap.name", "ConfigMap"), ("tlsConfig.keySecret.name", "Secret"),
      ("tlsConfig.ca.secret.name", "Secret"), ("tlsConfig.ca.configMap.name", "ConfigMap"),
      ("tlsConfig.cert.secret.name", "Secret"), ("tlsConfig.cert.configMap.name", "ConfigMap"),
    ].map { ReferenceRule(kind, "\(endpoint).\($0)", to: .beside($1), .uses) }
  }
