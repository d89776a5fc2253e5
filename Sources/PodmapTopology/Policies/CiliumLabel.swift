import PodmapManifests

/// Labels that Cilium derives from pods and their namespaces, and the way its selectors write keys.
enum CiliumLabel {
  static let namespace = "io.kubernetes.pod.namespace"
  /// Followed by the key of a namespace's label.
  static let namespaceLabels = "io.cilium.k8s.namespace.labels."
  static let serviceAccount = "io.cilium.k8s.policy.serviceaccount"
  static let cluster = "io.cilium.k8s.policy.cluster"

  /// The labels that are about pods, but not in their manifests.
  static let all: Set<String> = [serviceAccount, cluster]

  /// Splits a selector of Cilium into what it requires of a pod and of its namespace.
  ///
  /// Without a requirement about namespaces, the namespace is `nil`: the policy's own, or all of them.
  static func split(_ selector: LabelSelector) -> (pods: LabelSelector, namespaces: LabelSelector?) {
    var (pods, namespaces) = (selector, LabelSelector())
    pods.requirements = []
    for var requirement in selector.requirements {
      guard let key = bareKey(requirement.key) else {
        // `reserved:host` and the like aren't labels of pods.
        pods.isBroken = true
        continue
      }
      requirement.key = key
      if key == namespace {
        requirement.key = NamespaceLabels.nameLabel
        namespaces.requirements.append(requirement)
      } else if key.hasPrefix(namespaceLabels) {
        requirement.key = String(key.dropFirst(namespaceLabels.count))
        namespaces.requirements.append(requirement)
      } else {
        pods.requirements.append(requirement)
      }
    }
    return (pods, namespaces.requirements.isEmpty ? nil : namespaces)
  }

  /// The key without its source: `any:app`, `k8s:app`; `nil` for other sources.
  private static func bareKey(_ key: String) -> String? {
    guard let colon = key.firstIndex(of: ":") else {
      // An older notation has a dot after the source.
      return ["any.", "k8s."].contains { key.hasPrefix($0) } ? String(key.dropFirst(4)) : key
    }
    return ["any", "k8s"].contains(key[..<colon]) ? String(key[key.index(after: colon)...]) : nil
  }
}
