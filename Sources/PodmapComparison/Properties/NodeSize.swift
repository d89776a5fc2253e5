import PodmapTopology

/// An amount of a resource other than CPU and memory.
package struct NamedAmount: Sendable, Hashable {
  /// `nvidia.com/gpu`
  package var name: String
  package var amount: Quantity

  /// "1 nvidia.com/gpu", "2Gi ephemeral-storage"
  package var text: String { "\(amountText) \(name)" }

  package var amountText: String {
    name == "ephemeral-storage" || name.hasPrefix("hugepages-") ? amount.bytes : amount.cores
  }
}

/// What the pods of a layout request from nodes.
package struct NodeSize: Sendable, Hashable {
  /// What a node must have free so that any single pod of the layout fits: the largest amounts.
  package var smallest: Amounts
  /// The IDs of pods that don't state everything and so may need more.
  package var smallestNotStated: [String]
  /// The requests of all pods that are meant to keep running; a workload with one pod per node counts once.
  package var total: Amounts
  /// The IDs of pods whose requests the total lacks, at least in part.
  package var notStated: [String]

  package struct Amounts: Sendable, Hashable {
    /// `nil` if no pod states one.
    package var cpu: Quantity?
    package var memory: Quantity?
    /// Sorted by name.
    package var others: [NamedAmount] = []

    /// "450m CPU, 256Mi memory", "not stated"
    package var text: String {
      let parts = [cpu.map { "\($0.cores) CPU" }, memory.map { "\($0.bytes) memory" }].compactMap(\.self)
      let all = parts + others.map(\.text)
      return all.isEmpty ? "not stated" : all.joined(separator: ", ")
    }
  }

  init(_ layout: Layout, _ pods: [PodProperties]) {
    var (largest, sum) = (Amounts(), Amounts())
    var (largestOthers, sums) = ([String: Quantity](), [String: Quantity]())
    var (unstated, unstatedAtAll) = ([String](), [String]())
    for (position, pod) in pods.enumerated() where !layout.pods[position].containers.isEmpty {
      let isWhole = [pod.cpu, pod.memory].allSatisfy { $0.amount != nil && $0.unstated.isEmpty }
      if !isWhole { unstatedAtAll.append(pod.id) }
      if let cpu = pod.cpu.amount { largest.cpu = max(largest.cpu ?? .zero, cpu) }
      if let memory = pod.memory.amount { largest.memory = max(largest.memory ?? .zero, memory) }
      for one in pod.others { largestOthers[one.name] = max(largestOthers[one.name] ?? .zero, one.amount) }
      guard pod.scale.isLongRunning else { continue }
      let count: Int
      switch pod.scale {
      case .replicas(let number): count = number
      case .onePerNode: count = 1
      case .unstated, .completions, .schedule:
        unstated.append(pod.id)
        continue
      }
      if !isWhole, count > 0 { unstated.append(pod.id) }
      if let cpu = pod.cpu.amount { sum.cpu = (sum.cpu ?? .zero) + cpu * count }
      if let memory = pod.memory.amount { sum.memory = (sum.memory ?? .zero) + memory * count }
      for one in pod.others { sums[one.name] = (sums[one.name] ?? .zero) + one.amount * count }
    }
    func list(_ amounts: [String: Quantity]) -> [NamedAmount] {
      amounts.sorted { $0.key < $1.key }.map { NamedAmount(name: $0.key, amount: $0.value) }
    }
    largest.others = list(largestOthers)
    sum.others = list(sums)
    (smallest, total, notStated, smallestNotStated) = (largest, sum, unstated, unstatedAtAll)
  }

  /// "1150m CPU, 512Mi memory (not stated in full: default/Deployment/a)"
  package var totalText: String { Self.text(total, notStated) }
  package var smallestText: String { Self.text(smallest, smallestNotStated) }

  private static func text(_ amounts: Amounts, _ notStated: [String]) -> String {
    notStated.isEmpty || amounts == Amounts()
      ? amounts.text : "\(amounts.text) (not stated in full: \(notStated.enumeration))"
  }
}
