import PodmapManifests

/// The labels that controllers and operators give to the pods that they make.
let controllerLabelTable: [ControllerLabelRow] =
  kubernetesLabels + batchLabels + monitoringLabels + storeLabels

/// https://kubernetes.io/docs/reference/labels-annotations-taints/
private let kubernetesLabels: [ControllerLabelRow] = [
  ControllerLabelRow(.job, "job-name", "{name}"), ControllerLabelRow(.job, "batch.kubernetes.io/job-name", "{name}"),
  ControllerLabelRow(.job, "batch.kubernetes.io/job-completion-index", "{index}"),
  ControllerLabelRow(.statefulSet, "statefulset.kubernetes.io/pod-name", "{name}-{index}"),
  ControllerLabelRow(.statefulSet, "apps.kubernetes.io/pod-index", "{index}"),
]

/// LeaderWorkerSet, JobSet, Ray, Spark, Kubeflow, Argo, Tekton, Knative and KubeVirt.
private let batchLabels: [ControllerLabelRow] =
  [
    ControllerLabelRow(workerSet, "leaderworkerset.sigs.k8s.io/name", "{name}"),
    ControllerLabelRow(
      workerSet, "leaderworkerset.sigs.k8s.io/group-index", "{index}", numbers: WorkerSetCounts.groups),
    ControllerLabelRow(workerSet, "leaderworkerset.sigs.k8s.io/worker-index", "0", template: "leaderTemplate"),
    ControllerLabelRow(
      workerSet, "leaderworkerset.sigs.k8s.io/worker-index", "{index}", template: "workerTemplate",
      numbers: WorkerSetCounts.workers),
    ControllerLabelRow("JobSet.jobset.x-k8s.io", "jobset.sigs.k8s.io/jobset-name", "{name}"),
    ControllerLabelRow("JobSet.jobset.x-k8s.io", "jobset.sigs.k8s.io/replicatedjob-name", "{template}"),
    ControllerLabelRow("JobSet.jobset.x-k8s.io", "job-name", "{name}-{template}-{index}"),
    ControllerLabelRow("JobSet.jobset.x-k8s.io", "batch.kubernetes.io/job-name", "{name}-{template}-{index}"),
    ControllerLabelRow("RayCluster.ray.io", "ray.io/cluster", "{name}"),
    ControllerLabelRow("RayCluster.ray.io", "ray.io/node-type", "head", template: "headGroupSpec"),
    ControllerLabelRow("RayService.ray.io", "ray.io/node-type", "head", template: "headGroupSpec"),
    ControllerLabelRow("RayJob.ray.io", "ray.io/node-type", "head", template: "headGroupSpec"),
    ControllerLabelRow("SparkApplication.sparkoperator.k8s.io", "sparkoperator.k8s.io/app-name", "{name}"),
    ControllerLabelRow("SparkApplication.sparkoperator.k8s.io", "spark-role", "{template}"),
    ControllerLabelRow("FlinkDeployment.flink.apache.org", "app", "{name}"),
    ControllerLabelRow("FlinkDeployment.flink.apache.org", "component", "jobmanager", template: "jobManager"),
    ControllerLabelRow("FlinkDeployment.flink.apache.org", "component", "taskmanager", template: "taskManager"),
    ControllerLabelRow("Workflow.argoproj.io", "workflows.argoproj.io/workflow", "{name}"),
    ControllerLabelRow("TaskRun.tekton.dev", "tekton.dev/taskRun", "{name}"),
    ControllerLabelRow("PipelineRun.tekton.dev", "tekton.dev/pipelineRun", "{name}"),
    ControllerLabelRow("Service.serving.knative.dev", "serving.knative.dev/service", "{name}"),
    ControllerLabelRow("VirtualMachine.kubevirt.io", "vm.kubevirt.io/name", "{name}"),
    ControllerLabelRow("VirtualMachineInstance.kubevirt.io", "vm.kubevirt.io/name", "{name}"),
    ControllerLabelRow("VirtualMachineInstance.kubevirt.io", "kubevirt.io", "virt-launcher"),
    ControllerLabelRow("VirtualMachine.kubevirt.io", "kubevirt.io", "virt-launcher"),
  ]
  + ["PyTorchJob", "TFJob", "MPIJob", "XGBoostJob", "PaddleJob", "JAXJob"].flatMap { (kind: String) in
    let kind = ResourceKind(rawValue: "\(kind).kubeflow.org")
    let types = ["Master", "Worker", "Chief", "PS", "Evaluator", "Launcher"]
    return [ControllerLabelRow(kind, "training.kubeflow.org/job-name", "{name}")]
      + types.map {
        ControllerLabelRow(kind, "training.kubeflow.org/replica-type", $0.lowercased(), template: $0)
      }
      + [ControllerLabelRow(kind, "training.kubeflow.org/replica-index", "{index}")]
  }

private let workerSet = WorkerSetCounts.kind

/// https://prometheus-operator.dev/docs/
private let monitoringLabels: [ControllerLabelRow] =
  [
    ("Prometheus", "prometheus", "prometheus"), ("PrometheusAgent", "prometheus-agent", "prometheus-agent"),
    ("Alertmanager", "alertmanager", "alertmanager"), ("ThanosRuler", "thanos-ruler", "thanos-ruler"),
  ].flatMap { (name: String, key: String, component: String) in
    let kind = ResourceKind(rawValue: "\(name).monitoring.coreos.com")
    return [
      (key, "{name}"), ("app.kubernetes.io/name", component), ("app.kubernetes.io/instance", "{name}"),
      ("app.kubernetes.io/managed-by", "prometheus-operator"), ("operator.prometheus.io/name", "{name}"),
    ].map { ControllerLabelRow(kind, $0, $1) }
  }

/// Databases and brokers.
private let storeLabels: [ControllerLabelRow] = [
  ControllerLabelRow("Kafka.kafka.strimzi.io", "strimzi.io/cluster", "{name}"),
  ControllerLabelRow("Kafka.kafka.strimzi.io", "strimzi.io/kind", "Kafka"),
  ControllerLabelRow("Kafka.kafka.strimzi.io", "strimzi.io/name", "{name}-kafka", template: "kafka"),
  ControllerLabelRow("Kafka.kafka.strimzi.io", "strimzi.io/name", "{name}-zookeeper", template: "zookeeper"),
  ControllerLabelRow("KafkaConnect.kafka.strimzi.io", "strimzi.io/cluster", "{name}"),
  ControllerLabelRow("KafkaConnect.kafka.strimzi.io", "strimzi.io/kind", "KafkaConnect"),
  ControllerLabelRow("KafkaBridge.kafka.strimzi.io", "strimzi.io/cluster", "{name}"),
  ControllerLabelRow("KafkaBridge.kafka.strimzi.io", "strimzi.io/kind", "KafkaBridge"),
  ControllerLabelRow("KafkaMirrorMaker2.kafka.strimzi.io", "strimzi.io/cluster", "{name}"),
  ControllerLabelRow("KafkaMirrorMaker2.kafka.strimzi.io", "strimzi.io/kind", "KafkaMirrorMaker2"),
  ControllerLabelRow(
    "Kafka.kafka.strimzi.io", "app.kubernetes.io/name", "entity-operator", template: "entityOperator"),
  ControllerLabelRow("Cluster.postgresql.cnpg.io", "cnpg.io/cluster", "{name}"),
  ControllerLabelRow("Cluster.postgresql.cnpg.io", "cnpg.io/podRole", "instance"),
  ControllerLabelRow("Cluster.postgresql.cnpg.io", "postgresql", "{name}"),
  ControllerLabelRow("Pooler.postgresql.cnpg.io", "cnpg.io/poolerName", "{name}"),
  ControllerLabelRow(
    "Elasticsearch.elasticsearch.k8s.elastic.co", "elasticsearch.k8s.elastic.co/cluster-name", "{name}"),
  ControllerLabelRow("Elasticsearch.elasticsearch.k8s.elastic.co", "common.k8s.elastic.co/type", "elasticsearch"),
  ControllerLabelRow("Kibana.kibana.k8s.elastic.co", "kibana.k8s.elastic.co/name", "{name}"),
  ControllerLabelRow("Kibana.kibana.k8s.elastic.co", "common.k8s.elastic.co/type", "kibana"),
  ControllerLabelRow("ApmServer.apm.k8s.elastic.co", "apm.k8s.elastic.co/name", "{name}"),
  ControllerLabelRow("RabbitmqCluster.rabbitmq.com", "app.kubernetes.io/name", "{name}"),
  ControllerLabelRow("RabbitmqCluster.rabbitmq.com", "app.kubernetes.io/component", "rabbitmq"),
  ControllerLabelRow("RabbitmqCluster.rabbitmq.com", "app.kubernetes.io/part-of", "rabbitmq"),
  ControllerLabelRow("MongoDBCommunity.mongodbcommunity.mongodb.com", "app", "{name}-svc"),
  ControllerLabelRow("postgresql.acid.zalan.do", "cluster-name", "{name}"),
  ControllerLabelRow("postgresql.acid.zalan.do", "application", "spilo"),
  ControllerLabelRow(
    "PostgresCluster.postgres-operator.crunchydata.com", "postgres-operator.crunchydata.com/cluster", "{name}"),
  ControllerLabelRow("PerconaXtraDBCluster.pxc.percona.com", "app.kubernetes.io/instance", "{name}"),
  ControllerLabelRow("PerconaServerMongoDB.psmdb.percona.com", "app.kubernetes.io/instance", "{name}"),
  ControllerLabelRow("RedisFailover.databases.spotahome.com", "redisfailovers.databases.spotahome.com/name", "{name}"),
  ControllerLabelRow("Redis.redis.redis.opstreelabs.in", "app", "{name}"),
  ControllerLabelRow("RedisReplication.redis.redis.opstreelabs.in", "app", "{name}"),
  ControllerLabelRow("Dragonfly.dragonflydb.io", "app", "{name}"),
  ControllerLabelRow("MariaDB.k8s.mariadb.com", "app.kubernetes.io/instance", "{name}"),
  ControllerLabelRow("MariaDB.k8s.mariadb.com", "app.kubernetes.io/name", "mariadb"),
]
