import PodmapManifests
import PodmapTopology

extension FlowView {
  /// Every object and every line. A Namespace is the frame around what is in it, and a box only if nothing is.
  package static let everything = FlowView(name: "everything", help: "every object and every line") {
    $0.chooseEverything()
  }
}

extension ChosenObjects {
  fileprivate mutating func chooseEverything() {
    let used = Set(topology.nodes.filter { $0.kind != .namespace }.compactMap(\.namespace))
    for position in topology.nodes.indices {
      let node = topology.nodes[position]
      guard node.parent == nil, node.drawnByHand == nil else { continue }
      if node.kind == .namespace && used.contains(node.name) { continue }
      addInNamespace(position)
    }
    let routed = topology.routedPairs
    addEdges { edge in edge.kind != .selects || !routed.contains([edge.from, edge.to]) }
  }
}

extension Topology {
  /// Pairs of a Service and a pod that a line to a port joins already.
  var routedPairs: Set<[Int]> {
    Set(edges.filter { $0.kind == .routes }.map { [$0.from, owner(of: $0.to)] })
  }
}
