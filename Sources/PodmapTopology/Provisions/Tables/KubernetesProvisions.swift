import PodmapManifests

/// What Kubernetes' own controllers make.
let kubernetesProvisions: [Provision] = [
  // One claim for each pod of a StatefulSet.
  Provision(
    .statefulSet, .persistentVolumeClaim, "{spec.volumeClaimTemplates[].metadata.name}-{name}-{index}")
]
