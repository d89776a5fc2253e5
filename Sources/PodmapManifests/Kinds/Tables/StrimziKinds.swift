/// Strimzi.
let strimziKinds: [KnownKind] = [
  KnownKind("Kafka.kafka.strimzi.io", "kafkas", ["k"], .namespaced),
  KnownKind("KafkaNodePool.kafka.strimzi.io", "kafkanodepools", ["knp"], .namespaced),
  KnownKind("KafkaTopic.kafka.strimzi.io", "kafkatopics", ["kt"], .namespaced),
  KnownKind("KafkaUser.kafka.strimzi.io", "kafkausers", ["ku"], .namespaced),
  KnownKind("KafkaConnect.kafka.strimzi.io", "kafkaconnects", ["kc"], .namespaced),
  KnownKind("KafkaConnector.kafka.strimzi.io", "kafkaconnectors", ["kctr"], .namespaced),
  KnownKind("KafkaBridge.kafka.strimzi.io", "kafkabridges", ["kb"], .namespaced),
  KnownKind("KafkaMirrorMaker2.kafka.strimzi.io", "kafkamirrormaker2s", ["kmm2"], .namespaced),
  KnownKind("KafkaRebalance.kafka.strimzi.io", "kafkarebalances", ["kr"], .namespaced),
]
