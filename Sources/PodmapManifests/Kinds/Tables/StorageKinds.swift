/// storage.k8s.io, storagemigration.k8s.io and internal.apiserver.k8s.io, and the snapshots of CSI drivers.
let storageKinds: [KnownKind] = [
  KnownKind(
    "StorageClass", "storageclasses", ["sc"], .cluster, .storage, icon: .storageClass, views: [.storage],
    provided: .all),
  KnownKind(
    "VolumeAttributesClass", "volumeattributesclasses", ["vac"], .cluster, icon: .storageClass,
    views: [.workloads, .storage], iconNames: [], provided: .all),
  KnownKind("VolumeAttachment", "volumeattachments", .cluster, icon: .persistentVolume, views: [.storage]),
  KnownKind("CSIDriver", "csidrivers", .cluster, icon: .storageClass, views: [.storage], provided: .all),
  KnownKind("CSINode", "csinodes", .cluster, icon: .storageClass, views: [.storage]),
  KnownKind("CSIStorageCapacity", "csistoragecapacities", .namespaced, icon: .storageClass, views: [.storage]),
  KnownKind("StorageVersion", "storageversions", .cluster),
  KnownKind("StorageVersionMigration", "storageversionmigrations", .cluster),
  KnownKind(
    "VolumeSnapshot.snapshot.storage.k8s.io", "volumesnapshots", ["vs"], .namespaced, icon: .persistentVolume,
    views: [.workloads, .storage], iconNames: []),
  KnownKind(
    "VolumeSnapshotClass.snapshot.storage.k8s.io", "volumesnapshotclasses", ["vsclass"], .cluster,
    icon: .storageClass, views: [.workloads, .storage]),
  KnownKind(
    "VolumeSnapshotContent.snapshot.storage.k8s.io", "volumesnapshotcontents", ["vsc"], .cluster,
    views: [.workloads, .storage]),
]
