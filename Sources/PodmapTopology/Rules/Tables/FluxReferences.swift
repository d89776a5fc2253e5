import PodmapManifests

/// References of Flux: https://fluxcd.io/flux/components/
let fluxReferences: [ReferenceRule] = fluxReleases + fluxSources + fluxImages + fluxNotifications

private let fluxReleases: [ReferenceRule] =
  ["Kustomization.kustomize.toolkit.fluxcd.io", "HelmRelease.helm.toolkit.fluxcd.io"].flatMap { (kind: ResourceKind) in
    [
      ReferenceRule(
        kind, "spec.dependsOn[].name", to: .kind(kind), .uses, home: .namespaceBesideName),
      ReferenceRule(kind, "spec.kubeConfig.secretRef.name", to: "Secret", .uses),
      ReferenceRule(kind, "spec.serviceAccountName", to: "ServiceAccount", .runsAs),
    ]
  }
  + [
    ReferenceRule(
      "Kustomization.kustomize.toolkit.fluxcd.io", "spec.sourceRef.name", to: .beside("GitRepository.\(sourceGroup)"),
      .uses, home: .namespaceBesideName),
    ReferenceRule(
      "Kustomization.kustomize.toolkit.fluxcd.io", "spec.postBuild.substituteFrom[].name", to: .beside("ConfigMap"),
      .reads),
    ReferenceRule(
      "Kustomization.kustomize.toolkit.fluxcd.io", "spec.decryption.secretRef.name", to: "Secret", .uses),
    ReferenceRule(
      "Kustomization.kustomize.toolkit.fluxcd.io", "spec.healthChecks[].name", to: .beside(), .uses,
      home: .namespaceBesideName, need: .onlyKnown),
    ReferenceRule(
      "HelmRelease.helm.toolkit.fluxcd.io", "spec.chart.spec.sourceRef.name",
      to: .beside("HelmRepository.\(sourceGroup)"),
      .uses, home: .namespaceBesideName, label: ["spec.chart.spec.chart"]),
    ReferenceRule(
      "HelmRelease.helm.toolkit.fluxcd.io", "spec.chartRef.name", to: .beside("OCIRepository.\(sourceGroup)"), .uses,
      home: .namespaceBesideName),
    ReferenceRule(
      "HelmRelease.helm.toolkit.fluxcd.io", "spec.valuesFrom[].name", to: .beside("ConfigMap"), .reads),
  ]

private let sourceGroup = "source.toolkit.fluxcd.io"

private let fluxSources: [ReferenceRule] =
  ["GitRepository", "OCIRepository", "HelmRepository", "Bucket"].flatMap { (kind: String) in
    ["spec.secretRef.name", "spec.certSecretRef.name", "spec.verify.secretRef.name", "spec.proxySecretRef.name"].map {
      ReferenceRule(ResourceKind(rawValue: "\(kind).\(sourceGroup)"), $0, to: "Secret", .uses)
    }
  }
  + [
    ReferenceRule(
      "GitRepository.source.toolkit.fluxcd.io", "spec.include[].repository.name",
      to: "GitRepository.source.toolkit.fluxcd.io", .uses),
    ReferenceRule(
      "HelmChart.source.toolkit.fluxcd.io", "spec.sourceRef.name", to: .beside("HelmRepository.\(sourceGroup)"), .uses),
  ]

private let fluxImages: [ReferenceRule] = [
  ReferenceRule(
    "ImagePolicy.image.toolkit.fluxcd.io", "spec.imageRepositoryRef.name",
    to: "ImageRepository.image.toolkit.fluxcd.io",
    .uses, home: .namespaceBesideName),
  ReferenceRule("ImageRepository.image.toolkit.fluxcd.io", "spec.secretRef.name", to: "Secret", .uses),
  ReferenceRule(
    "ImageUpdateAutomation.image.toolkit.fluxcd.io", "spec.sourceRef.name", to: .beside("GitRepository.\(sourceGroup)"),
    .uses, home: .namespaceBesideName),
]

private let fluxNotifications: [ReferenceRule] = [
  ReferenceRule(
    "Alert.notification.toolkit.fluxcd.io", "spec.providerRef.name", to: "Provider.notification.toolkit.fluxcd.io",
    .uses),
  ReferenceRule("Provider.notification.toolkit.fluxcd.io", "spec.secretRef.name", to: "Secret", .uses),
  ReferenceRule("Receiver.notification.toolkit.fluxcd.io", "spec.secretRef.name", to: "Secret", .uses),
]
