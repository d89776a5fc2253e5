import PodmapManifests

/// Where the pod template of a workload stands.
enum PodPlace {
  /// The keys to what has `metadata` and `spec` of the pod; nothing for kinds of which we do not know it.
  static func keys(of kind: ResourceKind) -> [String]? {
    switch kind {
    case .pod: []
    case .deployment, .replicaSet, .replicationController, .statefulSet, .daemonSet, .job: ["spec", "template"]
    case .cronJob: ["spec", "jobTemplate", "spec", "template"]
    default: nil
    }
  }

  static let containerLists = ["initContainers", "containers", "ephemeralContainers"]
}
