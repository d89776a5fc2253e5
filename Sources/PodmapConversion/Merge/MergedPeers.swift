import PodmapManifests
import PodmapTopology

/// Selectors in rules that match merged pods: the peers of NetworkPolicies, affinity and spreading.
struct MergedPeers {
  private let pods: MergedPods

  init(_ pods: MergedPods) {
    self.pods = pods
  }

  /// Adds the merged pod to what policies allow, and to what other workloads must be close to or apart from.
  func follow(_ members: [MergeMember], _ editor: inout ManifestEditor, _ report: inout MergeReport) {
    let own = Set(members.map(\.node))
    for (node, value) in editor.topology.nodes.enumerated() where !own.contains(node) {
      guard value.namespace == pods.target.namespace, let object = editor.object(of: node), !editor.isRemoved(object)
      else { continue }
      if value.kind == "NetworkPolicy" {
        let old = editor.draft(object)
        var draft = old
        for (direction, field) in [("ingress", "from"), ("egress", "to")] {
          for index in (draft[path: "spec", direction]?.items ?? []).indices {
            let steps: [DraftPath.Step] = [.key("spec"), .key(direction), .index(index)]
            draft.change(at: steps + [.key(field)]) { list in
              list.items = list.items.flatMap(peers).reduce(into: []) { kept, peer in
                if !kept.contains(where: { $0.means(peer) }) { kept.append(peer) }
              }
            }
            followPorts(direction, steps, members, editor.place(object), value.name, &draft, &report)
          }
        }
        if draft != old { editor.change(object) { $0 = draft } }
      } else if let keys = PodTemplateFinder.keys(of: value.kind) {
        let steps = (keys + ["spec"]).map(DraftPath.Step.key)
        guard let spec = editor.draft(object).value(at: steps) else { continue }
        let new = placed(spec)
        if new != spec { editor.change(object) { $0.change(at: steps) { $0 = new } } }
      }
    }
  }

  /// A peer, followed by another one for the merged pod if the first no longer allows it.
  private func peers(_ peer: Draft) -> [Draft] {
    guard let selector = peer["podSelector"] else { return [peer] }
    let choice = pods.choice(DraftSelector(selector))
    if choice.members.isEmpty || choice.matchesMerged { return [peer] }
    var new = peer
    new["podSelector"] = pods.following(selector, isPlain: false)
    if !choice.matchesOthers { return [new] }
    new.comments = []
    return [peer, new]
  }

  /// A named port in a policy means all containers of the pod that have it.
  private func followPorts(
    _ direction: String, _ steps: [DraftPath.Step], _ members: [MergeMember], _ place: Place, _ name: String,
    _ draft: inout Draft, _ report: inout MergeReport
  ) {
    for port in draft.value(at: steps)?["ports"]?.items ?? [] {
      guard let text = port["port"]?.text, Int(text) == nil else { continue }
      let holders = members.filter {
        $0.running.contains { ($0["ports"]?.items ?? []).contains { $0["name"]?.text == text } }
      }
      if holders.count > 1 {
        report.warn(
          at: place,
          "the port '\(text.shortened())' of the NetworkPolicy '\(name.shortened())' means several containers of the "
            + "merged pod; use its number")
      }
    }
  }

  // MARK: - Affinity and spreading

  /// A pod's `spec` in which terms that matched merged pods match the merged one.
  func placed(_ spec: Draft) -> Draft {
    var spec = spec
    for field in ["podAffinity", "podAntiAffinity"] {
      spec.change(at: ["affinity", field, "requiredDuringSchedulingIgnoredDuringExecution"].map(DraftPath.Step.key)) {
        $0.items = $0.items.flatMap(terms)
      }
      spec.change(at: ["affinity", field, "preferredDuringSchedulingIgnoredDuringExecution"].map(DraftPath.Step.key)) {
        $0.items = $0.items.flatMap { item -> [Draft] in
          guard let term = item["podAffinityTerm"] else { return [item] }
          return terms(term).map { new in
            var item = item
            item["podAffinityTerm"] = new
            return item
          }
        }
      }
    }
    spec.change(at: [.key("topologySpreadConstraints")]) { $0.items = $0.items.map { terms($0).last ?? $0 } }
    return spec
  }

  private func terms(_ term: Draft) -> [Draft] {
    guard let selector = term["labelSelector"], term["namespaces"] == nil, term["namespaceSelector"] == nil else {
      return [term]
    }
    let choice = pods.choice(DraftSelector(selector))
    if choice.members.isEmpty || choice.matchesMerged { return [term] }
    var new = term
    new["labelSelector"] = pods.following(selector, isPlain: false)
    if !choice.matchesOthers { return [new] }
    new.comments = []
    return [term, new]
  }
}
