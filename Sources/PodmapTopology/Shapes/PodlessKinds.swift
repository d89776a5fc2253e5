import PodmapManifests

/// Custom kinds that contain what looks like a pod template, but run no pods: patterns that other objects must match,
/// patches for them, and templates that only another object uses.
enum PodlessKinds {
  static func contain(_ kind: ResourceKind) -> Bool {
    kinds.contains(kind) || groups.contains { kind.rawValue.hasSuffix(".\($0)") }
  }

  private static let groups: Set<String> = [
    // Kyverno
    "kyverno.io", "policies.kyverno.io", "cli.kyverno.io", "wgpolicyk8s.io",
    // Gatekeeper
    "templates.gatekeeper.sh", "constraints.gatekeeper.sh", "mutations.gatekeeper.sh", "expansion.gatekeeper.sh",
    // Other admission policies
    "policies.kubewarden.io", "policy.open-cluster-management.io", "policy.karmada.io", "config.gatekeeper.sh",
    // Crossplane's compositions, and definitions of kro
    "apiextensions.crossplane.io", "kro.run",
  ]

  private static let kinds: Set<ResourceKind> = [
    "ClusterTrainingRuntime.trainer.kubeflow.org", "TrainingRuntime.trainer.kubeflow.org",
    "PodPlacementPolicy.core.oam.dev", "SidecarSet.apps.kruise.io", "WorkloadSpread.apps.kruise.io",
    "ComponentDefinition.core.oam.dev", "TraitDefinition.core.oam.dev", "ClusterServingRuntime.serving.kserve.io",
    "ServingRuntime.serving.kserve.io", "Instrumentation.opentelemetry.io", "AnalysisTemplate.argoproj.io",
  ]
}
