import PodmapManifests
import PodmapTopology

extension FlowView {
  /// Cluster → nodes → pods → containers: each pod is on the node that its manifest names, or in a frame for the
  /// nodes that it may be placed on. No node is invented.
  package static let architecture = FlowView(
    name: "architecture", help: "where things run: cluster, nodes, pods, containers"
  ) { $0.chooseArchitecture() }
}

extension ChosenObjects {
  fileprivate mutating func chooseArchitecture() {
    let pods = topology.nodes.indices.filter { topology.nodes[$0].workload != nil }
    let machines = topology.nodes.indices.filter { topology.nodes[$0].kind == .node }
    guard !pods.isEmpty || !machines.isEmpty else { return }
    let cluster = frame("Cluster", style: .cluster, kind: "Kubernetes cluster", name: "")
    let hosting = Dictionary(
      topology.edges.filter { $0.kind == .runsOn }.map { (topology.owner(of: $0.from), [$0.to]) }, uniquingKeysWith: +)
    let busy = Set(hosting.values.joined())
    for position in machines where !busy.contains(position) {
      // A machine that no manifest places a pod on.
      add(position, in: cluster)
    }
    for position in pods {
      let node = topology.nodes[position]
      let frame: Int
      if let hosts = hosting[position] {
        // Pods of one workload that were found on several nodes share a frame for these nodes.
        let names = hosts.map { topology.nodes[$0].name }
        frame = self.frame(
          "Node/\(names.joined(separator: ","))", in: cluster, style: .node, kind: names.count == 1 ? "node" : "nodes",
          name: names.joined(separator: ", "))
      } else {
        frame = placementFrame(of: node, in: cluster)
      }
      add(position, in: namespaceFrame(of: node, in: frame))
    }
  }

  private mutating func placementFrame(of node: Node, in cluster: Int) -> Int {
    let placement = node.workload?.templates.first?.placement ?? .anyNode
    switch placement {
    case .node(let name):
      return frame("Node/\(name)", in: cluster, style: .node, kind: "node", name: name)
    case .nodes(let condition):
      return frame("nodes/\(condition)", in: cluster, style: .node, kind: "nodes with", name: condition)
    case .anyNode:
      if node.workload?.scale == .onePerNode {
        return frame("every node", in: cluster, style: .node, kind: "every node", name: "")
      }
      return frame("any node", in: cluster, style: .node, kind: "any node", name: "")
    }
  }

  /// A frame for the namespace inside the node's, if the input has pods in several namespaces.
  private mutating func namespaceFrame(of node: Node, in frame: Int) -> Int {
    guard let namespace = node.namespace, hasSeveralNamespaces else { return frame }
    return self.frame(
      "group/\(frames[frame].identity)/Namespace/\(namespace)", in: frame, style: .namespace, kind: "namespace",
      name: namespace)
  }

  private var hasSeveralNamespaces: Bool {
    var first: String?
    for node in topology.nodes where node.workload != nil {
      if let first, node.namespace != first { return true }
      first = node.namespace
    }
    return false
  }
}
