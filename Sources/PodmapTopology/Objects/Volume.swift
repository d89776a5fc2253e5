/// A volume of a pod, and the containers that mount it.
package struct Volume: Sendable, Hashable {
  /// Where a volume's data is kept.
  package enum Source: Sendable, Hashable {
    /// The pod itself: `emptyDir` and everything else that ends with the pod.
    case pod(String)
    /// A directory of the node.
    case hostPath(String)
    /// Another object of the cluster.
    case object(kind: String, name: String)
    /// A claim made for each pod from `volumeClaimTemplates`.
    case claimTemplate
    /// Several sources under one directory, as "ConfigMap a", "Secret b".
    case projected([String])
    /// A network file system or a driver, by the name of its field.
    case driver(String)
    /// A container mounts it, but the pod doesn't declare it.
    case undeclared
  }

  package struct Mount: Sendable, Hashable {
    /// The position in the template's containers.
    package var container: Int
    package var path: String
    package var subPath: String?
    package var isReadOnly: Bool
    /// Where the container names the volume.
    package var evidence: Evidence

    package init(container: Int, path: String, subPath: String? = nil, isReadOnly: Bool, evidence: Evidence) {
      self.container = container
      self.path = path
      self.subPath = subPath
      self.isReadOnly = isReadOnly
      self.evidence = evidence
    }
  }

  package var name: String
  package var source: Source
  /// Whether every mount is read-only, whatever the mount itself says.
  package var isReadOnly: Bool
  package var mounts: [Mount]

  package init(name: String, source: Source, isReadOnly: Bool = false, mounts: [Mount] = []) {
    self.name = name
    self.source = source
    self.isReadOnly = isReadOnly
    self.mounts = mounts
  }

  /// Whether the volume belongs to its pod alone, so that it has a node of its own in the graph.
  package var isOwnNode: Bool {
    switch source {
    case .pod, .hostPath, .claimTemplate, .driver, .undeclared: true
    case .object, .projected: false
    }
  }
}

extension Volume.Mount {
  /// Whether both mounts show a common part of the volume.
  package func overlaps(_ other: Volume.Mount) -> Bool {
    guard let own = subPath, let others = other.subPath else { return true }
    return own == others || own.hasPrefix(others + "/") || others.hasPrefix(own + "/")
  }
}
