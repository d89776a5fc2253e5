import PodmapManifests
import PodmapTopology

extension Canvas {
  /// Pods with their containers, and the objects they use. What only concerns access and the cluster itself
  /// is left to the views that are about it.
  mutating func drawWorkloads() {
    var items: [(position: Int, group: Int?)] = []
    for (position, node) in topology.nodes.enumerated()
    where node.parent == nil && node.drawnByHand == nil && node.kind.isShown(in: .workloads) {
      items.append((position, namespaceGroup(node.namespace)))
    }
    add(items)
    let routed = topology.routedPairs
    link { edge in
      // Whom policies let through, the view of the network shows.
      if edge.kind == .allows { return false }
      // A line to the port says what a line to the pod would.
      return edge.kind != .selects || !routed.contains([edge.from, edge.to])
    }
  }
}
