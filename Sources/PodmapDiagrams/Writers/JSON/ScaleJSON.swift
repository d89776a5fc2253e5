package import PodmapTopology

extension JSONBuffer {
  /// The number of a workload's pods, as keys of the open object: the same in every schema.
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
