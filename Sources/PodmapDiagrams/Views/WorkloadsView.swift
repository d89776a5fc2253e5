import PodmapManifests
import PodmapTopology

extension FlowView {
  /// Pods with their containers, and the objects they use. What only concerns access and the cluster itself is left
  /// to the views about these.
  package static let workloads = FlowView(
    name: "workloads", help: "pods with their containers, and the Services, configuration and storage they use"
  ) { $0.chooseWorkloads() }
}

extension ChosenObjects {
  fileprivate mutating func chooseWorkloads() {
    for (position, node) in topology.nodes.enumerated()
    where node.parent == nil && node.drawnByHand == nil && node.kind.isShown(in: .workloads) {
      addInNamespace(position)
    }
    let routed = topology.routedPairs
    addEdges { edge in
      // The network view shows whom policies let through.
      if edge.kind == .allows { return false }
      // A line to the port says what a line to the pod would.
      return edge.kind != .selects || !routed.contains([edge.from, edge.to])
    }
  }
}
