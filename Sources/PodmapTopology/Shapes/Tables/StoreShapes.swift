import PodmapManifests

/// Databases and brokers, whose operators write the containers. Each row names the main container, its image and its
/// ports.
let storeShapes: [PodShape] = [
  store("Kafka.kafka.strimzi.io", "spec.kafka", name: "kafka", "kafka", listeners: "listeners[]", count: "replicas"),
  store(
    "Kafka.kafka.strimzi.io", "spec.zookeeper", name: "zookeeper", "zookeeper", [("clients", 2181)],
    count: "replicas"),
  store("Kafka.kafka.strimzi.io", "spec.entityOperator", name: "entityOperator", "topic-operator"),
  store("KafkaConnect.kafka.strimzi.io", "spec", "connect", [("rest-api", 8083)], count: "replicas"),
  store("KafkaMirrorMaker2.kafka.strimzi.io", "spec", "mirrormaker2", [("rest-api", 8083)], count: "replicas"),
  store("KafkaBridge.kafka.strimzi.io", "spec", "bridge", [("rest-api", 8080)], count: "replicas"),
  store(
    "Cluster.postgresql.cnpg.io", "spec", "postgres", [("postgresql", 5432), ("metrics", 9187)],
    images: ["imageName"], count: "instances"),
  store(
    "Pooler.postgresql.cnpg.io", "spec", "pgbouncer", [("pgbouncer", 5432), ("metrics", 9127)], template: "template",
    count: "instances"),
  store(
    "Elasticsearch.elasticsearch.k8s.elastic.co", "spec.nodeSets[]", "elasticsearch",
    [("https", 9200), ("transport", 9300)], images: ["/spec.image"], template: "podTemplate", count: "count"),
  store(
    "Kibana.kibana.k8s.elastic.co", "spec", "kibana", [("https", 5601)], template: "podTemplate", count: "count"),
  store(
    "ApmServer.apm.k8s.elastic.co", "spec", "apm-server", [("https", 8200)], template: "podTemplate", count: "count"),
  store(
    "RabbitmqCluster.rabbitmq.com", "spec", "rabbitmq", [("amqp", 5672), ("management", 15672)],
    template: "override.statefulSet.spec.template", count: "replicas"),
  store(
    "MongoDBCommunity.mongodbcommunity.mongodb.com", "spec", "mongod", [("mongodb", 27017)],
    template: "statefulSet.spec.template", count: "members"),
  store(
    "PerconaServerMongoDB.psmdb.percona.com", "spec.replsets[]", "mongod", [("mongodb", 27017)],
    images: ["/spec.image"], count: "size"),
  store(
    "PerconaXtraDBCluster.pxc.percona.com", "spec.pxc", name: "pxc", "pxc", [("mysql", 3306)], count: "size"),
  store(
    "PerconaXtraDBCluster.pxc.percona.com", "spec.haproxy", name: "haproxy", "haproxy", [("mysql", 3306)],
    count: "size"),
  store(
    "postgresql.acid.zalan.do", "spec", "postgres", [("postgresql", 5432)], images: ["dockerImage"],
    count: "numberOfInstances"),
  store(
    "PostgresCluster.postgres-operator.crunchydata.com", "spec.instances[]", "database", [("postgres", 5432)],
    images: ["/spec.image"], count: "replicas"),
  store(
    "RedisFailover.databases.spotahome.com", "spec.redis", name: "redis", "redis", [("redis", 6379)],
    count: "replicas"),
  store(
    "RedisFailover.databases.spotahome.com", "spec.sentinel", name: "sentinel", "sentinel", [("sentinel", 26379)],
    count: "replicas"),
  store(
    "Redis.redis.redis.opstreelabs.in", "spec", "redis", [("redis", 6379)], images: ["kubernetesConfig.image"]),
  store(
    "RedisReplication.redis.redis.opstreelabs.in", "spec", "redis", [("redis", 6379)],
    images: ["kubernetesConfig.image"], count: "clusterSize"),
  store(
    "RedisCluster.redis.redis.opstreelabs.in", "spec", "redis", [("redis", 6379)],
    images: ["kubernetesConfig.image"], count: "clusterSize"),
  store("MariaDB.k8s.mariadb.com", "spec", "mariadb", [("mariadb", 3306)], count: "replicas"),
  store("Dragonfly.dragonflydb.io", "spec", "dragonfly", [("redis", 6379)], count: "replicas"),
]

/// A row whose container follows from the kind.
private func store(
  _ kind: ResourceKind, _ pod: String, name: String? = nil, _ container: String,
  _ ports: [(name: String, number: Int)] = [], images: [String] = [], listeners: String? = nil,
  template: String? = nil, count: PodCount? = nil
) -> PodShape {
  PodShape(
    kind: kind, pod: pod, name: name, template: template,
    parts: [
      PodShape.Part(
        role: .app, path: "", name: container, images: images, fields: ["image", "resources"], ports: ports,
        listeners: listeners)
    ], count: count)
}
