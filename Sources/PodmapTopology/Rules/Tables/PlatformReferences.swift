import PodmapManifests

/// References of custom resources that many clusters have: Knative, KEDA, Strimzi, OpenShift, LeaderWorkerSet.
let platformReferences: [ReferenceRule] =
  knativeReferences + kedaReferences + strimziReferences + openShiftReferences
  + [
    ReferenceRule(
      "LeaderWorkerSet.leaderworkerset.x-k8s.io",
      "spec.leaderWorkerTemplate.volumeClaimTemplates[].spec.storageClassName",
      to: "StorageClass", .claims)
  ]

private let knativeReferences: [ReferenceRule] = [
  ReferenceRule(
    "Service.serving.knative.dev", "spec.traffic[].revisionName", to: "Revision.serving.knative.dev", .routes,
    need: .optional),
  ReferenceRule(
    "Trigger.eventing.knative.dev", "spec.broker", to: "Broker.eventing.knative.dev", .uses, need: .optional),
  ReferenceRule(
    "Trigger.eventing.knative.dev", "spec.subscriber.ref.name", to: .beside(), .routes, home: .namespaceBesideName),
  ReferenceRule(
    "Subscription.messaging.knative.dev", "spec.channel.name", to: .beside(), .uses, home: .namespaceBesideName),
  ReferenceRule(
    "Subscription.messaging.knative.dev", "spec.subscriber.ref.name", to: .beside(), .routes,
    home: .namespaceBesideName),
]

private let kedaReferences: [ReferenceRule] =
  [
    ReferenceRule("ScaledObject.keda.sh", "spec.scaleTargetRef.name", to: .beside("Deployment"), .scales)
  ]
  + ["ScaledObject.keda.sh", "ScaledJob.keda.sh"].map { (kind: ResourceKind) in
    ReferenceRule(
      kind, "spec.triggers[].authenticationRef.name", to: .beside("TriggerAuthentication.keda.sh"), .uses,
      label: ["spec.triggers[].type"])
  }
  + ["TriggerAuthentication.keda.sh", "ClusterTriggerAuthentication.keda.sh"].flatMap { (kind: ResourceKind) in
    [
      ("spec.secretTargetRef[].name", "Secret"), ("spec.configMapTargetRef[].name", "ConfigMap"),
      ("spec.boundServiceAccountToken[].serviceAccountName", "ServiceAccount"),
      ("spec.azureKeyVault.credentials.clientSecret.valueFrom.secretKeyRef.name", "Secret"),
      ("spec.awsSecretManager.credentials.accessKey.valueFrom.secretKeyRef.name", "Secret"),
      ("spec.awsSecretManager.credentials.accessSecretKey.valueFrom.secretKeyRef.name", "Secret"),
    ].map { ReferenceRule(kind, $0, to: .beside($1), .uses, home: .installed("keda")) }
  }

private let strimziReferences: [ReferenceRule] =
  [
    "KafkaTopic", "KafkaUser", "KafkaNodePool", "KafkaRebalance",
  ].map { (kind: String) in
    ReferenceRule(
      ResourceKind(rawValue: "\(kind).kafka.strimzi.io"), "metadata.labels[\"strimzi.io/cluster\"]",
      to: "Kafka.kafka.strimzi.io", .uses)
  }
  + [
    ReferenceRule(
      "KafkaConnector.kafka.strimzi.io", "metadata.labels[\"strimzi.io/cluster\"]", to: "KafkaConnect.kafka.strimzi.io",
      .uses),
    ReferenceRule(
      "Kafka.kafka.strimzi.io", "spec.kafka.metricsConfig.valueFrom.configMapKeyRef.name", to: "ConfigMap", .uses),
    ReferenceRule(
      "Kafka.kafka.strimzi.io", "spec.kafka.listeners[].configuration.brokerCertChainAndKey.secretName", to: "Secret",
      .uses),
    ReferenceRule("Kafka.kafka.strimzi.io", "spec.kafka.storage.class", to: "StorageClass", .claims),
    ReferenceRule("Kafka.kafka.strimzi.io", "spec.kafka.storage.volumes[].class", to: "StorageClass", .claims),
    ReferenceRule("KafkaNodePool.kafka.strimzi.io", "spec.storage.class", to: "StorageClass", .claims),
    ReferenceRule("KafkaNodePool.kafka.strimzi.io", "spec.storage.volumes[].class", to: "StorageClass", .claims),
    ReferenceRule("KafkaUser.kafka.strimzi.io", "metadata.name", to: "Secret", .uses, need: .onlyKnown),
    ReferenceRule(
      "KafkaUser.kafka.strimzi.io", "spec.authentication.password.valueFrom.secretKeyRef.name", to: "Secret", .uses),
    ReferenceRule("KafkaConnect.kafka.strimzi.io", "spec.build.output.pushSecret", to: "Secret", .uses),
    ReferenceRule(
      "KafkaConnect.kafka.strimzi.io", "spec.bootstrapServers", to: "Service", .uses, need: .optional,
      notation: .address),
    ReferenceRule(
      "KafkaBridge.kafka.strimzi.io", "spec.bootstrapServers", to: "Service", .uses, need: .optional,
      notation: .address),
    ReferenceRule(
      "KafkaMirrorMaker2.kafka.strimzi.io", "spec.clusters[].bootstrapServers", to: "Service", .uses, need: .optional,
      notation: .address),
    ReferenceRule("Pooler.postgresql.cnpg.io", "spec.cluster.name", to: "Cluster.postgresql.cnpg.io", .uses),
    ReferenceRule("ScheduledBackup.postgresql.cnpg.io", "spec.cluster.name", to: "Cluster.postgresql.cnpg.io", .uses),
    ReferenceRule("Backup.postgresql.cnpg.io", "spec.cluster.name", to: "Cluster.postgresql.cnpg.io", .uses),
  ]
  + ["KafkaConnect.kafka.strimzi.io", "KafkaBridge.kafka.strimzi.io", "KafkaMirrorMaker2.kafka.strimzi.io"].flatMap {
    (kind: ResourceKind) in
    [
      "spec.authentication.passwordSecret.secretName", "spec.authentication.certificateAndKey.secretName",
      "spec.tls.trustedCertificates[].secretName", "spec.externalConfiguration.env[].valueFrom.secretKeyRef.name",
      "spec.template.connectContainer.env[].valueFrom.secretKeyRef.name",
      "spec.externalConfiguration.volumes[].secret.secretName", "spec.clusters[].tls.trustedCertificates[].secretName",
      "spec.clusters[].authentication.passwordSecret.secretName",
      "spec.clusters[].authentication.certificateAndKey.secretName",
    ].map { ReferenceRule(kind, $0, to: "Secret", .uses) }
      + [
        "spec.externalConfiguration.env[].valueFrom.configMapKeyRef.name",
        "spec.template.connectContainer.env[].valueFrom.configMapKeyRef.name",
        "spec.externalConfiguration.volumes[].configMap.name", "spec.metricsConfig.valueFrom.configMapKeyRef.name",
        "spec.logging.valueFrom.configMapKeyRef.name",
      ].map { ReferenceRule(kind, $0, to: "ConfigMap", .uses) }
  }

private let openShiftReferences: [ReferenceRule] = [
  ReferenceRule(
    "Route.route.openshift.io", "spec.to.name", to: .beside("Service"), .routes, label: ["spec.host", "spec.path"]),
  ReferenceRule(
    "Route.route.openshift.io", "spec.alternateBackends[].name", to: .beside("Service"), .routes,
    label: ["spec.host", "spec.path"]),
  ReferenceRule("Route.route.openshift.io", "spec.tls.externalCertificate.name", to: "Secret", .uses),
  ReferenceRule("BuildConfig.build.openshift.io", "spec.source.sourceSecret.name", to: "Secret", .uses),
  ReferenceRule("BuildConfig.build.openshift.io", "spec.output.pushSecret.name", to: "Secret", .uses),
]
