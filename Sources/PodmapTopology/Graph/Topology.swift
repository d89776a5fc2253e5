package import PodmapManifests

/// Everything an application consists of, and how it hangs together.
///
/// Nodes are sorted by id and edges by their ends, so that the same input gives the same topology in whatever
/// order it was read.
package struct Topology: Sendable {
  package let nodes: [Node]
  package let edges: [Edge]
  /// What there is to say about the graph; what there was to say while reading is not repeated.
  package let diagnostics: [Diagnostic]

  init(nodes: [Node], edges: [Edge], diagnostics: [Diagnostic]) {
    self.nodes = nodes
    self.edges = edges
    self.diagnostics = diagnostics
  }

  /// Links resources to a graph, by our own rules and those that a user wrote, and joins what was drawn by hand.
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
