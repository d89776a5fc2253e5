package import PodmapManifests

/// Everything an application consists of, and how its parts relate.
///
/// Nodes are sorted by id and edges by their ends, so that the same input gives the same topology in any order.
package struct Topology: Sendable {
  package let nodes: [Node]
  package let edges: [Edge]
  /// Messages about the graph. Messages from reading the manifests aren't repeated.
  package let diagnostics: [Diagnostic]
  /// The namespaces that the input names.
  package let namespaces: NamedNamespaces
  /// The namespace of objects that name none.
  package let defaultNamespace: DefaultNamespace
  /// The places of the project's settings that concern something in the input.
  let usedSettings: Set<Place>

  init(
    nodes: [Node], edges: [Edge], diagnostics: [Diagnostic], namespaces: NamedNamespaces,
    defaultNamespace: DefaultNamespace, usedSettings: Set<Place> = []
  ) {
    self.usedSettings = usedSettings
    self.nodes = nodes
    self.edges = edges
    self.diagnostics = diagnostics
    self.namespaces = namespaces
    self.defaultNamespace = defaultNamespace
  }

  /// Links resources into a graph, by the built-in rules and the user's, and joins hand-written diagrams to it.
  ///
  /// `namespace` is that of objects that name none; without it, the input decides.
  package init(
    _ resources: [Resource], diagrams: [DiagramDocument] = [], rules: [ReferenceRule] = [],
    namespace: DefaultNamespace? = nil, settings: GraphSettings = GraphSettings()
  ) {
    var builder = TopologyBuilder(PostBuild.filled(resources), diagrams, rules, given: namespace, settings: settings)
    for pass in Pass.all { pass.run(&builder) }
    // They take more memory than the graph, of which there are two copies for a moment.
    builder.objects = []
    self = builder.finish()
  }

  /// The position of the node with an id.
  package func position(of id: NodeID) -> Int? {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count && nodes[low].id == id ? low : nil
  }
}
