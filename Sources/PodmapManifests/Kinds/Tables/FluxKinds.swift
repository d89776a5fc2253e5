/// Flux.
let fluxKinds: [KnownKind] = [
  ("Kustomization.kustomize", "kustomizations", "ks"), ("HelmRelease.helm", "helmreleases", "hr"),
  ("GitRepository.source", "gitrepositories", "gitrepo"), ("OCIRepository.source", "ocirepositories", "ocirepo"),
  ("HelmRepository.source", "helmrepositories", "helmrepo"), ("HelmChart.source", "helmcharts", "hc"),
  ("Bucket.source", "buckets", ""), ("ExternalArtifact.source", "externalartifacts", ""),
  ("ImagePolicy.image", "imagepolicies", "imgpol"),
  ("ImageRepository.image", "imagerepositories", "imgrepo"),
  ("ImageUpdateAutomation.image", "imageupdateautomations", "iua"), ("Alert.notification", "alerts", ""),
  ("Provider.notification", "providers", ""), ("Receiver.notification", "receivers", ""),
].map { kind, plural, short in
  KnownKind(
    ResourceKind(rawValue: "\(kind).toolkit.fluxcd.io"), plural, short.isEmpty ? [] : [short], .namespaced)
}
