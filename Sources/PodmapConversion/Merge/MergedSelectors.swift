import PodmapManifests
import PodmapTopology

/// Objects other than Services that select pods by label: they now select the merged pod.
enum MergedSelectors {
  private struct Rule {
    var keys: [String]
    var isPlain: Bool

    init(_ path: String, isPlain: Bool = false) {
      keys = path.split(separator: ".").map(String.init)
      self.isPlain = isPlain
    }
  }

  /// The path to the selector of each kind.
  private static let rules: [ResourceKind: Rule] = [
    "PodDisruptionBudget": Rule("spec.selector"),
    "PodMonitor.monitoring.coreos.com": Rule("spec.selector"),
    "NetworkPolicy": Rule("spec.podSelector"),
    "Gateway.networking.istio.io": Rule("spec.selector", isPlain: true),
    "ServiceEntry.networking.istio.io": Rule("spec.workloadSelector.labels", isPlain: true),
    "Sidecar.networking.istio.io": Rule("spec.workloadSelector.labels", isPlain: true),
    "EnvoyFilter.networking.istio.io": Rule("spec.workloadSelector.labels", isPlain: true),
    "AuthorizationPolicy.security.istio.io": Rule("spec.selector"),
    "PeerAuthentication.security.istio.io": Rule("spec.selector"),
    "ProxyConfig.networking.istio.io": Rule("spec.selector"),
    "RequestAuthentication.security.istio.io": Rule("spec.selector"),
    "Telemetry.telemetry.istio.io": Rule("spec.selector"),
    "WasmPlugin.extensions.istio.io": Rule("spec.selector"),
  ]

  static func isFollowed(_ kind: ResourceKind) -> Bool { rules[kind] != nil }

  static func follow(
    _ members: [MergeMember], _ pods: MergedPods, _ editor: inout ManifestEditor, _ report: inout MergeReport
  ) {
    var budgets: [(node: Int, object: Int)] = []
    for (node, value) in editor.topology.nodes.enumerated() {
      guard let rule = rules[value.kind], (value.namespace ?? pods.target.namespace) == pods.target.namespace,
        let object = editor.object(of: node)
      else { continue }
      let steps = rule.keys.map(DraftPath.Step.key)
      guard let selector = editor.draft(object).value(at: steps) else { continue }
      if rule.isPlain && selector.isEmpty { continue }
      let choice = pods.choice(rule.isPlain ? DraftSelector(plain: selector) : DraftSelector(selector))
      guard !choice.members.isEmpty else { continue }
      let title = "\(value.kind.name) '\(value.name.shortened())'"
      if value.kind == "PodDisruptionBudget" { budgets.append((node, object)) }
      let named = choice.members.map { members[$0].name.shortened() }.joined(separator: ", ")
      if choice.members.count < members.count {
        let text = "applied only to \(named) but now applies to all containers of \(pods.target.name)"
        report.warn(at: editor.place(object), "the \(title) \(text)")
        editor.change(object) { $0.change(at: steps) { $0.say(text) } }
      }
      if choice.matchesMerged { continue }
      if choice.matchesOthers {
        let text =
          "does not select \(pods.target.name), although it selected \(named), because it also selects other pods"
        report.warn(at: editor.place(object), "the \(title) \(text); add another one for it")
        editor.change(object) { draft in
          draft.change(at: steps) { selector in
            selector.comments.removeAll { $0.hasPrefix("podmap: applied only to \(named)") }
            selector.say(text)
          }
        }
        continue
      }
      editor.change(object) { draft in
        draft.change(at: steps) { $0 = pods.following($0, isPlain: rule.isPlain) }
      }
    }
    keepStrictest(budgets, pods, &editor, &report)
  }

  // MARK: - Disruption budgets

  /// Evictions are refused if several budgets apply to a pod.
  private static func keepStrictest(
    _ budgets: [(node: Int, object: Int)], _ pods: MergedPods, _ editor: inout ManifestEditor,
    _ report: inout MergeReport
  ) {
    let replicas = pods.target.replicas ?? 1
    let found = budgets.filter { budget in
      editor.draft(budget.object)[path: "spec", "selector"]
        .map { pods.choice(DraftSelector($0)).matchesMerged } ?? false
    }
    guard found.count > 1 else { return }
    let allowed = found.map { Self.allowed(editor.draft($0.object)["spec"] ?? [:], replicas) }
    let strictest = allowed.indices.min { allowed[$0] < allowed[$1] } ?? 0
    let kept = editor.topology.nodes[found[strictest].node].name
    for (position, budget) in found.enumerated() where position != strictest {
      let selector = editor.draft(budget.object)[path: "spec", "selector"] ?? [:]
      let name = editor.topology.nodes[budget.node].name
      guard !pods.choice(DraftSelector(selector)).matchesOthers else {
        report.warn(
          at: editor.place(budget.object),
          "the PodDisruptionBudget '\(name.shortened())' applies to the merged pod, as '\(kept.shortened())' does, "
            + "and to others; evictions of the merged pod are refused until only one does")
        continue
      }
      report.warn(
        at: editor.place(budget.object),
        "the PodDisruptionBudget '\(name.shortened())' is left out, because a pod may have only one; the stricter "
          + "'\(kept.shortened())' stays")
      let lost = editor.draft(budget.object)["spec"].map { spec -> Draft in
        var spec = spec
        spec["selector"] = nil
        return spec
      }
      editor.remove(budget.node)
      editor.change(found[strictest].object) { draft in
        draft["spec"]?.say(
          "the PodDisruptionBudget \(name) is left out, because a pod may have only one:\n"
            + (lost?.commentLines.joined(separator: "\n") ?? ""))
      }
    }
  }

  /// How many pods may be unavailable at a time.
  private static func allowed(_ spec: Draft, _ replicas: Int) -> Int {
    func number(_ text: String) -> Int {
      guard text.hasSuffix("%") else { return Int(text) ?? 0 }
      return ((Int(text.dropLast()) ?? 0) * replicas + 99) / 100
    }
    if let text = spec["minAvailable"]?.text { return replicas - number(text) }
    if let text = spec["maxUnavailable"]?.text { return number(text) }
    return replicas - 1
  }
}
