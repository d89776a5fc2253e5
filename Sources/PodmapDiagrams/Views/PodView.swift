import PodmapTopology

extension Canvas {
  /// The inside of every pod: its network namespace, its volumes and who mounts them, the order in which its
  /// containers start, and what each container has for itself.
  mutating func drawPods() {
    let pods = topology.nodes.indices.filter { topology.nodes[$0].workload != nil }
    add(pods.map { ($0, nil) }, form: .expanded, isDetailed: true)
  }
}
