import PodmapTopology

struct TrafficView {
  let drawings: [SequenceDrawing]

  init(_ topology: Topology, _ options: SequenceOptions) {
    drawings = []
  }
}
