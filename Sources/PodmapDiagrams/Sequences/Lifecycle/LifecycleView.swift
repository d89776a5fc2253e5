import PodmapTopology

struct LifecycleView {
  let drawings: [SequenceDrawing]

  init(_ topology: Topology, _ options: SequenceOptions) {
    drawings = []
  }
}
