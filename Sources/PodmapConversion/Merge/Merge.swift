import PodmapManifests
package import PodmapTopology

/// Merges several workloads into one.
package enum Merge {
  /// The kinds that are merged without being named: those that keep running.
  private static let longRunning: [ResourceKind] = [
    .pod, .deployment, .statefulSet, .replicaSet, .replicationController,
  ]

  /// Whether a node can be named for a merge.
  package static func canMerge(_ node: Node) -> Bool {
    PodTemplateFinder.keys(of: node.kind) != nil && node.workload != nil && node.presence == .present
      && !node.places.isEmpty
  }

  /// Merges the workloads that match the patterns, or all that keep running.
  ///
  /// - Returns: No files if the merge is refused; one of the diagnostics is then an error.
  package static func run(
    _ input: LinkedInput, workloads patterns: [NamePattern] = [], options: MergeOptions = MergeOptions()
  ) -> Conversion {
    var editor = ManifestEditor(input)
    var report = MergeReport(isForced: options.isForced)
    var members = choose(patterns, editor.topology, &editor, &report)
    guard !report.isRefused else { return Conversion(files: [], diagnostics: report.diagnostics, converted: 0) }
    guard members.count > 1 else {
      report.note(
        at: members.first?.resource.place,
        members.isEmpty
          ? "there are no workloads to merge; the output is the input"
          : "the \(members[0].title) is the only workload to merge; the output is the input")
      let files = editor.files()
      return Conversion(files: files, diagnostics: report.diagnostics + editor.diagnostics, converted: 0)
    }
    let moved = change(&members, options, &editor, &report)
    guard !report.isRefused else { return Conversion(files: [], diagnostics: report.diagnostics, converted: 0) }
    let files = editor.files()
    let check = ConversionCheck(input.topology, files: files, moved: moved.ids)
    for call in moved.calls.open where check.stillCalls(call.from, call.to) {
      report.warn(
        at: call.evidence.first?.place,
        "the address of '\(input.topology.nodes[call.to].name.shortened())' is unchanged, although it is now in the "
          + "same pod: it is composed of variables")
    }
    let settled = moved.calls.settled
    let lost = check.lostCalls { caller, called in
      // An address that names a missing Service and equals the merged workload's name is its own address.
      let target = input.topology.nodes[called]
      return settled.contains([caller, called]) || target.presence == .missing && target.name == moved.name
    }
    // The objects of a list are in one YAML document, whose comments are counted once.
    var counted: Set<Int> = []
    for member in members where counted.insert(editor.document(member.object)).inserted {
      let strays = editor.lostComments(member.object)
      guard strays > 0 else { continue }
      let what = strays == 1 ? "a comment" : "\(strays) comments"
      report.note(
        at: member.resource.place,
        "\(what) near this object had no place in the result; "
          + "check whether \(strays == 1 ? "it is" : "they are") still needed"
      )
    }
    return Conversion(
      files: files,
      diagnostics: report.diagnostics + editor.diagnostics
        + members.flatMap { CredentialWarnings.all(in: $0.resource) } + lost,
      converted: members.count)
  }

  private struct Moved {
    /// The new IDs of containers and workloads.
    var ids: [NodeID: NodeID]
    var calls: MergedCalls
    var name: String
  }

  /// The steps in order: addresses first, because their locations are those of the input; names before ports, because
  /// containers that are the same need a port only once; references to the workload last.
  private static func change(
    _ members: inout [MergeMember], _ options: MergeOptions, _ editor: inout ManifestEditor,
    _ report: inout MergeReport
  ) -> Moved {
    let topology = editor.topology
    let nodes = Set(members.map(\.node))
    let namespace = topology.nodes[members[0].node].namespace ?? topology.defaultNamespace.name
    let others = topology.nodes.indices.lazy.filter {
      !nodes.contains($0) && topology.nodes[$0].namespace == namespace && topology.nodes[$0].workload != nil
    }.map { topology.nodes[$0] }
    let target = MergeTarget(members, among: Array(others), namespace: namespace, options: options, &report)
    let pods = MergedPods(members, target, others: Array(others))
    let services = MergedServices(members, pods, &editor)
    var calls = MergedCalls(members, services.inner, namespace: namespace, topology)
    calls.rewrite(&members, &editor, &report)
    MergedSecurity.lower(&members, &report)
    let before = members.map { member in member.containers.compactMap { $0.draft["name"]?.text } }
    MergedNames.settle(&members, &report)
    MergedPorts.check(&members, services: services.uses(editor), &report)
    let peers = MergedPeers(pods)
    for position in members.indices { members[position].spec = peers.placed(members[position].spec) }
    services.follow(members, pods, &editor, &report)
    MergedSelectors.follow(members, pods, &editor, &report)
    peers.follow(members, &editor, &report)
    MergedScaling.follow(members, target, &editor, &report)
    MergedReferences.report(members, target, editor, &report)
    var draft = MergedWorkload.draft(members, target, &report)
    draft.take(commentsOf: members)
    tellOfSameName(members, target, &report)
    editor.change(members[0].object) { $0 = draft }
    for member in members.dropFirst() where member.object != members[0].object { editor.remove(member.node) }
    let id = NodeID(target.kind, target.name, in: namespace)
    var ids: [NodeID: NodeID] = [:]
    for (member, names) in zip(members, before) {
      let old = topology.nodes[member.node].id
      ids[old] = id
      for name in names { ids[old.inner(name)] = id.inner(member.containerNames[name] ?? name) }
    }
    return Moved(ids: ids, calls: calls, name: target.name)
  }

  /// Warns if an object has the name of an old one but can't be applied in its place.
  private static func tellOfSameName(
    _ members: [MergeMember], _ target: MergeTarget, _ report: inout MergeReport
  ) {
    guard let old = members.first(where: { $0.kind == target.kind && $0.name == target.name }) else { return }
    let selector = Dictionary(target.selector.map { ($0.key, $0.value) }) { $1 }
    let what: String
    switch target.kind {
    case .pod: what = "has other containers"
    case .deployment, .replicaSet, .daemonSet, .statefulSet:
      guard old.selected != selector else { return }
      what = "selects other pods"
    default: return
    }
    report.note(
      at: old.resource.place,
      "the merged \(old.title) has the name of the old one but \(what), which Kubernetes refuses to change; "
        + "delete the old one before you apply the new one, or choose another --name")
  }

  // MARK: - Choosing

  private static func choose(
    _ patterns: [NamePattern], _ topology: Topology, _ editor: inout ManifestEditor, _ report: inout MergeReport
  ) -> [MergeMember] {
    let found = topology.nodes.indices.filter { canMerge(topology.nodes[$0]) }.compactMap { node in
      editor.object(of: node).map { (node: node, object: $0) }
    }.sorted { $0.object < $1.object }
    let chosen = found.filter { item in
      let node = topology.nodes[item.node]
      if !patterns.isEmpty { return patterns.contains { $0.matches(node) } }
      guard !longRunning.contains(node.kind) else { return true }
      report.note(
        at: node.places.last,
        "the \(node.kind.name) '\(node.name.shortened())' is not merged: it does not keep a number of pods running"
      )
      return false
    }
    let namespaces = chosen.map { topology.nodes[$0.node].namespace ?? topology.defaultNamespace.name }.uniqued
    if namespaces.count > 1 {
      report.refuse(
        at: nil,
        "the workloads are in \(namespaces.count) namespaces "
          + "(\(namespaces.sorted().joined(separator: ", ").shortened())), but a pod is in one; "
          + "choose workloads with --workload"
      )
    }
    for item in chosen where !longRunning.contains(topology.nodes[item.node].kind) {
      let node = topology.nodes[item.node]
      if Set(chosen.map { topology.nodes[$0.node].kind }).count == 1 { continue }
      report.conflict(
        at: node.places.last ?? Place(file: ""),
        "the \(node.kind.name) '\(node.name.shortened())' runs differently from the others",
        "makes it part of their pod")
    }
    return chosen.compactMap { item in
      let resource = editor.resource(item.object)
      guard let keys = PodTemplateFinder.keys(of: resource.kind) else { return nil }
      return MergeMember(
        node: item.node, object: item.object, resource: resource, podKeys: keys, draft: editor.draft(item.object))
    }
  }
}

extension Draft {
  /// Collects the comments of merged objects that have no place in the result, by the first container of each.
  fileprivate mutating func take(commentsOf members: [MergeMember]) {
    var known = Set(allComments)
    for member in members {
      let lost = member.draft.allComments.filter { known.insert($0).inserted }
      guard !lost.isEmpty, let name = member.containers.first(where: { $0.list == "containers" })?.draft["name"]?.text
      else { continue }
      for keys in [["spec", "template", "spec"], ["spec"], ["spec", "jobTemplate", "spec", "template", "spec"]] {
        let steps = (keys + ["containers"]).map(DraftPath.Step.key)
        let isDone = change(at: steps) { list in
          list.items = list.items.map { item in
            guard item["name"]?.text == name else { return item }
            var item = item
            item.comments = lost + item.comments
            return item
          }
        }
        if isDone { break }
      }
    }
  }
}
