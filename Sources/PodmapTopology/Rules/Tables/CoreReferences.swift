import PodmapManifests

/// References of core/v1 objects, beyond those of pod specifications.
let coreReferences: [ReferenceRule] = [
  ReferenceRule(
    from: .object(.persistentVolumeClaim), path: "spec.storageClassName", to: .storageClass, edge: .claims),
  ReferenceRule(from: .object(.persistentVolumeClaim), path: "spec.volumeName", to: .persistentVolume, edge: .claims),
  ReferenceRule(from: .object(.persistentVolume), path: "spec.storageClassName", to: .storageClass, edge: .uses),
  ReferenceRule(from: .object(.serviceAccount), path: "imagePullSecrets[].name", to: .secret, edge: .uses),
  ReferenceRule(from: .object(.serviceAccount), path: "secrets[].name", to: .secret, edge: .uses),
]
