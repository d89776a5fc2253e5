/// What a PersistentVolumeClaim asks for.
package struct Claim: Sendable, Hashable {
  /// "10Gi"
  package var size: String?
  /// `ReadWriteOnce`, …
  package var accessModes: [String]
  /// `spec.volumeName`: the volume that the claim is bound to.
  package var volumeName: String?
  /// `spec.storageClassName`
  package var storageClass: String?

  package init(size: String?, accessModes: [String], volumeName: String? = nil, storageClass: String? = nil) {
    self.size = size
    self.accessModes = accessModes
    self.volumeName = volumeName
    self.storageClass = storageClass
  }
}

/// What a PersistentVolume is.
package struct VolumeResource: Sendable, Hashable {
  /// Whether it is a folder or a disk of certain nodes: the scheduler sends all its pods there.
  package var isLocal: Bool
  /// `spec.storageClassName`
  package var storageClass: String?

  package init(isLocal: Bool, storageClass: String? = nil) {
    self.isLocal = isLocal
    self.storageClass = storageClass
  }
}
