import PodmapManifests

/// Objects by kind and label, and namespaces by label, for selectors that pick something other than pods.
struct ObjectIndex: Sendable {
  private struct Entry {
    var position: Int
    var namespace: String?
    var labels: [Label]
  }

  /// Objects in one namespace, or anywhere; with a label, or all.
  private struct Key: Hashable {
    var kind: ResourceKind
    var label: Label?
    var home: Home
  }

  private enum Home: Hashable {
    case anywhere, cluster
    case namespace(String)
  }

  private var entries: [Entry] = []
  private var found: [Key: [Int]] = [:]
  /// Every namespace of the input, with the labels that the input gives it and the one that Kubernetes adds.
  let namespaces: [(name: String, labels: [Label])]

  /// `kinds` are the kinds that some selector picks; `defaultNamespace` is the namespace of objects that name none.
  init(_ nodes: [Node], of kinds: Set<ResourceKind>, _ scopes: KindScopes, defaultNamespace: String) {
    var names: Set<String> = [defaultNamespace]
    var labels: [String: [Label]] = [:]
    for position in nodes.indices where nodes[position].presence == .present {
      if let namespace = nodes[position].namespace { names.insert(namespace) }
      let isNamespace = nodes[position].kind == .namespace
      guard isNamespace || kinds.contains(nodes[position].kind) else { continue }
      let node = nodes[position]
      if isNamespace {
        names.insert(node.name)
        labels[node.name] = node.labels
        guard kinds.contains(.namespace) else { continue }
      }
      // Objects of unknown kinds are probably in a namespace, whether or not the manifest says so.
      let namespace = node.namespace ?? (scopes[node.kind] == .cluster ? nil : defaultNamespace)
      for home in [.anywhere, namespace.map(Home.namespace) ?? .cluster] {
        for label in [nil] + node.labels.map(Optional.some) {
          found[Key(kind: node.kind, label: label, home: home), default: []].append(entries.count)
        }
      }
      entries.append(Entry(position: position, namespace: namespace, labels: node.labels))
    }
    namespaces = names.sorted().map { name in
      (name, (labels[name] ?? []) + [Label(key: NamespaceLabels.nameLabel, value: name)])
    }
  }

  /// The positions of the nodes of a kind that a selector picks; cluster-scoped objects count for every namespace.
  func objects(of kind: ResourceKind, in namespaces: Set<String>, matching selector: LabelSelector) -> [Int] {
    func list(_ label: Label?, _ home: Home) -> [Int] { found[Key(kind: kind, label: label, home: home)] ?? [] }
    func candidates(_ home: Home) -> [Int] { selector.fewest { list($0, home) } ?? list(nil, home) }
    var few = candidates(.anywhere)
    // Every namespace may have objects with the same labels.
    if few.count > namespaces.count {
      few = ([.cluster] + namespaces.map(Home.namespace)).flatMap(candidates).sorted()
    }
    return few.filter { candidate in
      let entry = entries[candidate]
      return (entry.namespace.map(namespaces.contains) ?? true) && selector.matches(entry.labels)
    }.map { entries[$0].position }
  }
}
