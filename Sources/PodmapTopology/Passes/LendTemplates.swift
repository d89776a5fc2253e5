import PodmapManifests

extension Pass {
  /// Gives the pod template of a workload to the object that runs it instead: with `workloadRef`, a Rollout runs the
  /// template of a Deployment, which is scaled to zero.
  ///
  /// https://argo-rollouts.readthedocs.io/en/stable/migrating/
  static let lendTemplates = Pass("lend templates") { builder in
    let borrowers = builder.objects.indices.filter { builder.objects[$0].borrowed != nil }
    guard !borrowers.isEmpty else { return }
    var positions: [NodeID: Int] = [:]
    for (position, object) in builder.objects.enumerated() { positions[object.id] = position }
    for borrower in borrowers {
      guard let id = builder.objects[borrower].borrowed, let lender = positions[id],
        !builder.objects[lender].templates.isEmpty
      else { continue }
      builder.objects[borrower].borrowTemplates(of: builder.objects[lender])
      builder.objects[lender].lendTemplates()
    }
  }
}

extension ObjectDescription {
  /// The object whose template it runs.
  fileprivate var borrowed: NodeID? {
    guard resource.kind == "Rollout.argoproj.io", templates.isEmpty,
      let reference = resource.root.at("spec", "workloadRef"), let kind = reference["kind"]?.text,
      let name = reference["name"]?.text
    else { return nil }
    return NodeID(ResourceKind(apiVersion: reference["apiVersion"]?.text ?? "", kind: kind), name, in: namespace)
  }

  fileprivate mutating func borrowTemplates(of other: ObjectDescription) {
    lender = other.podSource
    templates = other.templates
    references += other.references.filter { $0.isOfPods }
    let spec = resource.root["spec"]
    let scale: Workload.Scale =
      (spec?["replicas"]?.integer).map { .replicas(max(0, $0)) } ?? .replicas(1)
    facts = .workload(
      Workload(
        scale: scale, statesReplicas: spec?["replicas"] != nil, templates: templates,
        life: WorkloadLife(resource.kind, spec), hook: Hook.words(resource.root["metadata"])))
  }

  /// Leaves the object without pods.
  fileprivate mutating func lendTemplates() {
    templates = []
    references.removeAll { $0.isOfPods }
    facts = .none
  }
}

extension ObjectDescription.Reference {
  /// Whether a field of a pod template names the object.
  fileprivate var isOfPods: Bool {
    if case .object = origin { return evidence.path.contains("template.") && !evidence.path.contains("workloadRef") }
    return true
  }
}
