import PodmapManifests
import PodmapTopology

/// Writes the merged workload from its members.
struct MergedWorkload {
  private let members: [MergeMember]
  private let target: MergeTarget

  /// The whole object.
  static func draft(_ members: [MergeMember], _ target: MergeTarget, _ report: inout MergeReport) -> Draft {
    MergedWorkload(members: members, target: target).draft(&report)
  }

  private func draft(_ report: inout MergeReport) -> Draft {
    var root: [Draft.Field] = []
    let base = members[0]
    for key in ["apiVersion", "kind", "metadata", "spec"] {
      var value = base.draft[key] ?? [:]
      switch key {
      case "apiVersion": value = keeping(value, target.apiVersion)
      case "kind": value = keeping(value, target.kind.name)
      case "metadata": value = metadata(&report)
      default: value = target.kind == .pod ? podSpec(&report) : spec(&report)
      }
      root.append(Draft.Field(key, value))
    }
    var draft = Draft(root)
    draft.comments = base.draft.comments
    return draft
  }

  private func keeping(_ draft: Draft, _ text: String) -> Draft { draft.text == text ? draft : draft.withText(text) }

  // MARK: - Metadata

  private func metadata(_ report: inout MergeReport) -> Draft {
    let base = members[0].draft["metadata"] ?? [:]
    // The metadata of a bare Pod belongs to the template.
    let owners = members.filter { $0.kind != .pod || target.kind == .pod }
    let rest = MergedFields(
      owners.map { member in source(member, member.draft["metadata"] ?? [:], ["metadata"]) }, rules: MergeRule.metadata,
      path: "metadata.", &report)
    let annotations = annotations(of: owners.map { ($0, $0.draft["metadata"], ["metadata"]) }, &report)
    var fields = [Draft.Field("name", base["name"].map { keeping($0, target.name) } ?? Draft(target.name))]
    if let namespace = members.firstNonNil({ $0.draft[path: "metadata", "namespace"] }) {
      fields.append(Draft.Field("namespace", namespace))
    }
    fields += labelled(target.labels, base["labels"]) + annotations + rest.fields
    var draft = Draft(fields)
    (draft.comments, draft.remark) = (base.comments, base.remark)
    for text in rest.pending { draft.say(text) }
    return draft
  }

  private func labelled(_ labels: [Draft.Field], _ base: Draft?) -> [Draft.Field] {
    guard !labels.isEmpty else { return [] }
    var draft = Draft(labels)
    (draft.comments, draft.remark) = (base?.comments ?? [], base?.remark)
    return [Draft.Field("labels", draft)]
  }

  /// Written by kubectl and controllers about the old object.
  private static let stale: Set<String> = [
    "kubectl.kubernetes.io/last-applied-configuration", "deployment.kubernetes.io/revision",
  ]

  private func annotations(
    of owners: [(MergeMember, Draft?, [String])], _ report: inout MergeReport
  ) -> [Draft.Field] {
    var fields: [Draft.Field] = []
    var holders: [String: MergeMember] = [:]
    for (member, metadata, path) in owners {
      for field in metadata?["annotations"]?.fields ?? [] where !Self.stale.contains(field.key) {
        guard let position = fields.firstIndex(where: { $0.key == field.key }) else {
          fields.append(field)
          holders[field.key] = member
          continue
        }
        if fields[position].value.means(field.value) { continue }
        report.warn(
          at: member.place(path + ["annotations", field.key]),
          "the annotation '\(field.key.shortened())' differs; the result has that of the "
            + "\(holders[field.key]?.title ?? "first one")")
        let source = source(member, [:], path)
        fields[position].value.say(MergedFields.comment(source, field.value, field.key))
      }
    }
    guard !fields.isEmpty else { return [] }
    var draft = Draft(fields)
    if let base = owners.first?.1?["annotations"] { (draft.comments, draft.remark) = (base.comments, base.remark) }
    return [Draft.Field("annotations", draft)]
  }

  private func source(_ member: MergeMember, _ draft: Draft, _ path: [String]) -> MergedFields.Source {
    MergedFields.Source(title: member.title, draft: draft) { member.place(path + [$0]) }
  }

  // MARK: - The workload's spec

  private func spec(_ report: inout MergeReport) -> Draft {
    let owners = members.filter { $0.kind != .pod }
    let base = members[0].kind == .pod ? Draft([Draft.Field]()) : members[0].draft["spec"] ?? [:]
    let rest = MergedFields(
      owners.map { member in
        var draft = member.draft["spec"] ?? [:]
        draft.fields = draft.fields.filter { $0.key != member.podKeys.dropFirst().first || member.podKeys.isEmpty }
        return source(member, draft, ["spec"])
      }, rules: MergeRule.workloadSpec, path: "spec.", &report)
    var (fields, left) = (rest.fields, rest.pending)
    if let allowed = Self.fields[target.kind] {
      for field in fields where !allowed.contains(field.key) {
        let owner = owners.first { $0.draft["spec"]?[field.key] != nil } ?? members[0]
        report.warn(
          at: owner.place(["spec", field.key]),
          "spec.\(field.key) of the \(owner.title) is left out: a \(target.kind.name) has no such field")
        left.append(MergedFields.comment(source(owner, [:], ["spec"]), field.value, "spec.\(field.key)"))
      }
      fields.removeAll { !allowed.contains($0.key) }
    }
    if target.kind == .statefulSet, !fields.contains(where: { $0.key == "serviceName" }) {
      fields.append(Draft.Field("serviceName", Draft(target.name)))
    }
    // One is the default.
    let saysReplicas = target.replicas != 1 || members.contains { $0.value(["spec", "replicas"]) != nil }
    if saysReplicas, let replicas = target.replicas {
      fields.append(Draft.Field("replicas", replicasDraft(replicas, base)))
    }
    fields += selector(base)
    fields.append(Draft.Field("template", template(&report)))
    let claims = owners.flatMap { $0.value(["spec", "volumeClaimTemplates"])?.items ?? [] }
    if !claims.isEmpty {
      fields.append(Draft.Field("volumeClaimTemplates", Draft(claims)))
      for member in members where member.value(["spec", "volumeClaimTemplates"])?.items.isEmpty == false {
        if member.name == target.name, member.kind == target.kind, member.volumeNames.isEmpty { continue }
        report.warn(
          at: member.place(["spec", "volumeClaimTemplates"]),
          "the claims of the \(member.title) get different names, and its data does not move to the new ones "
            + "automatically; copy it")
      }
    }
    let order = base.keys.filter { $0 != "template" && $0 != "volumeClaimTemplates" }
    func rank(_ key: String) -> Int {
      if key == "template" { return 1000 }
      if key == "volumeClaimTemplates" { return 1001 }
      if let index = order.firstIndex(of: key) { return index * 3 + 2 }
      return key == "replicas" ? 0 : key == "selector" ? (order.isEmpty ? 1 : order.count * 3 + 3) : order.count * 3 + 4
    }
    var draft = Draft(
      fields.enumerated().sorted { (rank($0.element.key), $0.offset) < (rank($1.element.key), $1.offset) }
        .map(\.element))
    (draft.comments, draft.remark) = (base.comments, base.remark)
    for text in left { draft.say(text) }
    return draft
  }

  private func replicasDraft(_ replicas: Int, _ base: Draft) -> Draft {
    var draft = Draft(replicas)
    if let own = base["replicas"] { (draft.comments, draft.remark) = (own.comments, own.remark) }
    let numbers = members.compactMap { member in member.replicas.map { (member.name, $0) } }
    if Set(numbers.map(\.1) + [replicas]).count > 1 {
      draft.say("replicas before: " + numbers.map { "\($0.0) \($0.1)" }.joined(separator: ", "))
    }
    return draft
  }

  private func selector(_ base: Draft) -> [Draft.Field] {
    guard ![.job, .cronJob].contains(target.kind) else { return [] }
    let isPlain = target.kind == .replicationController
    var draft = isPlain ? target.selectorFields : ["matchLabels": target.selectorFields]
    if let own = base["selector"] { (draft.comments, draft.remark) = (own.comments, own.remark) }
    return [Draft.Field("selector", draft)]
  }

  private static let shared: Set<String> = [
    "replicas", "selector", "template", "minReadySeconds", "revisionHistoryLimit",
  ]
  private static let fields: [ResourceKind: Set<String>] = [
    .deployment: shared.union(["strategy", "progressDeadlineSeconds", "paused"]),
    .statefulSet: shared.union([
      "serviceName", "volumeClaimTemplates", "podManagementPolicy", "updateStrategy", "ordinals",
      "persistentVolumeClaimRetentionPolicy",
    ]),
    .replicaSet: ["replicas", "selector", "template", "minReadySeconds"],
    .replicationController: ["replicas", "selector", "template", "minReadySeconds"],
  ]

  // MARK: - The pod

  private func template(_ report: inout MergeReport) -> Draft {
    let base = members[0].template
    let owners = members.map { ($0, $0.template["metadata"], $0.podKeys + ["metadata"]) }
    let own = base["metadata"] ?? [:]
    var metadata = Draft(
      labelled(target.podLabels, own["labels"]) + annotations(of: owners, &report))
    let rest = MergedFields(
      members.filter { $0.kind != .pod }.map { member in
        source(member, member.template["metadata"] ?? [:], member.podKeys + ["metadata"])
      }, rules: MergeRule.metadata, path: "template.metadata.", &report)
    metadata.fields += rest.fields
    if members[0].kind != .pod { (metadata.comments, metadata.remark) = (own.comments, own.remark) }
    for text in rest.pending { metadata.say(text) }
    var draft = Draft([Draft.Field("metadata", metadata), Draft.Field("spec", podSpec(&report))])
    if !members[0].podKeys.isEmpty { (draft.comments, draft.remark) = (base.comments, base.remark) }
    return draft
  }

  private func podSpec(_ report: inout MergeReport) -> Draft {
    let rest = MergedFields(
      members.map { source($0, $0.spec, $0.podKeys + ["spec"]) }, rules: MergeRule.podSpec, &report)
    var (fields, left) = (rest.fields, rest.pending)
    let security = MergedFields(
      members.map { source($0, $0.spec["securityContext"] ?? [:], $0.podKeys + ["spec", "securityContext"]) },
      rules: MergeRule.podSecurity, path: "securityContext.", &report)
    if !security.fields.isEmpty || members.contains(where: { $0.spec["securityContext"] != nil }) {
      fields.append(Draft.Field("securityContext", Draft(security.fields)))
    }
    fields = checkRestart(fields, &left, &report)
    for list in PodTemplateFinder.containerLists {
      let items = containers(list, &report)
      if !items.isEmpty { fields.append(Draft.Field(list, heading(list, items))) }
    }
    let volumes = volumes()
    if !volumes.isEmpty { fields.append(Draft.Field("volumes", heading("volumes", volumes))) }
    let base = members[0].spec
    let lists = ["initContainers", "containers", "ephemeralContainers", "volumes"]
    // Lists keep the first workload's place; new ones go before the containers.
    let order = base.keys
    func rank(_ key: String) -> Int {
      if let index = order.firstIndex(of: key) { return index * 10 }
      let containers = (order.firstIndex(of: "containers") ?? order.count) * 10
      if let index = lists.firstIndex(of: key) { return key == "initContainers" ? containers - 1 : containers + index }
      return containers - 2
    }
    var draft = Draft(
      fields.enumerated().sorted { (rank($0.element.key), $0.offset) < (rank($1.element.key), $1.offset) }
        .map(\.element))
    (draft.comments, draft.remark) = (base.comments, base.remark)
    for text in left { draft.say(text) }
    return draft
  }

  /// A workload that keeps pods running allows only `restartPolicy: Always`.
  private func checkRestart(
    _ fields: [Draft.Field], _ left: inout [String], _ report: inout MergeReport
  ) -> [Draft.Field] {
    guard ![.pod, .job, .cronJob].contains(target.kind),
      let policy = fields.first(where: { $0.key == "restartPolicy" })?.value.text, policy != "Always"
    else { return fields }
    let owner = members.first { $0.spec["restartPolicy"]?.text == policy } ?? members[0]
    report.conflict(
      at: owner.place(inSpec: "restartPolicy"),
      "restartPolicy \(policy.shortened()) of the \(owner.title) is not allowed in a \(target.kind.name)",
      "leaves it out, so its containers restart whenever they end")
    left.append("the \(owner.title) had restartPolicy: \(policy)")
    return fields.filter { $0.key != "restartPolicy" }
  }

  private func heading(_ key: String, _ items: [Draft]) -> Draft {
    var draft = Draft(items)
    if let base = members[0].spec[key] { (draft.comments, draft.remark) = (base.comments, base.remark) }
    return draft
  }

  private func containers(_ list: String, _ report: inout MergeReport) -> [Draft] {
    var items: [Draft] = []
    for (position, member) in members.enumerated() {
      for (index, container) in (member.spec[list]?.items ?? []).enumerated() {
        let name = container["name"]?.text ?? ""
        if items.contains(where: { $0["name"]?.text == name && $0.means(container) }), position > 0,
          members[..<position].contains(where: { MergedNames.isOneContainer([$0, member], name) })
        {
          report.note(
            at: member.place(of: list, index),
            "the container '\(name.shortened())' of the \(member.title) is the same as that of another one and is "
              + "included once")
          continue
        }
        items.append(container)
      }
    }
    return items
  }

  private func volumes() -> [Draft] {
    var items: [Draft] = []
    for volume in members.flatMap({ $0.spec["volumes"]?.items ?? [] })
    where !items.contains(where: { $0["name"]?.text == volume["name"]?.text && $0.means(volume) }) {
      items.append(volume)
    }
    return items
  }
}
