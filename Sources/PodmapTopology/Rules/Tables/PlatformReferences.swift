import PodmapManifests

/// References of custom resources that many clusters have: Knative, KEDA, External Secrets, Strimzi, OpenShift,
/// LeaderWorkerSet.
let platformReferences: [ReferenceRule] =
  knativeReferences + kedaReferences + externalSecretsReferences + strimziReferences + openShiftReferences

private let knativeReferences: [ReferenceRule] = [
  ReferenceRule(
    "Service.serving.knative.dev", "spec.traffic[].revisionName", to: "Revision.serving.knative.dev", .routes,
    need: .optional),
  ReferenceRule(
    "Route.serving.knative.dev", "spec.traffic[].configurationName", to: "Configuration.serving.knative.dev", .routes),
  ReferenceRule(
    "DomainMapping.serving.knative.dev", "spec.ref.name", to: .beside(), .routes, home: .namespaceBesideName),
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
      ReferenceRule(kind, "spec.secretTargetRef[].name", to: "Secret", .uses),
      ReferenceRule(kind, "spec.configMapTargetRef[].name", to: "ConfigMap", .uses),
    ]
  }

private let externalSecretsReferences: [ReferenceRule] =
  [
    ("ExternalSecret.external-secrets.io", "spec"),
    ("ClusterExternalSecret.external-secrets.io", "spec.externalSecretSpec"),
  ].flatMap { (kind: ResourceKind, spec: String) in
    [
      "\(spec).secretStoreRef.name", "\(spec).dataFrom[].sourceRef.storeRef.name",
      "\(spec).data[].sourceRef.storeRef.name",
    ].map { ReferenceRule(kind, $0, to: .beside("SecretStore.external-secrets.io"), .uses) }
      + [ReferenceRule(kind, "\(spec).target.name", to: "Secret", .uses)]
  } + [
    ReferenceRule(
      "PushSecret.external-secrets.io", "spec.secretStoreRefs[].name", to: .beside("SecretStore.external-secrets.io"),
      .uses),
    ReferenceRule("PushSecret.external-secrets.io", "spec.selector.secret.name", to: "Secret", .uses),
  ]

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
    ReferenceRule("KafkaNodePool.kafka.strimzi.io", "spec.storage.class", to: "StorageClass", .claims),
  ]
  + ["KafkaConnect.kafka.strimzi.io", "KafkaBridge.kafka.strimzi.io", "KafkaMirrorMaker2.kafka.strimzi.io"].flatMap {
    (kind: ResourceKind) in
    [
      "spec.authentication.passwordSecret.secretName", "spec.authentication.certificateAndKey.secretName",
      "spec.tls.trustedCertificates[].secretName",
    ].map { ReferenceRule(kind, $0, to: "Secret", .uses) }
  }

private let openShiftReferences: [ReferenceRule] = [
  ReferenceRule(
    "Route.route.openshift.io", "spec.to.name", to: .beside("Service"), .routes, label: ["spec.host", "spec.path"]),
  ReferenceRule(
    "Route.route.openshift.io", "spec.alternateBackends[].name", to: .beside("Service"), .routes,
    label: ["spec.host", "spec.path"]),
  ReferenceRule("Route.route.openshift.io", "spec.tls.externalCertificate.name", to: "Secret", .uses),
]
