package import PodmapManifests

/// A name that a user typed for objects: `frontend`, `Deployment/frontend`, `shop/Deployment/frontend`, a
/// container's id, or a kind; with `*` for any run of characters. Case does not count.
package struct NamePattern: Sendable, Hashable {
  package let text: String
  private let parts: [String]

  package init(_ text: String) {
    self.text = text
    parts = text.lowercased().split(separator: "*", omittingEmptySubsequences: false).map(String.init)
  }

  /// Whether the pattern is the node's name, its kind and name, or its id.
  package func matches(_ node: Node) -> Bool {
    matches(node.name) || matches("\(node.kind.rawValue)/\(node.name)") || matches(node.id.text)
      || matchesPath(of: node) || (node.drawnByHand.map { matches($0.label) } ?? false)
      || (Self.shortNames[text.prefix { $0 != "/" }.lowercased()].map {
        text.contains("/")
          && "\($0)/\(text.drop { $0 != "/" }.dropFirst())".lowercased()
            == "\(node.kind.rawValue)/\(node.name)".lowercased()
      } ?? false)
  }

  /// Whether the pattern is the end of a container's id, from its workload on: `web/nginx`, `Deployment/web/nginx`.
  private func matchesPath(of node: Node) -> Bool {
    guard node.kind == .container, parts.count == 1, text.contains("/") else { return false }
    return !text.hasPrefix("/") && node.id.text.lowercased().hasSuffix("/" + parts[0])
  }

  /// Whether the pattern is the node's kind: `Deployment`, `deployments`, `deploy`.
  func matchesKind(of node: Node) -> Bool {
    matches(kind: node.kind)
  }

  package func matches(kind: ResourceKind) -> Bool {
    let name = kind.name.lowercased()
    let plurals = [name + "s", name + "es", name.hasSuffix("y") ? name.dropLast() + "ies" : name]
    return matches(kind.rawValue) || matches(name) || plurals.contains { matches($0) }
      || Self.shortNames[text.lowercased()]?.lowercased() == kind.rawValue.lowercased()
  }

  private func matches(_ candidate: String) -> Bool {
    let candidate = candidate.lowercased()
    guard parts.count > 1 else { return candidate == parts[0] }
    guard candidate.hasPrefix(parts[0]) else { return false }
    var rest = candidate.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let end = Self.end(of: part, in: rest) else { return false }
      rest = rest[end...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }

  private static func end(of part: String, in text: Substring) -> Substring.Index? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(part) { return text.index(start, offsetBy: part.count) }
      start = text.index(after: start)
    }
    return nil
  }

  /// The short names that `kubectl api-resources` lists.
  private static let shortNames = [
    "cm": "ConfigMap", "cj": "CronJob", "crd": "CustomResourceDefinition", "crds": "CustomResourceDefinition",
    "deploy": "Deployment", "ds": "DaemonSet", "ep": "Endpoints", "hpa": "HorizontalPodAutoscaler", "ing": "Ingress",
    "limits": "LimitRange", "netpol": "NetworkPolicy", "no": "Node", "ns": "Namespace",
    "pc": "PriorityClass", "pdb": "PodDisruptionBudget", "po": "Pod", "pv": "PersistentVolume",
    "pvc": "PersistentVolumeClaim", "quota": "ResourceQuota", "rc": "ReplicationController", "rs": "ReplicaSet",
    "sa": "ServiceAccount", "sc": "StorageClass", "sts": "StatefulSet", "svc": "Service",
  ]
}
