import PodmapTopology

extension Canvas {
  /// The inside of every pod: its network namespace, its volumes and who mounts them, the order in which its
  /// containers start, and what each container has for itself.
  mutating func drawPods() {
    for (position, node) in topology.nodes.enumerated() where node.workload != nil {
      add(position, in: nil, form: .expanded, isDetailed: true)
    }
  }
}
