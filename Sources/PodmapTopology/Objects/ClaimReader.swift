import PodmapManifests

extension Claim {
  /// Reads a PersistentVolumeClaim (core/v1 `PersistentVolumeClaimSpec`).
  init(_ spec: Value?) {
    self.init(
      size: spec?.at("resources", "requests", "storage")?.text,
      accessModes: spec?["accessModes"]?.items.map(\.written) ?? [], volumeName: spec?["volumeName"]?.text,
      storageClass: spec?["storageClassName"]?.text)
  }
}

extension VolumeResource {
  /// Reads a PersistentVolume (core/v1 `PersistentVolumeSpec`).
  init(_ spec: Value?) {
    self.init(
      isLocal: ["local", "hostPath", "nodeAffinity"].contains { spec?[$0] != nil },
      storageClass: spec?["storageClassName"]?.text)
  }
}
