/// A volume of a pod, and the containers that mount it.
package struct Volume: Sendable, Hashable {
  /// Where a volume's data lives.
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
    /// A container mounts it, but the pod does not declare it.
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
  /// Whether no container can write to it, whatever its mount says.
  package var isReadOnly: Bool
  package var mounts: [Mount]

  package init(name: String, source: Source, isReadOnly: Bool = false, mounts: [Mount] = []) {
    self.name = name
    self.source = source
    self.isReadOnly = isReadOnly
    self.mounts = mounts
  }

  /// Whether the volume exists for its pod only, so that the graph holds a node for it.
  package var isOwnNode: Bool {
    switch source {
    case .pod, .hostPath, .claimTemplate, .driver, .undeclared: true
    case .object, .projected: false
    }
  }
}

extension Volume.Mount {
  /// Whether both see the same part of the volume.
  package func overlaps(_ other: Volume.Mount) -> Bool {
    guard let own = subPath, let others = other.subPath else { return true }
    return own == others || own.hasPrefix(others + "/") || others.hasPrefix(own + "/")
  }
}
