/// JobSet, Kueue and the Kubeflow trainer, which run batches of jobs. Runtimes embed pod templates in both scopes.
let batchKinds: [KnownKind] = [
  KnownKind("JobSet.jobset.x-k8s.io", "jobsets", .namespaced),
  KnownKind("LocalQueue.kueue.x-k8s.io", "localqueues", .namespaced),
  KnownKind("ClusterQueue.kueue.x-k8s.io", "clusterqueues", .cluster),
  KnownKind("ResourceFlavor.kueue.x-k8s.io", "resourceflavors", .cluster),
  KnownKind("TrainJob.trainer.kubeflow.org", "trainjobs", .namespaced),
  KnownKind("TrainingRuntime.trainer.kubeflow.org", "trainingruntimes", .namespaced),
  KnownKind("ClusterTrainingRuntime.trainer.kubeflow.org", "clustertrainingruntimes", .cluster),
]
