package import PodmapTopology

extension JSONBuffer {
  /// How many pods a workload keeps, in keys of the object that is open: the same in every schema.
  package mutating func add(_ scale: Workload.Scale) {
    switch scale {
    case .replicas(let count): add("replicas", count)
    case .onePerNode: add("onePerNode", true)
    case .completions(let count, let parallelism):
      add("completions", count)
      add("parallelism", parallelism)
    case .schedule(let schedule): add("schedule", schedule)
    case .unstated: break
    }
  }
}
