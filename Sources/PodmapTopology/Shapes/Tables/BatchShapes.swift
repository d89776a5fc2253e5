import PodmapManifests

/// Spark, Flink and Ray, whose operators complete the pods.
let batchShapes: [PodShape] = sparkShapes + flinkShapes + rayShapes

/// https://github.com/kubeflow/spark-operator/blob/master/docs/api-docs.md
private let sparkShapes: [PodShape] = [
  ("SparkApplication.sparkoperator.k8s.io", "spec"),
  ("ScheduledSparkApplication.sparkoperator.k8s.io", "spec.template"),
].flatMap { (kind: ResourceKind, spec: String) in
  [("driver", "spark-kubernetes-driver", nil), ("executor", "spark-kubernetes-executor", "instances")].map {
    (role: String, container: String, count: PodCount?) in
    let main = PodShape.Part(
      role: .app, path: "", name: container, images: ["/\(spec).image"],
      arguments: role == "driver" ? ["/\(spec).mainApplicationFile", "/\(spec).arguments[]"] : [],
      fields: ["image", "env", "envFrom", "volumeMounts", "ports", "securityContext", "lifecycle"])
    return PodShape(
      kind: kind, pod: "\(spec).\(role)", name: role, template: "template",
      parts: [main, .list("initContainers[]", .initial), .list("sidecars[]")], volumes: ["/\(spec).volumes"],
      account: ["serviceAccount"], labels: ["labels"], count: count, runsOnce: true)
  }
}

/// https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-main/docs/custom-resource/pod-template/
private let flinkShapes: [PodShape] = [("jobManager", 8081), ("taskManager", 6122)].map {
  (role: String, port: Int) in
  PodShape(
    kind: "FlinkDeployment.flink.apache.org", pod: "spec.\(role)", name: role, template: "podTemplate",
    parts: [
      PodShape.Part(
        role: .app, path: "", name: "flink-main-container", images: ["/spec.image"], fields: [],
        ports: [(role == "jobManager" ? "rest" : "taskmanager-rpc", port)]),
      .list("/spec.podTemplate.spec.initContainers[]", .initial), .list("/spec.podTemplate.spec.containers[]"),
    ],
    volumes: ["/spec.podTemplate.spec.volumes"], account: ["/spec.serviceAccount"],
    labels: ["/spec.podTemplate.metadata.labels"], count: "replicas")
}

/// https://ray-project.github.io/kuberay/reference/api/
private let rayShapes: [PodShape] = [
  ("RayCluster.ray.io", "spec"), ("RayJob.ray.io", "spec.rayClusterSpec"),
  ("RayService.ray.io", "spec.rayClusterConfig"),
].flatMap { (kind: ResourceKind, spec: String) in
  [
    PodShape(kind: kind, pod: "\(spec).headGroupSpec", template: "template", parts: []),
    PodShape(
      kind: kind, pod: "\(spec).workerGroupSpecs[]", template: "template", parts: [], count: "replicas"),
  ]
}
