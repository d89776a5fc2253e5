import PodmapManifests

/// References of storage.k8s.io/v1 objects.
let storageReferences: [ReferenceRule] =
  [
    ReferenceRule(.storageClass, "provisioner", to: "CSIDriver", .uses),
    ReferenceRule("VolumeAttributesClass", "driverName", to: "CSIDriver", .uses),
    ReferenceRule("CSINode", "metadata.name", to: "Node", .uses),
    ReferenceRule("CSINode", "spec.drivers[].name", to: "CSIDriver", .uses),
    ReferenceRule("CSIStorageCapacity", "storageClassName", to: "StorageClass", .uses),
    ReferenceRule("VolumeAttachment", "spec.attacher", to: "CSIDriver", .uses),
    ReferenceRule("VolumeAttachment", "spec.nodeName", to: "Node", .runsOn),
    ReferenceRule("VolumeAttachment", "spec.source.persistentVolumeName", to: "PersistentVolume", .claims),
    ReferenceRule(
      "VolumeSnapshot.snapshot.storage.k8s.io", "spec.source.persistentVolumeClaimName", to: "PersistentVolumeClaim",
      .claims),
    ReferenceRule(
      "VolumeSnapshot.snapshot.storage.k8s.io", "spec.source.volumeSnapshotContentName",
      to: "VolumeSnapshotContent.snapshot.storage.k8s.io", .claims),
    ReferenceRule(
      "VolumeSnapshot.snapshot.storage.k8s.io", "spec.volumeSnapshotClassName",
      to: "VolumeSnapshotClass.snapshot.storage.k8s.io", .uses, need: .optional),
    ReferenceRule("VolumeSnapshotClass.snapshot.storage.k8s.io", "driver", to: "CSIDriver", .uses),
    ReferenceRule("VolumeSnapshotContent.snapshot.storage.k8s.io", "spec.driver", to: "CSIDriver", .uses),
    ReferenceRule(
      "VolumeSnapshotContent.snapshot.storage.k8s.io", "spec.volumeSnapshotClassName",
      to: "VolumeSnapshotClass.snapshot.storage.k8s.io", .uses, need: .optional),
    ReferenceRule(
      "VolumeSnapshotContent.snapshot.storage.k8s.io", "spec.volumeSnapshotRef.name",
      to: "VolumeSnapshot.snapshot.storage.k8s.io", .claims, home: .namespaceBesideName),
  ]
