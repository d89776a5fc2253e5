import PodmapManifests
import PodmapTopology

extension Canvas {
  /// Cluster → nodes → pods → containers: each pod stands on the node that its manifest names, or on a box
  /// for those that it may be placed on. No node is invented.
  mutating func drawArchitecture() {
    let pods = topology.nodes.indices.filter { topology.nodes[$0].workload != nil }
    let machines = topology.nodes.indices.filter { topology.nodes[$0].kind == .node }
    guard !pods.isEmpty || !machines.isEmpty else { return }
    let cluster = group("Cluster", style: .cluster, kind: "Kubernetes cluster", name: "")
    let hosting = Dictionary(
      topology.edges.filter { $0.kind == .runsOn }.map { (topology.owner(of: $0.from), [$0.to]) }, uniquingKeysWith: +)
    let busy = Set(hosting.values.joined())
    for position in machines where !busy.contains(position) {
      // A machine that no manifest places a pod on.
      add([(position, cluster)])
    }
    var items: [(position: Int, group: Int?)] = []
    for position in pods {
      let node = topology.nodes[position]
      let frame: Int
      if let hosts = hosting[position] {
        // Pods of one workload that were found on several nodes stand in a frame for these.
        let names = hosts.map { topology.nodes[$0].name }
        frame = group(
          "Node/\(names.joined(separator: ","))", in: cluster, style: .node, kind: names.count == 1 ? "node" : "nodes",
          name: names.joined(separator: ", "))
      } else {
        frame = placementGroup(node, in: cluster)
      }
      items.append((position, namespaceGroup(of: node, in: frame)))
    }
    add(items)
  }

  private mutating func placementGroup(_ node: Node, in cluster: Int) -> Int {
    let placement = node.workload?.templates.first?.placement ?? .anyNode
    switch placement {
    case .node(let name):
      return group("Node/\(name)", in: cluster, style: .node, kind: "node", name: name)
    case .nodes(let condition):
      return group("nodes/\(condition)", in: cluster, style: .node, kind: "nodes with", name: condition)
    case .anyNode:
      if node.workload?.scale == .onePerNode {
        return group("every node", in: cluster, style: .node, kind: "every node", name: "")
      }
      return group("any node", in: cluster, style: .node, kind: "any node", name: "")
    }
  }

  /// A frame for the namespace inside the node's, where the input has several namespaces with pods.
  private mutating func namespaceGroup(of node: Node, in frame: Int) -> Int {
    guard let namespace = node.namespace, hasSeveralNamespaces else { return frame }
    return group(
      "\(groups[frame].id.text)/Namespace/\(namespace)", in: frame, style: .namespace, kind: "namespace",
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
