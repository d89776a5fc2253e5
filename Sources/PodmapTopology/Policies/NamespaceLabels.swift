import PodmapManifests

/// The labels of namespaces, as far as the input defines them.
struct NamespaceLabels: Sendable {
  /// The label that every namespace has; its value is the namespace's name.
  static let nameLabel = "kubernetes.io/metadata.name"

  /// Those of the namespaces that the input defines, with the one that every namespace has.
  private var byName: [String: [Label]] = [:]

  init(_ nodes: [Node]) {
    for position in nodes.indices where nodes[position].kind == .namespace && nodes[position].presence == .present {
      let node = nodes[position]
      byName[node.name] = Self.all(node.labels, of: node.name)
    }
  }

  private static func all(_ labels: [Label], of name: String) -> [Label] {
    labels.filter { $0.key != nameLabel } + [Label(key: nameLabel, value: name)]
  }

  /// Whether the namespace of a pod has one of some labels.
  func hasLabel(of home: PolicyPod.Home, _ isMeant: (Label) -> Bool) -> Answer {
    switch home {
    case .assumed: .unknown(Self.assumed)
    case .given(let name): byName[name].map { Answer($0.contains(where: isMeant)) } ?? .unknown(Self.absent(name))
    }
  }

  /// Whether a selector selects the namespace of a pod.
  func isPicked(_ home: PolicyPod.Home, by selector: LabelSelector) -> Answer {
    // Every namespace matches, whichever it is.
    if selector.requirements.isEmpty && !selector.isBroken { return .yes }
    switch home {
    case .assumed: return .unknown(Self.assumed)
    case .given(let name):
      let known = byName[name]
      return selector.answer(known ?? Self.all([], of: name)) { _ in
        known == nil ? Self.absent(name) : nil
      }
    }
  }

  private static let assumed = "the manifest doesn't say which namespace its pods are in"

  private static func absent(_ name: String) -> String {
    "the labels of namespace '\(name.shortened())' are not in the input"
  }
}
