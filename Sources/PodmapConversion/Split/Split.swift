import PodmapManifests
package import PodmapTopology

/// One pod → several: each container of a workload gets its own workload, and a Service if it has ports.
package enum Split {
  package struct Options: Sendable {
    /// The workloads to split; empty means every one that can be split.
    package var workloads: [NamePattern]
    /// Whether helpers and containers that share data are separated too.
    package var separatesAll: Bool

    package init(workloads: [NamePattern] = [], separatesAll: Bool = false) {
      self.workloads = workloads
      self.separatesAll = separatesAll
    }
  }

  /// Splits the workloads that the options name, and passes on everything else unchanged. The input must have its
  /// sources.
  package static func run(_ input: LinkedInput, _ options: Options = Options()) -> Conversion {
    var editor = ManifestEditor(input)
    var plans = plans(&editor, options)
    var names = SplitNames(plans, editor.topology)
    for number in plans.indices { names.name(&plans[number]) }
    for plan in plans {
      for warning in CredentialWarnings.all(in: editor.resource(plan.pod.object)) { editor.say(warning) }
      split(plan, &editor)
    }
    let files = editor.files()
    if !plans.isEmpty {
      let check = ConversionCheck(editor.topology, files: files, moved: moved(plans, editor.topology))
      for warning in check.lostCalls() + check.deniedCalls() { editor.say(warning) }
    }
    return Conversion(files: files, diagnostics: editor.diagnostics, converted: plans.count)
  }

  private static func plans(_ editor: inout ManifestEditor, _ options: Options) -> [SplitPlan] {
    var plans: [SplitPlan] = []
    for (position, node) in editor.topology.nodes.enumerated() where node.workload != nil && node.presence == .present {
      let isNamed = options.workloads.contains { $0.matches(node) }
      guard options.workloads.isEmpty || isNamed else { continue }
      guard let pod = SplitPod(position, in: &editor) else {
        if isNamed, let object = editor.object(of: position) {
          editor.say(.unknownKind(node.id.text, editor.place(object)))
        }
        continue
      }
      let groups = SplitGroups(pod, editor.topology, separatesAll: options.separatesAll)
      if groups.groups.count > 1 {
        plans.append(SplitPlan(pod, groups))
        for bond in groups.bonds {
          editor.say(
            .together(pod.name(of: bond.first), pod.name(of: bond.second), bond.reason, editor.place(pod.object)))
        }
      } else if let bond = groups.bonds.first {
        editor.say(
          .whole(
            pod.title, "\(pod.name(of: bond.first)) and \(pod.name(of: bond.second)) \(bond.reason)",
            editor.place(pod.object)))
      } else if isNamed {
        editor.say(.single(pod.title, editor.place(pod.object)))
      }
    }
    return plans
  }

  private static func split(_ plan: SplitPlan, _ editor: inout ManifestEditor) {
    let pod = plan.pod
    let place = editor.place(pod.object)
    for container in plan.copies {
      let names = plan.groups(with: container).map { plan.groups[$0].name }
      editor.say(.copied(pod.name(of: container), names, pod.template.containers[container].role == .initial, place))
    }
    var services = SplitServices(plan, &editor)
    let calls = SplitCalls(plan, &services, &editor)
    for (number, group) in plan.groups.enumerated() {
      var workload = SplitWorkload(plan, group, place: place)
      let draft = workload.draft(calls.containers[number] ?? [:], serviceName: services.governingName(of: number))
      editor.add(draft, file: group.name, after: pod.object)
      if let service = services.draft(for: number) { editor.add(service, file: group.name, after: pod.object) }
      for diagnostic in workload.diagnostics { editor.say(diagnostic) }
    }
    services.extend(&editor)
    let followers = SplitFollowers(plan, &editor)
    for diagnostic in services.diagnostics + calls.diagnostics + followers.diagnostics { editor.say(diagnostic) }
    editor.remove(pod.node)
    reportLeftOut(pod, &editor)
    if plan.groups.contains(where: { $0.name == pod.name }), plan.newKind == pod.kind {
      editor.say(.sameName(pod.title, place))
    }
  }

  /// The new IDs of whatever got one; for a container that is in several pods, the first.
  private static func moved(_ plans: [SplitPlan], _ topology: Topology) -> [NodeID: NodeID] {
    var moved: [NodeID: NodeID] = [:]
    for plan in plans {
      let old = topology.nodes[plan.pod.node].id
      for group in plan.groups.reversed() {
        let new = NodeID(plan.newKind, group.name, in: plan.pod.namespace)
        moved[old] = new
        for container in group.containers {
          let key = plan.pod.template.containers[container].key
          moved[old.inner(key)] = new.inner(key)
        }
      }
    }
    return moved
  }

  /// Reports what applied only to the old object as a whole.
  private static func reportLeftOut(_ pod: SplitPod, _ editor: inout ManifestEditor) {
    let place = editor.place(pod.object)
    let fields = ["ownerReferences", "finalizers"].filter { pod.draft[path: "metadata", $0] != nil }
    for field in fields { editor.say(.leftOut("metadata.\(field)", isOne: true, pod.title, place)) }
    // A comment of several lines counts as one.
    let head = pod.draft.comments.isEmpty ? 0 : 1
    let name = pod.draft[path: "metadata", "name"]
    let beside = (name?.comments.isEmpty ?? true ? 0 : 1) + (name?.remark == nil ? 0 : 1)
    let lost = head + beside + editor.lostComments(pod.object)
    guard lost > 0 else { return }
    editor.say(.leftOut(lost == 1 ? "a comment" : "\(lost) comments", isOne: lost == 1, pod.title, place))
  }
}

extension Diagnostic {
  fileprivate static func leftOut(_ what: String, isOne: Bool, _ title: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .note, at: place,
      "\(what) of \(title) \(isOne ? "is" : "are") left out; check whether \(isOne ? "it is" : "they are") still needed"
    )
  }

  fileprivate static func unknownKind(_ id: String, _ place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, "only the controller of \(id) knows how to divide it; split it by hand")
  }

  fileprivate static func together(_ first: String, _ second: String, _ reason: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .note, at: place, "\(first) and \(second) stay in one pod: they \(reason); --separate-all separates them")
  }

  fileprivate static func whole(_ title: String, _ reason: String, _ place: Place) -> Diagnostic {
    Diagnostic(.note, at: place, "\(title) is not split: \(reason); --separate-all separates them")
  }

  fileprivate static func single(_ title: String, _ place: Place) -> Diagnostic {
    Diagnostic(.note, at: place, "\(title) has only one container, so there is nothing to split")
  }

  fileprivate static func copied(
    _ container: String, _ groups: [String], _ isInitial: Bool, _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "\(container) belongs to no container in particular and is now in each of \(groups.joined(separator: ", ")); "
        + (isInitial ? "make sure that it can run more than once" : "remove it where it is not needed"))
  }

  fileprivate static func sameName(_ title: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .note, at: place,
      "one of the new workloads is named \(title) like the old one but selects other pods, and Kubernetes refuses to "
        + "change a selector; delete the old one before you apply the new one")
  }
}
