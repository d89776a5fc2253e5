import PodmapManifests

/// What an autoscaler can scale: the built-in kinds, and whether others need the scale subresource.
private struct ScalerRule {
  var scaler: ResourceKind
  var kinds: Set<ResourceKind>

  static let all: [ScalerRule] = [
    ScalerRule(scaler: .horizontalPodAutoscaler, kinds: withScale),
    ScalerRule(scaler: "ScaledObject.keda.sh", kinds: withScale),
    // It sets requests, also of pods whose number is fixed.
    ScalerRule(
      scaler: "VerticalPodAutoscaler.autoscaling.k8s.io", kinds: withScale.union([.daemonSet, .job, .cronJob])),
  ]

  /// https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
  private static let withScale: Set<ResourceKind> = [.deployment, .replicaSet, .replicationController, .statefulSet]
}

extension Finding {
  /// Autoscalers of objects that have no number of pods to set.
  static let scaleTargets = Finding("scale targets") { builder in
    let rules = Dictionary(uniqueKeysWithValues: ScalerRule.all.map { ($0.scaler, $0.kinds) })
    let fixed = Set(builder.objects.compactMap(\.kindWithoutScale))
    let nodes = builder.nodes
    return builder.edges.compactMap { edge in
      guard edge.kind == .scales else { return nil }
      let target = nodes[edge.to]
      guard target.presence == .present, let kinds = rules[nodes[edge.from].kind],
        target.kind.isBuiltIn
          ? KnownKind(target.kind) != nil && !kinds.contains(target.kind) : fixed.contains(target.kind)
      else { return nil }
      return .noScale(nodes[edge.from], target, edge.evidence.first?.place)
    }
  }
}

extension ObjectDescription {
  /// The kind that a CustomResourceDefinition defines without the scale subresource.
  fileprivate var kindWithoutScale: ResourceKind? {
    guard resource.kind == "CustomResourceDefinition", let spec = resource.root["spec"],
      let group = spec["group"]?.text, let kind = spec.at("names", "kind")?.text
    else { return nil }
    let subresources = [spec["subresources"]] + (spec["versions"]?.items ?? []).map { $0["subresources"] }
    return subresources.contains { $0?["scale"] != nil } ? nil : ResourceKind(group: group[...], kind: kind)
  }
}

extension Diagnostic {
  fileprivate static func noScale(_ scaler: Node, _ target: Node, _ place: Place?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, topic: .noScale, about: [scaler.id.text, target.id.text],
      "\(scaler.words) scales \(target.words), but a \(target.kind.name) can't be scaled; "
        + "name an object that can, such as a Deployment")
  }
}
