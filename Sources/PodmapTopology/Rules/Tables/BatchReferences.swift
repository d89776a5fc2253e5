import PodmapManifests

/// References of operators for batch work: Spark, Flink, Kubeflow and Kueue.
let batchReferences: [ReferenceRule] = sparkReferences + kueueReferences + trainingReferences

private let sparkReferences: [ReferenceRule] = [
  ("SparkApplication.sparkoperator.k8s.io", "spec"),
  ("ScheduledSparkApplication.sparkoperator.k8s.io", "spec.template"),
].flatMap { (kind: ResourceKind, spec: String) in
  ["driver", "executor"].flatMap { role in
    [
      ReferenceRule(
        kind, "\(spec).\(role).configMaps[].name", to: "ConfigMap", .mounts,
        label: ["\(spec).\(role).configMaps[].path"]),
      ReferenceRule(
        kind, "\(spec).\(role).secrets[].name", to: "Secret", .mounts, label: ["\(spec).\(role).secrets[].path"]),
    ]
  } + [
    ReferenceRule(kind, "\(spec).imagePullSecrets[]", to: "Secret", .uses),
    ReferenceRule(kind, "\(spec).sparkConfigMap", to: "ConfigMap", .mounts),
    ReferenceRule(kind, "\(spec).hadoopConfigMap", to: "ConfigMap", .mounts),
  ]
}

/// Kueue admits work that names a queue in a label: https://kueue.sigs.k8s.io/docs/tasks/run/
private let kueueReferences: [ReferenceRule] =
  [
    "LocalQueue.kueue.x-k8s.io", "Job", "Deployment", "StatefulSet", "Pod", "JobSet.jobset.x-k8s.io",
    "LeaderWorkerSet.leaderworkerset.x-k8s.io", "RayCluster.ray.io", "RayJob.ray.io", "PyTorchJob.kubeflow.org",
    "TFJob.kubeflow.org", "MPIJob.kubeflow.org", "XGBoostJob.kubeflow.org", "PaddleJob.kubeflow.org",
    "JAXJob.kubeflow.org", "AppWrapper.workload.codeflare.dev", "TrainJob.trainer.kubeflow.org",
    "SparkApplication.sparkoperator.k8s.io",
  ].flatMap { (kind: ResourceKind) in
    [
      ReferenceRule(
        kind, "metadata.labels[\"kueue.x-k8s.io/queue-name\"]", to: "LocalQueue.kueue.x-k8s.io", .uses),
      ReferenceRule(
        kind, "metadata.labels[\"kueue.x-k8s.io/priority-class\"]", to: "WorkloadPriorityClass.kueue.x-k8s.io", .uses),
    ]
  }
  + [
    ReferenceRule(
      "CronJob", "spec.jobTemplate.metadata.labels[\"kueue.x-k8s.io/queue-name\"]", to: "LocalQueue.kueue.x-k8s.io",
      .uses),
    ReferenceRule("LocalQueue.kueue.x-k8s.io", "spec.clusterQueue", to: "ClusterQueue.kueue.x-k8s.io", .uses),
    ReferenceRule(
      "ClusterQueue.kueue.x-k8s.io", "spec.resourceGroups[].flavors[].name", to: "ResourceFlavor.kueue.x-k8s.io",
      .uses),
    ReferenceRule("ClusterQueue.kueue.x-k8s.io", "spec.cohort", to: "Cohort.kueue.x-k8s.io", .uses, need: .onlyKnown),
    ReferenceRule(
      "ClusterQueue.kueue.x-k8s.io", "spec.cohortName", to: "Cohort.kueue.x-k8s.io", .uses, need: .onlyKnown),
    ReferenceRule(
      "ClusterQueue.kueue.x-k8s.io", "spec.admissionChecks[]", to: "AdmissionCheck.kueue.x-k8s.io", .uses),
    ReferenceRule(
      "ClusterQueue.kueue.x-k8s.io", "spec.admissionChecksStrategy.admissionChecks[].name",
      to: "AdmissionCheck.kueue.x-k8s.io", .uses),
    ReferenceRule("Cohort.kueue.x-k8s.io", "spec.parentName", to: "Cohort.kueue.x-k8s.io", .uses, need: .onlyKnown),
    ReferenceRule("ResourceFlavor.kueue.x-k8s.io", "spec.topologyName", to: "Topology.kueue.x-k8s.io", .uses),
    ReferenceRule("AdmissionCheck.kueue.x-k8s.io", "spec.parameters.name", to: .beside(), .uses),
  ]

private let trainingReferences: [ReferenceRule] = [
  ReferenceRule(
    "TrainJob.trainer.kubeflow.org", "spec.runtimeRef.name", to: .beside("ClusterTrainingRuntime.trainer.kubeflow.org"),
    .uses, need: .optional)
]
