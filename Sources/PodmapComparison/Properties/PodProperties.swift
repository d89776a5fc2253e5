package import PodmapTopology

/// What one pod template means, computed from its manifest.
package struct PodProperties: Sendable, Hashable {
  package var id: String
  package var scale: Workload.Scale
  package var autoscalers: [String] { autoscaling.map(\.id) }
  /// The names of the containers, as they stand in the manifest.
  package var containers: [String]
  /// How many containers the loss of one pod takes down.
  package var lostWithOnePod: Int
  package var cpu: PodRequest
  package var memory: PodRequest
  /// What it asks for beside these, each with its amount: `nvidia.com/gpu`; sorted.
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

/// How many pods a layout has in all. What is not known is counted apart and never taken for zero.
package struct PodTotal: Sendable, Hashable {
  /// The sum of the numbers that are stated; nothing where no workload states one.
  package var stated: Int?
  /// How many workloads run one pod on each node.
  package var onePerNode = 0
  /// How many run to completion.
  package var toCompletion = 0
  /// How many run on a schedule.
  package var scheduled = 0
  package var notStated = 0
  /// The fewest and the most pods, where autoscalers set the number of some; nothing where there are none, or one of
  /// them does not say.
  package var autoscaled: ClosedRange<Int>?

  init(_ pods: [Layout.Pod]) {
    for pod in pods {
      switch pod.scale {
      // A sum that no cluster reaches must not end the program.
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
  /// "3 of 3 containers": what goes down with one pod, and whether others of its kind go on.
  package var lossText: String {
    let what = lostWithOnePod == 1 ? "1 container" : "\(lostWithOnePod) containers"
    if let scaler = autoscaling.first, scale != .replicas(0) {
      return "\(what), \(max(0, scaler.least - 1)) or more of its pods go on"
    }
    switch scale {
    case .replicas(0): return "no pod runs"
    case .replicas(1): return "\(what), none goes on"
    case .replicas(let count): return "\(what), \(count - 1) of \(count) pods go on"
    case .onePerNode: return "\(what) of one node"
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
