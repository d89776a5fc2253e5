/// apps, batch, autoscaling and policy.
let workloadKinds: [KnownKind] = [
  KnownKind("Deployment", "deployments", ["deploy"], .namespaced, .workload, icon: .deployment),
  KnownKind("ReplicaSet", "replicasets", ["rs"], .namespaced, .workload, icon: .replicaSet),
  KnownKind("StatefulSet", "statefulsets", ["sts"], .namespaced, .workload, icon: .statefulSet),
  KnownKind("DaemonSet", "daemonsets", ["ds"], .namespaced, .workload, icon: .daemonSet),
  KnownKind("ControllerRevision", "controllerrevisions", .namespaced, views: []),
  KnownKind("Job", "jobs", .namespaced, .job, icon: .job),
  KnownKind("CronJob", "cronjobs", ["cj"], .namespaced, .job, icon: .cronJob),
  KnownKind(
    "HorizontalPodAutoscaler", "horizontalpodautoscalers", ["hpa"], .namespaced, .policy,
    icon: .horizontalPodAutoscaler),
  KnownKind(
    "PodDisruptionBudget", "poddisruptionbudgets", ["pdb"], .namespaced, .policy, icon: .podDisruptionBudget),
  KnownKind("PodSecurityPolicy", "podsecuritypolicies", ["psp"], .cluster, .policy, icon: .networkPolicy, views: []),
]
