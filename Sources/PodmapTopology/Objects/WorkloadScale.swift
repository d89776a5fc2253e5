import PodmapManifests

extension ResourceKind {
  /// Whether objects of the kind must have containers.
  var isWorkload: Bool {
    switch self {
    case .pod, .deployment, .replicaSet, .replicationController, .statefulSet, .daemonSet, .job, .cronJob: true
    default: false
    }
  }
}

extension Workload.Scale {
  /// How many pods an object keeps running, by its kind and `spec`.
  init(_ kind: ResourceKind, _ spec: Value?) {
    switch kind {
    case .pod: self = .replicas(1)
    case .podTemplate: self = .unstated
    case .daemonSet: self = .onePerNode
    case .cronJob: self = .schedule(spec?["schedule"]?.text ?? "")
    case .job:
      self = .completions(spec?["completions"]?.integer ?? 1, parallelism: spec?["parallelism"]?.integer ?? 1)
    case .deployment, .replicaSet, .replicationController, .statefulSet:
      self = .replicas(max(0, spec?["replicas"]?.integer ?? 1))
    default: self = (spec?["replicas"]?.integer).map { .replicas(max(0, $0)) } ?? .unstated
    }
  }
}
