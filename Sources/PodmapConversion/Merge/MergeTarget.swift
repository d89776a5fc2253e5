import PodmapManifests
import PodmapTopology

/// The kind, name, labels and selector of the merged workload.
struct MergeTarget {
  let kind: ResourceKind
  let name: String
  let namespace: String
  /// `nil` for a kind without a number of pods.
  let replicas: Int?
  /// The labels that match the merged pod and no others.
  let selector: [Label]
  /// The labels of the object and of its pod template.
  let labels: [Draft.Field]
  let podLabels: [Draft.Field]

  init(
    _ members: [MergeMember], among others: [Node], namespace: String, options: MergeOptions,
    _ report: inout MergeReport
  ) {
    self.namespace = namespace
    kind = Self.kind(of: members, options)
    let strangers = others.filter { $0.workload != nil && $0.presence == .present }
    name = Self.name(of: members, kind, strangers, options, &report)
    replicas = Self.replicas(of: members, kind, options, &report)
    let pods = members.map(\.podLabels)
    let strangerLabels = strangers.flatMap { node in
      (node.workload?.templates ?? []).map { Dictionary($0.labels.map { ($0.key, $0.value) }) { $1 } }
    }
    selector = Self.selector(of: members, pods, name, strangerLabels)
    let chosen = Dictionary(selector.map { ($0.key, $0.value) }) { $1 }
    let (selector, kind) = (selector, kind)
    func joined(_ metadata: [Draft?], _ all: [[String: String]], adds: Bool) -> [Draft.Field] {
      var fields: [Draft.Field] = []
      let drafts = metadata.flatMap { $0?["labels"]?.fields ?? [] }
      for key in drafts.map(\.key).uniqued {
        let values = Set(all.compactMap { $0[key] })
        guard let draft = drafts.first(where: { $0.key == key })?.value else { continue }
        if let value = chosen[key] {
          fields.append(Draft.Field(key, draft.text == value ? draft : draft.withText(value)))
        } else if values.count == 1 {
          fields.append(Draft.Field(key, draft))
        }
      }
      if adds || !fields.isEmpty {
        for label in selector where !fields.contains(where: { $0.key == label.key }) {
          fields.append(Draft.Field(label.key, Draft(label.value)))
        }
      }
      return fields
    }
    let podLabels = joined(members.map { $0.template["metadata"] }, pods, adds: true)
    self.podLabels = podLabels
    labels =
      kind == .pod ? podLabels : joined(members.map { $0.draft["metadata"] }, members.map(\.labels), adds: false)
    for member in members {
      let lost = member.podLabels.filter { label in
        chosen[label.key] == nil && !podLabels.contains { $0.key == label.key && $0.value.text == label.value }
      }
      guard !lost.isEmpty else { continue }
      report.note(
        at: member.place(member.podKeys + ["metadata", "labels"]),
        "the pods of the \(member.title) had labels that the merged pod lacks: "
          + lost.keys.sorted().map { "\($0)=\(lost[$0] ?? "")".shortened() }.joined(separator: ", "))
    }
  }

  var apiVersion: String {
    switch kind {
    case .pod, .replicationController: "v1"
    case .job, .cronJob: "batch/v1"
    default: "apps/v1"
    }
  }

  var selectorFields: Draft { Draft(selector.map { Draft.Field($0.key, Draft($0.value)) }) }

  // MARK: - Parts

  private static func kind(of members: [MergeMember], _ options: MergeOptions) -> ResourceKind {
    if members.contains(where: { $0.value(["spec", "volumeClaimTemplates"])?.items.isEmpty == false }) {
      return .statefulSet
    }
    let kinds = members.map(\.kind).uniqued
    // A bare Pod has no controller, so there can be only one.
    guard kinds.count == 1, kinds[0] != .pod || (options.replicas ?? 1) == 1 else { return .deployment }
    return kinds[0]
  }

  private static func name(
    of members: [MergeMember], _ kind: ResourceKind, _ others: [Node], _ options: MergeOptions,
    _ report: inout MergeReport
  ) -> String {
    func isTaken(_ name: String) -> Bool { others.contains { $0.kind == kind && $0.name == name } }
    if let name = options.name {
      if isTaken(name) {
        report.refuse(at: nil, "there is already a \(kind.name) '\(name)', which is not merged; choose another --name")
      }
      return name
    }
    for key in ["app.kubernetes.io/part-of", "app.kubernetes.io/name", "app"] {
      let values = Set(members.map { $0.labels[key] ?? $0.podLabels[key] })
      if values.count == 1, case let value?? = values.first, MergeOptions.isName(value), !isTaken(value) {
        return value
      }
    }
    var name = String(members[0].name.replacing(".", with: "-").prefix(Limit.dnsLabel.value))
    while name.hasSuffix("-") { name.removeLast() }
    if isTaken(name) || !MergeOptions.isName(name) {
      report.refuse(
        at: members[0].resource.place,
        "the merged \(kind.name) can't be named '\(name.shortened())'; choose another --name")
    }
    return name
  }

  private static func replicas(
    of members: [MergeMember], _ kind: ResourceKind, _ options: MergeOptions, _ report: inout MergeReport
  ) -> Int? {
    guard [.deployment, .statefulSet, .replicaSet, .replicationController].contains(kind) else {
      if kind != .pod, let replicas = options.replicas {
        report.warn(at: nil, "--replicas \(replicas) has no effect on a \(kind.name)")
      }
      return nil
    }
    if let replicas = options.replicas { return replicas }
    let stated = members.filter { $0.replicas != nil }
    let numbers = stated.compactMap(\.replicas)
    let largest = numbers.max() ?? 1
    if Set(numbers).count > 1, let other = stated.firstIndex(where: { $0.replicas != stated[0].replicas }) {
      let each = stated.map { "\($0.name.shortened()) \($0.replicas ?? 1)" }.joined(separator: ", ")
      report.conflict(
        at: stated[other].place(["spec", "replicas"]), "the numbers of replicas differ: \(each)",
        "takes the largest, \(largest)", or: "choose one with --replicas")
    }
    return largest
  }

  /// The labels that all selectors have in common, if they match no other pods; otherwise a label with the new name.
  private static func selector(
    of members: [MergeMember], _ pods: [[String: String]], _ name: String, _ strangers: [[String: String]]
  ) -> [Label] {
    func matchesOthers(_ labels: [Label]) -> Bool {
      strangers.contains { other in labels.allSatisfy { other[$0.key] == $0.value } }
    }
    let selectors = members.compactMap(\.selected)
    if let first = selectors.first {
      let common = first.filter { label in
        selectors.allSatisfy { $0[label.key] == label.value } && pods.allSatisfy { $0[label.key] == label.value }
      }.map { Label(key: $0.key, value: $0.value) }.sorted { $0.key < $1.key }
      if !common.isEmpty, !matchesOthers(common) { return common }
    }
    let inUse = (selectors.isEmpty ? pods : selectors).flatMap(\.keys)
    let usual = "app.kubernetes.io/name"
    let keys = inUse.contains("app") && !inUse.contains(usual) ? ["app", usual] : [usual, "app"]
    let candidates = (keys + ["app.kubernetes.io/instance"]).map { [Label(key: $0, value: name)] }
    return candidates.first { !matchesOthers($0) } ?? candidates[0]
  }
}
