import PodmapManifests
import PodmapTopology

/// Autoscalers of merged workloads: one of each kind is kept, because two would conflict.
enum MergedScaling {
  private static let fields: [ResourceKind: String] = [
    .horizontalPodAutoscaler: "scaleTargetRef", "ScaledObject.keda.sh": "scaleTargetRef",
    "VerticalPodAutoscaler.autoscaling.k8s.io": "targetRef",
  ]

  static func isFollowed(_ kind: ResourceKind) -> Bool { fields[kind] != nil }

  static func follow(
    _ members: [MergeMember], _ target: MergeTarget, _ editor: inout ManifestEditor, _ report: inout MergeReport
  ) {
    var kept: [String: (object: Int, name: String)] = [:]
    for node in inOrder(editor) {
      let value = editor.topology.nodes[node]
      guard let field = fields[value.kind], (value.namespace ?? target.namespace) == target.namespace,
        let object = editor.object(of: node), let reference = editor.draft(object)[path: "spec", field],
        let owner = members.firstIndex(where: { member in
          reference["name"]?.text == member.name && (reference["kind"]?.text ?? "Deployment") == member.kind.name
        })
      else { continue }
      let title = "\(value.kind.name) '\(value.name.shortened())'"
      let isHorizontal = field == "scaleTargetRef"
      if isHorizontal {
        report.conflict(
          at: editor.place(object),
          "the \(title) scales only the \(members[owner].title) but would scale all merged containers",
          kept[field] == nil ? "allows it" : "leaves it out, because \(kept[field]?.name ?? "another one") does so")
      }
      guard let first = kept[field] else {
        kept[field] = (object, title)
        retarget(object, field, members[owner], target, isHorizontal, &editor)
        continue
      }
      if !isHorizontal {
        report.warn(
          at: editor.place(object),
          "the \(title) is left out, because \(first.name) already applies to the merged workload")
      }
      let lost = editor.draft(object)["spec"]?.commentLines.joined(separator: "\n") ?? ""
      editor.remove(node)
      editor.change(first.object) { $0["spec"]?.say("the \(title) is left out:\n\(lost)") }
    }
  }

  /// Autoscalers in the order of the input, so that "first" means what its author expects.
  private static func inOrder(_ editor: ManifestEditor) -> [Int] {
    editor.topology.nodes.indices.filter { fields[editor.topology.nodes[$0].kind] != nil }
      .compactMap { node in editor.object(of: node).map { (node, $0) } }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  private static func retarget(
    _ object: Int, _ field: String, _ member: MergeMember, _ target: MergeTarget, _ isHorizontal: Bool,
    _ editor: inout ManifestEditor
  ) {
    editor.change(object) { draft in
      draft.change(at: [.key("spec"), .key(field)]) { reference in
        reference["name"] = reference["name"]?.withText(target.name)
        if reference["kind"] != nil || target.kind != .deployment {
          reference["kind"] = reference["kind"]?.withText(target.kind.name) ?? Draft(target.kind.name)
        }
        if reference["apiVersion"] != nil || target.kind != .deployment {
          reference["apiVersion"] = reference["apiVersion"]?.withText(target.apiVersion) ?? Draft(target.apiVersion)
        }
        if isHorizontal {
          reference.say("previously scaled \(member.name) alone, by the needs of its containers")
        }
        reference.change(at: [.key("envSourceContainerName")]) { $0.rename(member.containerNames) }
      }
      draft.changeItems("spec", "metrics") { metric in
        metric.change(at: [.key("containerResource"), .key("container")]) { $0.rename(member.containerNames) }
      }
      draft.changeItems("spec", "resourcePolicy", "containerPolicies") { policy in
        policy.change(at: [.key("containerName")]) { $0.rename(member.containerNames) }
      }
    }
  }
}
