package import PodmapTopology

extension Workload.Scale {
  /// "3 pods", "one pod per node"
  package var text: String {
    switch self {
    case .replicas(let count): count == 1 ? "1 pod" : "\(count) pods"
    case .onePerNode: "one pod per node"
    case .completions(let count, let parallelism): "\(count) to completion, \(min(count, parallelism)) at once"
    case .schedule(let schedule): schedule.isEmpty ? "on a schedule" : "on the schedule \(schedule)"
    case .unstated: "not stated"
    }
  }

  var isSchedule: Bool { if case .schedule = self { true } else { false } }
}
