import PodmapManifests

/// Workloads whose own selector must match their pod template; the API server rejects them otherwise.
private let ownSelectors: [SelectorRule] =
  ([.deployment, .replicaSet, .statefulSet, .daemonSet, .job, "Rollout.argoproj.io"] as [ResourceKind]).map {
    SelectorRule($0, "spec.selector", picks: .pods)
  } + [SelectorRule(.replicationController, "spec.selector", picks: .pods, notation: .plain)]

extension Finding {
  /// Workloads whose selector doesn't match their own pods.
  static let ownSelectors = Finding("own selectors") { builder in
    let rules = Dictionary(grouping: PodmapTopology.ownSelectors, by: \.source)
    return builder.objects.compactMap { object in
      guard let rule = rules[object.resource.kind]?.first, object.templates.count == 1,
        let template = object.templates.first, !template.containers.isEmpty
      else { return nil }
      let wrong = rule.selectors(in: object.resource.root, file: object.resource.file).first {
        !$0.requirements.isEmpty && !$0.isBroken && !$0.matches(template.labels)
      }
      return wrong.map { .mismatch(object, $0, template.labels) }
    }
  }
}

extension Diagnostic {
  fileprivate static func mismatch(
    _ object: ObjectDescription, _ selector: LabelSelector, _ labels: [Label]
  ) -> Diagnostic {
    let own =
      labels.isEmpty
      ? "which have no labels"
      : "which have \(labels.map { "\($0.key)=\($0.value)" }.joined(separator: ", ").shortened())"
    return Diagnostic(
      .warning, at: selector.evidence.first?.place ?? object.resource.place, topic: .selectorMismatch,
      about: [object.id.text],
      "the selector of \(object.words) (\(selector.briefly)) doesn't match its own pods, \(own); "
        + "give both the same labels")
  }
}
