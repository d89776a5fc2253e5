import PodmapTopology

extension FlowView {
  /// The inside of every pod: its network namespace, its volumes and who mounts them, the order in which its containers
  /// start, and what each container has of its own.
  package static let pod = FlowView(
    name: "pod", help: "the inside of each pod: network, volumes, start order, limits"
  ) { $0.choosePods() }
}

extension ChosenObjects {
  fileprivate mutating func choosePods() {
    form = .expanded
    isDetailed = true
    for position in topology.nodes.indices where topology.nodes[position].workload != nil { add(position) }
  }
}
