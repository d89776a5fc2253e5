import PodmapManifests

/// Services and Secrets of the operators of brokers.
let messageProvisions: [Provision] = joined([
  made(
    "Kafka.kafka.strimzi.io",
    services: [
      "-kafka-bootstrap", "-kafka-brokers", "-zookeeper-client", "-zookeeper-nodes",
      "-kafka-{spec.kafka.listeners[].name}-bootstrap", "-kafka-external-bootstrap",
    ], secrets: ["-cluster-ca-cert", "-clients-ca-cert", "-cluster-ca", "-clients-ca", "-cluster-operator-certs"]),
  made("KafkaUser.kafka.strimzi.io", secrets: [""]),
  made("KafkaConnect.kafka.strimzi.io", services: ["-connect-api", "-connect"]),
  made("KafkaMirrorMaker2.kafka.strimzi.io", services: ["-mirrormaker2-api"]),
  made("KafkaBridge.kafka.strimzi.io", services: ["-bridge-service"]),
  made(
    "RabbitmqCluster.rabbitmq.com", services: ["", "-nodes"], secrets: ["-default-user", "-erlang-cookie"]),
  made("User.rabbitmq.com", secrets: ["-user-credentials"]),
  made("ZookeeperCluster.zookeeper.pravega.io", services: ["-client", "-headless", "-admin-server"]),
  made("Redpanda.cluster.redpanda.com", services: [""], secrets: ["-default-cert", "-default-root-certificate"]),
  made("NatsCluster.nats.io", services: ["", "-mgmt"]),
  made("PulsarCluster.pulsar.streamnative.io", services: ["-broker", "-proxy"]),
  [
    Provision("EventBus.argoproj.io", .service, "eventbus-{name}-stan-svc"),
    Provision("EventBus.argoproj.io", .service, "eventbus-{name}-js-svc"),
    Provision("EventSource.argoproj.io", .service, "{name}-eventsource-svc"),
    Provision("EventListener.triggers.tekton.dev", .service, "el-{name}"),
  ],
])
