import PodmapManifests

/// Objects by kind and label, and namespaces by label, for selectors that pick something other than pods.
struct ObjectIndex: Sendable {
  private struct Entry {
    var position: Int
    var namespace: String?
    var labels: [Label]
  }

  private struct Key: Hashable {
    var kind: ResourceKind
    var label: Label
  }

  private var entries: [Entry] = []
  private var byKind: [ResourceKind: [Int]] = [:]
  private var byLabel: [Key: [Int]] = [:]
  /// Every namespace of the input, with the labels that the input gives it and the one that Kubernetes adds.
  let namespaces: [(name: String, labels: [Label])]

  /// `kinds` are the kinds that some selector picks; `defaultNamespace` is the namespace of objects that name none.
  init(_ nodes: [Node], of kinds: Set<ResourceKind>, _ scopes: KindScopes, defaultNamespace: String) {
    var names: Set<String> = [defaultNamespace]
    var labels: [String: [Label]] = [:]
    for (position, node) in nodes.enumerated() where node.presence == .present {
      if let namespace = node.namespace { names.insert(namespace) }
      if node.kind == .namespace {
        names.insert(node.name)
        labels[node.name] = node.labels
      }
      guard kinds.contains(node.kind) else { continue }
      // Objects of unknown kinds are probably in a namespace, whether or not the manifest says so.
      let namespace = node.namespace ?? (scopes[node.kind] == .cluster ? nil : defaultNamespace)
      byKind[node.kind, default: []].append(entries.count)
      for label in node.labels { byLabel[Key(kind: node.kind, label: label), default: []].append(entries.count) }
      entries.append(Entry(position: position, namespace: namespace, labels: node.labels))
    }
    namespaces = names.sorted().map { name in
      (name, (labels[name] ?? []) + [Label(key: NamespaceLabels.nameLabel, value: name)])
    }
  }

  /// The positions of the nodes of a kind that a selector picks; cluster-scoped objects count for every namespace.
  func objects(of kind: ResourceKind, in namespaces: Set<String>, matching selector: LabelSelector) -> [Int] {
    let candidates = selector.fewest { byLabel[Key(kind: kind, label: $0)] ?? [] } ?? byKind[kind] ?? []
    return candidates.filter { candidate in
      let entry = entries[candidate]
      return (entry.namespace.map(namespaces.contains) ?? true) && selector.matches(entry.labels)
    }.map { entries[$0].position }
  }
}
