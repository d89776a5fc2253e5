import PodmapManifests
import PodmapTopology

/// Autoscalers and disruption budgets of a workload that is split: one for each new workload.
struct SplitFollowers {
  private(set) var diagnostics: [Diagnostic] = []
  private let plan: SplitPlan
  /// Objects that copies have replaced.
  private(set) var removed: [Int] = []

  private var pod: SplitPod { plan.pod }

  init(_ plan: SplitPlan, _ editor: inout ManifestEditor) {
    self.plan = plan
    let topology = editor.topology
    for edge in topology.edges where edge.to == pod.node {
      let node = topology.nodes[edge.from]
      guard node.presence == .present, let object = editor.object(of: edge.from), !removed.contains(edge.from) else {
        continue
      }
      switch edge.kind {
      case .scales: scale(edge.from, object, &editor)
      case .selects where node.kind == "PodDisruptionBudget": budget(edge.from, object, &editor)
      case .uses, .owns, .connects, .claims, .grants, .runsAs, .runsOn, .mounts, .reads:
        diagnostics.append(.refers(node.id.text, to: pod.title, groups, editor.place(object)))
      case .selects, .routes, .calls, .allows: break
      }
    }
  }

  private var groups: [String] { plan.groups.map(\.name) }

  private func name(_ name: String, _ group: SplitGroup) -> String {
    let new = name == pod.name ? group.name : "\(name)-\(group.name)"
    return String(new.prefix(Limit.dnsName.value))
  }

  /// Replaces an object whose `scaleTargetRef` or `targetRef` is the workload.
  private mutating func scale(_ node: Int, _ object: Int, _ editor: inout ManifestEditor) {
    let old = editor.draft(object)
    guard let field = ["scaleTargetRef", "targetRef"].first(where: { old[path: "spec", $0] != nil }) else {
      diagnostics.append(.refers(editor.topology.nodes[node].id.text, to: pod.title, groups, editor.place(object)))
      return
    }
    var copied: [String] = []
    for group in plan.groups {
      var new = copy(of: old, for: group)
      new[path: "spec", field, "name"] = Draft(group.name)
      let own = Set(group.containers.map(pod.name(of:)))
      if let source = old[path: "spec", field, "envSourceContainerName"]?.text, !own.contains(source) {
        new[path: "spec", field, "envSourceContainerName"] = nil
        diagnostics.append(
          .noSource(editor.topology.nodes[node].id.text, source, group.name, editor.place(object)))
      }
      if let metrics = old[path: "spec", "metrics"]?.items {
        let kept = metrics.filter { metric in
          metric[path: "containerResource", "container"]?.text.map(own.contains) ?? true
        }
        guard !kept.isEmpty || metrics.isEmpty else {
          diagnostics.append(.noMetric(editor.topology.nodes[node].id.text, group.name, editor.place(object)))
          continue
        }
        new[path: "spec", "metrics"] = Draft(kept)
      }
      if let policies = old[path: "spec", "resourcePolicy", "containerPolicies"]?.items {
        new[path: "spec", "resourcePolicy", "containerPolicies"] = Draft(
          policies.filter { policy in
            policy["containerName"]?.text.map { $0 == "*" || own.contains($0) } ?? true
          })
      }
      editor.add(new, file: group.name, after: object)
      copied.append(group.name)
    }
    removed.append(node)
    editor.remove(node)
    diagnostics.append(.copied(editor.topology.nodes[node].id.text, copied, editor.place(object)))
  }

  private func copy(of old: Draft, for group: SplitGroup) -> Draft {
    var new = old
    new["status"] = nil
    new[path: "metadata", "name"] = Draft(name(old[path: "metadata", "name"]?.text ?? "", group))
    return new
  }

  private mutating func budget(_ node: Int, _ object: Int, _ editor: inout ManifestEditor) {
    let others = editor.topology.edges.contains {
      $0.from == node && $0.kind == .selects && $0.to != pod.node && editor.topology.nodes[$0.to].workload != nil
    }
    guard !others else {
      diagnostics.append(.wideBudget(editor.topology.nodes[node].id.text, pod.title, editor.place(object)))
      return
    }
    let old = editor.draft(object)
    for group in plan.groups {
      var new = copy(of: old, for: group)
      new[path: "spec", "selector", "matchLabels", plan.labelKey] = Draft(group.name)
      editor.add(new, file: group.name, after: object)
    }
    removed.append(node)
    editor.remove(node)
    diagnostics.append(.copied(editor.topology.nodes[node].id.text, groups, editor.place(object)))
  }
}

extension Diagnostic {
  fileprivate static func refers(_ id: String, to title: String, _ groups: [String], _ place: Place) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "\(id) refers to \(title), which is now \(groups.joined(separator: ", ")); change it by hand")
  }

  fileprivate static func copied(_ id: String, _ groups: [String], _ place: Place) -> Diagnostic {
    Diagnostic(
      .note, at: place,
      "\(id) was replaced by \(groups.count == 1 ? "one for" : "one for each of") \(groups.joined(separator: ", ")); "
        + "check its numbers")
  }

  fileprivate static func noMetric(_ id: String, _ group: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "\(id) measures no container of \(group), which is therefore no longer scaled; give it a metric")
  }

  fileprivate static func noSource(_ id: String, _ source: String, _ group: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "the copy of \(id) for \(group) no longer takes variables from \(source), which is now in another pod; "
        + "check what its triggers need")
  }

  fileprivate static func wideBudget(_ id: String, _ title: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .note, at: place,
      "\(id) also selects pods that are not from \(title) and is unchanged; it counts all of them together")
  }
}
