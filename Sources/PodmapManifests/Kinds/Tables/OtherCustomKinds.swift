/// Custom kinds of projects that have only one or two rows.
let otherCustomKinds: [KnownKind] = [
  KnownKind("VerticalPodAutoscaler.autoscaling.k8s.io", "verticalpodautoscalers", ["vpa"], .namespaced, .policy),
  // The recommender is only a name in a VerticalPodAutoscaler.
  KnownKind("VerticalPodAutoscalerRecommender.autoscaling.k8s.io", "verticalpodautoscalerrecommenders", .namespaced),
  KnownKind("LeaderWorkerSet.leaderworkerset.x-k8s.io", "leaderworkersets", ["lws"], .namespaced),
  KnownKind("CloneSet.apps.kruise.io", "clonesets", ["clone"], .namespaced, icon: .replicaSet),
  KnownKind("DeploymentConfig.apps.openshift.io", "deploymentconfigs", ["dc"], .namespaced, icon: .deployment),
  KnownKind("BuildConfig.build.openshift.io", "buildconfigs", ["bc"], .namespaced),
  KnownKind("Route.route.openshift.io", "routes", .namespaced, .entry),
  KnownKind("ServiceProfile.linkerd.io", "serviceprofiles", ["sp"], .namespaced, icon: .route),
  KnownKind("TrafficSplit.split.smi-spec.io", "trafficsplits", ["ts"], .namespaced, icon: .route),
  KnownKind("ConstraintTemplate.templates.gatekeeper.sh", "constrainttemplates", .cluster, icon: .admission),
  KnownKind("Cluster.cluster.x-k8s.io", "clusters", ["cl"], .namespaced, icon: .cluster, iconNames: []),
  KnownKind("Machine.cluster.x-k8s.io", "machines", ["ma"], .namespaced, icon: .node),
  KnownKind("GMSACredentialSpec.windows.k8s.io", "gmsacredentialspecs", .cluster, provided: .all),
]
