import PodmapManifests

/// References of core/v1 objects, beyond those of pod specifications.
let coreReferences: [ReferenceRule] = [
  ReferenceRule(
    from: .object(.persistentVolumeClaim), path: "spec.storageClassName", to: .storageClass, edge: .claims),
  ReferenceRule(from: .object(.persistentVolumeClaim), path: "spec.volumeName", to: .persistentVolume, edge: .claims),
  ReferenceRule(from: .object(.serviceAccount), path: "imagePullSecrets[].name", to: .secret, edge: .uses),
  ReferenceRule(from: .object(.serviceAccount), path: "secrets[].name", to: .secret, edge: .uses),
  ReferenceRule(.persistentVolumeClaim, "spec.volumeAttributesClassName", to: "VolumeAttributesClass", .uses),
  ReferenceRule(.persistentVolumeClaim, "spec.dataSource.name", to: .beside(), .uses),
  ReferenceRule(.persistentVolumeClaim, "spec.dataSourceRef.name", to: .beside(), .uses, home: .namespaceBesideName),
  ReferenceRule(
    .secret, "metadata.annotations[\"kubernetes.io/service-account.name\"]", to: "ServiceAccount", .uses),
  ReferenceRule("Binding", "target.name", to: .beside("Node"), .runsOn),
  // Pods that a workload made are a part of it, and events outlive their subjects.
  ReferenceRule(
    "Event", "involvedObject.name", to: .beside(), .uses, home: .namespaceBesideName, need: .onlyKnown,
    label: ["reason"]),
  ReferenceRule(
    "Event", "regarding.name", to: .beside(), .uses, home: .namespaceBesideName, need: .onlyKnown, label: ["reason"]),
  ReferenceRule("Event", "related.name", to: .beside(), .uses, home: .namespaceBesideName, need: .onlyKnown),
  ReferenceRule("Endpoints", "metadata.name", to: "Service", .routes, need: .onlyKnown, isReversed: true),
  ReferenceRule(
    "Endpoints", "subsets[].addresses[].targetRef.name", to: .beside(), .routes, home: .namespaceBesideName,
    need: .onlyKnown),
  ReferenceRule(
    "Endpoints", "subsets[].notReadyAddresses[].targetRef.name", to: .beside(), .routes,
    home: .namespaceBesideName, need: .onlyKnown),
]

/// The fields of a PersistentVolume's specification, including the one inside a VolumeAttachment.
let persistentVolumeReferences: [ReferenceRule] = [
  ("PersistentVolume", "spec"), ("VolumeAttachment", "spec.source.inlineVolumeSpec"),
].flatMap { (kind: ResourceKind, spec: String) in
  [
    ReferenceRule(kind, "\(spec).claimRef.name", to: "PersistentVolumeClaim", .claims, home: .namespaceBesideName),
    ReferenceRule(kind, "\(spec).storageClassName", to: "StorageClass", .uses),
    ReferenceRule(kind, "\(spec).volumeAttributesClassName", to: "VolumeAttributesClass", .uses),
    ReferenceRule(kind, "\(spec).csi.driver", to: "CSIDriver", .uses),
    ReferenceRule(kind, "\(spec).glusterfs.endpoints", to: "Endpoints", .uses),
    ReferenceRule(kind, "\(spec).azureFile.secretName", to: "Secret", .uses, home: .namespaceBesideName),
  ]
    + [
      "csi.controllerExpandSecretRef", "csi.controllerPublishSecretRef", "csi.nodeExpandSecretRef",
      "csi.nodePublishSecretRef", "csi.nodeStageSecretRef", "cephfs.secretRef", "cinder.secretRef",
      "flexVolume.secretRef", "iscsi.secretRef", "rbd.secretRef", "scaleIO.secretRef", "storageos.secretRef",
    ].map { ReferenceRule(kind, "\(spec).\($0).name", to: "Secret", .uses, home: .namespaceBesideName) }
}
