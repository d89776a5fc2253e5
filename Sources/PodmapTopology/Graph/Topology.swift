package import PodmapManifests

/// Everything an application consists of, and how its parts relate.
///
/// Nodes are sorted by id and edges by their ends, so that the same input gives the same topology in any order.
package struct Topology: Sendable {
  package let nodes: [Node]
  package let edges: [Edge]
  /// Messages about the graph. Messages from reading the manifests aren't repeated.
  package let diagnostics: [Diagnostic]

  init(nodes: [Node], edges: [Edge], diagnostics: [Diagnostic]) {
    self.nodes = nodes
    self.edges = edges
    self.diagnostics = diagnostics
  }

  /// Links resources into a graph, by the built-in rules and the user's, and joins hand-written diagrams to it.
  package init(_ resources: [Resource], diagrams: [DiagramDocument] = [], rules: [ReferenceRule] = []) {
    var builder = TopologyBuilder(resources, diagrams, rules)
    for pass in Pass.all { pass.run(&builder) }
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
