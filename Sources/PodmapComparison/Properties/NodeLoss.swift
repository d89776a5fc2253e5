import PodmapManifests
package import PodmapTopology

/// How many pods of a workload can be on one node, and so how many the loss of that node can take down.
///
/// Anything that the manifests don't rule out is possible. Preferences rule out nothing.
package struct NodeLoss: Sendable, Hashable {
  /// The most pods on one node; `nil` if the number of pods is unknown.
  package var atMost: Int?
  /// The most pods that the workload can have: its replicas, or its autoscaler's maximum.
  package var pods: Int?
  /// Why there can be so many: "nothing keeps its pods apart".
  package var reason: String
  package var evidence: [Evidence]

  init(_ position: Int, of layout: Layout) {
    let pod = layout.pods[position]
    evidence = []
    switch pod.scale {
    case .onePerNode:
      (atMost, reason) = (1, "one pod per node")
      return
    case .completions, .schedule:
      reason = "it runs to completion"
      return
    case .unstated: reason = "the number of pods is not stated"
    case .replicas(let count):
      let most = pod.autoscaling.compactMap(\.most).max() ?? count
      pods = most
      atMost = most
      reason = most < 2 ? "" : "nothing keeps its pods apart"
    }
    guard let spec = pod.written?.spec else { return }
    if let name = spec["nodeName"], name.value.text?.isEmpty == false {
      (reason, evidence) = ("all on node \(name.value.written)", name.allEvidence)
      return
    }
    guard pods ?? 2 > 1 else { return }
    if let apart = Self.antiAffinity(spec, pod) {
      // At most one pod per zone means at most one per node.
      (atMost, reason, evidence) = (min(pods ?? 1, 1), "one per \(apart.domain)", apart.evidence)
    } else if let port = Self.hostPort(pod) {
      (atMost, reason, evidence) = (1, "each node has its host port only once", [port])
    } else if let spread = Self.spread(spec, pod, pods) {
      (atMost, reason, evidence) = (spread.atMost, spread.reason, spread.evidence)
    } else if let (claim, modes) = Self.claim(position, layout, "ReadWriteOncePod") {
      (atMost, reason, evidence) = (1, "only one pod can mount its claim \(claim)", modes)
    } else if let (claim, modes) = Self.claim(position, layout, "ReadWriteOnce") {
      (reason, evidence) = ("its claim \(claim) can be mounted on one node only", modes)
    } else if let preference = Self.preference(spec) {
      (reason, evidence) = ("spreading is only preferred", preference)
    }
  }

  /// A required rule that keeps the pods of the workload apart from each other.
  private static func antiAffinity(_ spec: Field, _ pod: Layout.Pod) -> (domain: String, evidence: [Evidence])? {
    let terms = spec.at("affinity", "podAntiAffinity", "requiredDuringSchedulingIgnoredDuringExecution")?.items ?? []
    for term in terms where term["namespaces"] == nil && selects(term["labelSelector"], pod) {
      guard let key = term["topologyKey"] else { continue }
      return (key.value.written.domain, key.allEvidence)
    }
    return nil
  }

  private static func spread(
    _ spec: Field, _ pod: Layout.Pod, _ pods: Int?
  ) -> (atMost: Int?, reason: String, evidence: [Evidence])? {
    let hard = (spec["topologySpreadConstraints"]?.items ?? []).filter { constraint in
      constraint["whenUnsatisfiable"]?.value.text ?? "DoNotSchedule" == "DoNotSchedule"
        && selects(constraint["labelSelector"], pod)
    }
    // A rule for nodes is stricter than one for zones.
    guard let rule = hard.first(where: { $0["topologyKey"]?.value.text == "kubernetes.io/hostname" }) ?? hard.first,
      let skew = rule["maxSkew"]?.value.integer, skew > 0, let key = rule["topologyKey"]
    else { return nil }
    let domain = key.value.written.domain
    let domains = max(2, rule["minDomains"]?.value.integer ?? 2)
    // If n pods are in d domains whose counts differ by at most the skew, no domain has more than
    // (n + (d - 1) × skew) / d.
    let most = pods.map { min($0, ($0 + min(skew, $0) * (domains - 1)) / domains) }
    let evidence = [rule["maxSkew"], rule["topologyKey"]].compactMap { $0?.evidence }
    return (most, "spread over at least \(domains) \(domain)s", evidence)
  }

  static func selects(_ selector: Field?, _ pod: Layout.Pod) -> Bool {
    guard let selector else { return false }
    return LabelSelector(selector.value, path: selector.path, file: selector.file).matches(pod.template.labels)
  }

  private static func hostPort(_ pod: Layout.Pod) -> Evidence? {
    let written = pod.template.containers.lazy.filter(\.isRunning).compactMap { pod.written?.container($0.key) }
    return written.flatMap { $0["ports"]?.items ?? [] }.firstNonNil { port in
      (port["hostPort"] ?? (pod.template.isOnHostNetwork ? port["containerPort"] : nil))?.evidence
    }
  }

  /// A claim with only this access mode that all pods of the workload mount.
  private static func claim(_ pod: Int, _ layout: Layout, _ mode: String) -> (String, [Evidence])? {
    for volume in layout.pods[pod].template.volumes {
      guard let claim = layout.claim(behind: volume, in: pod), !claim.isOwn, claim.modes == [mode]
      else { continue }
      return (claim.name, claim.evidence)
    }
    return nil
  }

  private static func preference(_ spec: Field) -> [Evidence]? {
    let soft = spec.at("affinity", "podAntiAffinity", "preferredDuringSchedulingIgnoredDuringExecution")
    if let weight = soft?.items.first?["weight"] { return weight.allEvidence }
    let spread = (spec["topologySpreadConstraints"]?.items ?? []).first {
      $0["whenUnsatisfiable"]?.value.text == "ScheduleAnyway"
    }
    return spread?["whenUnsatisfiable"]?.allEvidence
  }

  /// "3 of 3 pods: nothing keeps its pods apart", "not stated"
  package var text: String {
    guard let atMost else { return reason }
    let share = pods.map { "\(atMost) of \($0.of("pod"))" } ?? atMost.of("pod")
    return reason.isEmpty || reason == "one pod per node" ? share : "\(share): \(reason)"
  }
}

extension String {
  /// The domain that a topology key means: "node", "zone".
  fileprivate var domain: String {
    switch self {
    case "kubernetes.io/hostname": "node"
    default: split(separator: "/").last.map(String.init) ?? self
    }
  }
}

/// What the loss of one node can take down in a whole layout. Jobs are left out.
package struct NodeLossTotal: Sendable, Hashable {
  /// The maximum number of pods on one node, and the containers that run in them; `nil` if there are no pods.
  package var pods: Int?
  package var containers: Int?
  /// The most pods that the workloads can have; a workload with one pod per node counts as one.
  package var all: Int
  /// Workloads whose number of pods is unknown.
  package var notStated: Int

  init(_ layout: Layout, _ losses: [NodeLoss]) {
    let longRunning = layout.pods.indices.filter { layout.pods[$0].scale.isLongRunning }
    let known = longRunning.filter { losses[$0].atMost != nil }
    notStated = longRunning.count - known.count
    func sum(_ pods: [Int]) -> Int { pods.reduce(0) { $0.plus(losses[$1].atMost ?? 0) } }
    self.all = known.reduce(0) { $0.plus(losses[$1].pods ?? 1) }
    // Pods that can't share a node aren't lost together: group each pod with those that can be on its node.
    let constraints = layout.pods.map { NodeConstraints($0) }
    let all = Set(known.map { constraints[$0] })
    // Pods that may be on any node are in all groups.
    let distinct = all.count > 1 ? all.subtracting([NodeConstraints()]) : all
    let conflicts = PodConflicts(layout, known)
    let groups = distinct.sorted { $0.text < $1.text }.map { constraint in
      conflicts.heaviest(of: known.filter { constraint.canBeWith(constraints[$0]) }) { losses[$0].atMost ?? 0 }
    }
    let largest = groups.max { sum($0) < sum($1) }
    pods = largest.map(sum)
    containers = largest.map { group in
      group.reduce(0) { $0.plus((losses[$1].atMost ?? 0).times(layout.running(in: $1).count)) }
    }
  }

  /// "6 of 6 pods (6 containers)"
  package var text: String {
    guard let pods, let containers else { return notStated > 0 ? "not stated" : "no pods" }
    let end = notStated > 0 ? ", and not stated (\(notStated.of("workload")))" : ""
    return "\(pods) of \(all.of("pod")) (\(containers.of("container")))\(end)"
  }
}

/// What a pod demands of its node, as far as it matters for whether two demands rule each other out.
private struct NodeConstraints: Hashable {
  var node: String?
  var labels: [String: String] = [:]

  init() {}

  init(_ pod: Layout.Pod) {
    let name = pod.written?.spec?["nodeName"]?.value.text
    node = name?.isEmpty == true ? nil : name
    let selector = pod.written?.spec?["nodeSelector"]?.value.fields ?? []
    labels = Dictionary(selector.map { ($0.key.written, $0.value.written) }) { $1 }
  }

  var text: String {
    (labels.map { "\($0)=\($1)" }.sorted() + [node ?? ""]).joined(separator: " ")
  }

  func canBeWith(_ other: NodeConstraints) -> Bool {
    if let node, let others = other.node, node != others { return false }
    return labels.allSatisfy { other.labels[$0] ?? $1 == $1 }
  }
}

extension Int {
  /// Sums and products that saturate, so that absurd numbers don't crash the program.
  func plus(_ other: Int) -> Int { Swift.min(self, Int.max / 2) + Swift.min(other, Int.max / 2) }
  func times(_ other: Int) -> Int {
    let (product, isTooLarge) = multipliedReportingOverflow(by: other)
    return isTooLarge ? Int.max / 2 : product
  }
}
