package import PodmapTopology

/// The consequences of one pod template, computed from its manifest.
package struct PodProperties: Sendable, Hashable {
  package var id: String
  package var scale: Workload.Scale
  package var autoscalers: [String] { autoscaling.map(\.id) }
  /// The names of the containers, in the order of the manifest.
  package var containers: [String]
  /// How many containers the loss of one pod takes down.
  package var lostWithOnePod: Int
  package var cpu: PodRequest
  package var memory: PodRequest
  /// Requests for other resources, such as `nvidia.com/gpu`; sorted by name.
  package var others: [NamedAmount]
  package var autoscaling: [Autoscaler]
  package var budgets: [DisruptionBudget]
  package var nodeLoss: NodeLoss

  init(_ pod: Int, of layout: Layout) {
    let template = layout.pods[pod]
    id = template.id
    scale = template.scale
    containers = template.containers.map { layout.containers[$0].container.name }
    lostWithOnePod = layout.running(in: pod).count
    cpu = PodRequest("cpu", of: template.template)
    memory = PodRequest("memory", of: template.template)
    others = template.template.otherResources.compactMap { name in
      PodRequest(name, of: template.template).amount.map { NamedAmount(name: name, amount: $0) }
    }
    autoscaling = template.autoscaling
    budgets = template.budgets
    nodeLoss = NodeLoss(pod, of: layout)
  }
}

/// The total number of pods in a layout. Unknown numbers are counted separately and never taken for zero.
package struct PodTotal: Sendable, Hashable {
  /// The sum of the numbers that are stated; `nil` if no workload states one.
  package var stated: Int?
  /// How many workloads run one pod on each node.
  package var onePerNode = 0
  /// How many run to completion.
  package var toCompletion = 0
  /// How many run on a schedule.
  package var scheduled = 0
  package var notStated = 0
  /// The minimum and maximum number of pods if there are autoscalers; `nil` if there are none, or if one of them has no
  /// maximum.
  package var autoscaled: ClosedRange<Int>?

  init(_ pods: [Layout.Pod]) {
    for pod in pods {
      switch pod.scale {
      // Saturates, so that absurd numbers don't crash the program.
      case .replicas(let count): stated = min(stated ?? 0, Int.max / 2) + min(count, Int.max / 2)
      case .onePerNode: onePerNode += 1
      case .completions: toCompletion += 1
      case .schedule: scheduled += 1
      case .unstated: notStated += 1
      }
    }
    if pods.isEmpty { stated = 0 }
    guard let stated, pods.contains(where: { !$0.autoscaling.isEmpty }) else { return }
    var (least, most) = (stated, stated)
    for pod in pods {
      guard case .replicas(let count) = pod.scale, let scaler = pod.autoscaling.first else { continue }
      guard let upper = scaler.most, scaler.least <= upper else { return }
      least = max(0, least - count).plus(scaler.least)
      most = max(0, most - count).plus(upper)
    }
    autoscaled = least...max(least, most)
  }

  /// "6", "4, and one per node (2 workloads)", "not stated"
  package var text: String {
    func others(_ count: Int, _ words: String) -> String? {
      count == 0 ? nil : "\(words) (\(count) \(count == 1 ? "workload" : "workloads"))"
    }
    let parts = [
      stated.map { count in
        autoscaled.map { "\(count) as written, autoscaled \($0.lowerBound) to \($0.upperBound)" } ?? String(count)
      }, others(onePerNode, "one per node"), others(toCompletion, "to completion"),
      others(scheduled, "on a schedule"), others(notStated, "not stated"),
    ].compactMap(\.self)
    return parts.joined(separator: ", and ")
  }
}

extension PodProperties {
  /// "1 container, 2 of 3 pods left": what the loss of one pod takes down, and how many pods of the workload are left.
  package var lossText: String {
    let what = lostWithOnePod == 1 ? "1 container" : "\(lostWithOnePod) containers"
    if let scaler = autoscaling.first, scale != .replicas(0) {
      return "\(what), at least \(max(0, scaler.least - 1).of("pod")) left"
    }
    switch scale {
    case .replicas(0): return "no pods run"
    case .replicas(1): return "\(what), no pods left"
    case .replicas(let count): return "\(what), \(count - 1) of \(count) pods left"
    case .onePerNode: return "\(what) on one node"
    case .completions, .schedule, .unstated: return what
    }
  }

  package var cpuText: String { cpu.text(\.cores) }
  package var memoryText: String { memory.text(\.bytes) }
}

extension PodRequest {
  /// "250m", "250m (not stated: proxy)", "not stated"
  fileprivate func text(_ unit: KeyPath<Quantity, String>) -> String {
    guard let amount else { return "not stated" }
    let end = unstated.isEmpty ? "" : " (not stated: \(unstated.joined(separator: ", ")))"
    return amount[keyPath: unit] + end
  }
}
