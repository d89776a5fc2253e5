import PodmapManifests

/// Objects that a cluster has without a manifest, so that a reference to one of them never dangles.
enum ClusterProvided {
  static func provides(_ kind: ResourceKind, _ name: String, in namespace: String?) -> Bool {
    if let namespace, ProvidedObjects.systemNamespaces.contains(namespace) { return true }
    return KnownKind(kind)?.provided.contains(name, in: namespace) ?? false
  }
}
