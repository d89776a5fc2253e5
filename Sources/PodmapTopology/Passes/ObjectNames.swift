import PodmapManifests

/// Finds the object or container that a hand-written text names.
///
/// The text is a whole id (`shop/Deployment/web/server`), or an id without its namespace, which is looked up in the
/// diagram's own namespace, or that of objects without one, and then in all namespaces.
struct ObjectNames {
  enum Found {
    case one(Int)
    case several([NodeID])
    case none
  }

  private let nodes: [Node]
  private let namespaces: [String]
  /// How many more suggestions may be searched for; each search compares all names, which is slow.
  private var hintsLeft = Limit.diagramHints.value

  /// - Parameter nodes: The nodes that come from manifests.
  init(_ nodes: [Node]) {
    self.nodes = nodes
    namespaces = Set(nodes.compactMap(\.namespace)).sorted()
  }

  func find(_ text: String, near namespace: String, in builder: TopologyBuilder) -> Found {
    func position(_ id: NodeID) -> Int? {
      // Nodes of diagrams follow all others, and can't be named from another diagram.
      builder.position(of: id).flatMap { $0 < nodes.count ? $0 : nil }
    }
    if let whole = position(NodeID(text)) { return .one(whole) }
    if let near = position(NodeID(text, in: namespace)) { return .one(near) }
    let found = namespaces.compactMap { position(NodeID(text, in: $0)) }
    return switch found.count {
    case 0: .none
    case 1: .one(found[0])
    default: .several(found.map { nodes[$0].id })
    }
  }

  /// A suggestion for a name that matches nothing.
  mutating func hint(_ text: String, _ diagram: DiagramDocument) -> String? {
    guard hintsLeft > 0, text.utf8.count <= 4 * Limit.spelling.value else { return nil }
    hintsLeft -= 1
    if let own = Spelling.nearest(to: text, among: diagram.nodes.map(\.id)) { return "did you mean '\(own)'?" }
    let pattern = NamePattern(text)
    let matching = text.contains("*") ? [] : nodes.filter { $0.parent == nil && pattern.matches($0) }
    if !matching.isEmpty {
      let words = matching.prefix(Limit.hintedNames.value).map { "'\($0.id.text.shortened())'" }
      return "did you mean \(words.joined(separator: " or "))?"
    }
    let names = nodes.lazy.flatMap { node in [node.id.text, node.id.withoutNamespace(of: node)] }
    return Spelling.nearest(to: text, among: Array(names)).map { "did you mean '\($0)'?" }
  }
}

extension NodeID {
  /// The id of an object whose namespace is omitted.
  fileprivate init(_ short: String, in namespace: String) {
    self.init("\(Self.component(namespace))/\(short)")
  }

  fileprivate func withoutNamespace(of node: Node) -> String {
    guard let namespace = node.namespace.map(Self.component), text.hasPrefix(namespace + "/") else { return text }
    return String(text.dropFirst(namespace.count + 1))
  }
}
