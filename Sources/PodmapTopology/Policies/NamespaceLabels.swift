import PodmapManifests

/// The labels of namespaces, as far as the input defines them.
struct NamespaceLabels: Sendable {
  /// The label that every namespace has; its value is the namespace's name.
  static let nameLabel = "kubernetes.io/metadata.name"

  private var byName: [String: [Label]] = [:]

  init(_ nodes: [Node]) {
    for node in nodes where node.kind == .namespace && node.presence == .present { byName[node.name] = node.labels }
  }

  /// Whether a selector selects the namespace of a pod.
  func isPicked(_ home: PolicyPod.Home, by selector: LabelSelector) -> Answer {
    // Every namespace matches, whichever it is.
    if selector.requirements.isEmpty && !selector.isBroken { return .yes }
    switch home {
    case .assumed: return .unknown("the manifest doesn't say which namespace its pods are in")
    case .given(let name):
      let known = byName[name]
      let labels = (known ?? []).filter { $0.key != Self.nameLabel } + [Label(key: Self.nameLabel, value: name)]
      return selector.answer(labels) { _ in
        known == nil ? "the labels of namespace '\(name.shortened())' are not in the input" : nil
      }
    }
  }
}
