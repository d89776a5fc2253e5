import PodmapManifests
package import PodmapTopology

/// How many pods of a workload one node can hold, and so how many its loss can take down.
///
/// What the manifests rule out is ruled out; everything else can be. Preferences rule out nothing.
package struct NodeLoss: Sendable, Hashable {
  /// The most pods on one node; nothing where the number of pods is not known.
  package var atMost: Int?
  /// The pods that the workload can have: its replicas, or the most of its autoscaler.
  package var pods: Int?
  /// Why: "nothing keeps its pods apart".
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
      reason = "it runs to its end"
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
      (reason, evidence) = ("all on the node \(name.value.written)", name.allEvidence)
      return
    }
    guard pods ?? 2 > 1 else { return }
    if let apart = Self.antiAffinity(spec, pod) {
      // At most one pod in a zone is at most one on a node.
      (atMost, reason, evidence) = (min(pods ?? 1, 1), "one per \(apart.domain)", apart.evidence)
    } else if let port = Self.hostPort(pod) {
      (atMost, reason, evidence) = (1, "a node has its host port once", [port])
    } else if let spread = Self.spread(spec, pod, pods) {
      (atMost, reason, evidence) = (spread.atMost, spread.reason, spread.evidence)
    } else if let (claim, modes) = Self.claim(position, layout, "ReadWriteOncePod") {
      (atMost, reason, evidence) = (1, "one pod can have its claim \(claim)", modes)
    } else if let (claim, modes) = Self.claim(position, layout, "ReadWriteOnce") {
      (reason, evidence) = ("its claim \(claim) lets them run on one node only", modes)
    } else if let preference = Self.preference(spec) {
      (reason, evidence) = ("spreading is only preferred", preference)
    }
  }

  /// A required rule that the pods of the workload keep away from each other.
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
    // A rule for nodes says more than one for zones.
    guard let rule = hard.first(where: { $0["topologyKey"]?.value.text == "kubernetes.io/hostname" }) ?? hard.first,
      let skew = rule["maxSkew"]?.value.integer, skew > 0, let key = rule["topologyKey"]
    else { return nil }
    let domain = key.value.written.domain
    let domains = max(2, rule["minDomains"]?.value.integer ?? 2)
    // n pods in d places that differ by the skew at most: one has no more than (n + (d - 1) × skew) / d.
    let most = pods.map { min($0, ($0 + min(skew, $0) * (domains - 1)) / domains) }
    let evidence = [rule["maxSkew"], rule["topologyKey"]].compactMap { $0?.evidence }
    return (most, "spread over \(domain)s, where there are \(domains) or more", evidence)
  }

  static func selects(_ selector: Field?, _ pod: Layout.Pod) -> Bool {
    guard let selector else { return false }
    return LabelSelector(selector.value, path: selector.path, file: selector.file).matches(pod.template.labels)
  }

  private static func hostPort(_ pod: Layout.Pod) -> Evidence? {
    let written = pod.template.containers.lazy.filter(\.isRunning).compactMap { pod.written?.container($0.key) }
    return written.flatMap { $0["ports"]?.items ?? [] }.lazy.compactMap { port in
      (port["hostPort"] ?? (pod.template.isOnHostNetwork ? port["containerPort"] : nil))?.evidence
    }.first
  }

  /// A claim of this one access mode that all pods of the workload mount.
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
  /// What a topology key stands for: "node", "zone".
  fileprivate var domain: String {
    switch self {
    case "kubernetes.io/hostname": "node"
    default: split(separator: "/").last.map(String.init) ?? self
    }
  }
}

/// What one node's loss can take down of a whole layout. Jobs are left out.
package struct NodeLossTotal: Sendable, Hashable {
  /// The most pods that can be on one node, and the containers that run in them; nothing where there is no pod.
  package var pods: Int?
  package var containers: Int?
  /// All that the workloads can have; pods that run once per node count as one.
  package var all: Int
  /// Workloads whose number of pods is not known.
  package var notStated: Int

  init(_ layout: Layout, _ losses: [NodeLoss]) {
    let lasting = layout.pods.indices.filter { layout.pods[$0].scale.isLasting }
    let known = lasting.filter { losses[$0].atMost != nil }
    notStated = lasting.count - known.count
    func sum(_ pods: [Int]) -> Int { pods.reduce(0) { $0.plus(losses[$1].atMost ?? 0) } }
    self.all = known.reduce(0) { $0.plus(losses[$1].pods ?? 1) }
    // Pods that can't be on one node are not lost with one; around each pod those that can.
    let marks = layout.pods.map { NodeMarks($0) }
    let all = Set(known.map { marks[$0] })
    // What may be on any node is in the group of each of the others.
    let telling = all.count > 1 ? all.subtracting([NodeMarks()]) : all
    let conflicts = PodConflicts(layout, known)
    let groups = telling.sorted { $0.words < $1.words }.map { mark in
      conflicts.heaviest(of: known.filter { mark.canBeWith(marks[$0]) }) { losses[$0].atMost ?? 0 }
    }
    let largest = groups.max { sum($0) < sum($1) }
    pods = largest.map(sum)
    containers = largest.map { group in
      group.reduce(0) { $0.plus((losses[$1].atMost ?? 0).times(layout.running(in: $1).count)) }
    }
  }

  /// "6 of 6 pods (6 containers)"
  package var text: String {
    guard let pods, let containers else { return notStated > 0 ? "not stated" : "no pod" }
    let end = notStated > 0 ? ", and not stated (\(notStated.of("workload")))" : ""
    return "\(pods) of \(all.of("pod")) (\(containers.of("container")))\(end)"
  }
}

/// What a pod says about its node, as far as two such words rule each other out.
private struct NodeMarks: Hashable {
  var node: String?
  var labels: [String: String] = [:]

  init() {}

  init(_ pod: Layout.Pod) {
    let name = pod.written?.spec?["nodeName"]?.value.text
    node = name?.isEmpty == true ? nil : name
    let selector = pod.written?.spec?["nodeSelector"]?.value.fields ?? []
    labels = Dictionary(selector.map { ($0.key.written, $0.value.written) }) { $1 }
  }

  var words: String {
    (labels.map { "\($0)=\($1)" }.sorted() + [node ?? ""]).joined(separator: " ")
  }

  func canBeWith(_ other: NodeMarks) -> Bool {
    if let node, let others = other.node, node != others { return false }
    return labels.allSatisfy { other.labels[$0] ?? $1 == $1 }
  }
}

extension Int {
  /// Sums and products that no cluster reaches must not end the program.
  func plus(_ other: Int) -> Int { Swift.min(self, Int.max / 2) + Swift.min(other, Int.max / 2) }
  func times(_ other: Int) -> Int {
    let (product, isTooLarge) = multipliedReportingOverflow(by: other)
    return isTooLarge ? Int.max / 2 : product
  }
}
