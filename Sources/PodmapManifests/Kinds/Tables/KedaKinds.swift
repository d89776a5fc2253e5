/// KEDA.
let kedaKinds: [KnownKind] = [
  KnownKind(
    "ScaledObject.keda.sh", "scaledobjects", ["so"], .namespaced, .policy, icon: .horizontalPodAutoscaler),
  KnownKind("ScaledJob.keda.sh", "scaledjobs", ["sj"], .namespaced, icon: .horizontalPodAutoscaler),
  KnownKind("TriggerAuthentication.keda.sh", "triggerauthentications", ["ta", "triggerauth"], .namespaced),
  KnownKind(
    "ClusterTriggerAuthentication.keda.sh", "clustertriggerauthentications", ["cta", "clustertriggerauth"], .cluster),
]
