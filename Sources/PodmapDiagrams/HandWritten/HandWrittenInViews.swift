import PodmapManifests
import PodmapTopology

extension ChosenObjects {
  /// Adds hand-written elements that are joined to something the view shows, and those joined to nothing.
  mutating func addHandWritten() {
    let positions = topology.nodes.indices.filter { topology.nodes[$0].drawnByHand != nil }
    let pieces = topology.pieces(of: positions).filter { piece in
      piece.objects.isEmpty || piece.objects.contains(where: shows)
    }
    for node in pieces.flatMap(\.nodes).sorted() { add(node, in: innermostFrame(around: node)) }
    for (position, edge) in topology.edges.enumerated() where edge.kind == .connects {
      if shows(edge.from), shows(edge.to) { addHandWrittenEdge(position) }
    }
  }

  private mutating func innermostFrame(around node: Int) -> Int? {
    var inner: Int?
    for frame in topology.nodes[node].drawnByHand?.frames ?? [] {
      inner = self.frame(
        frame.id.text, in: inner, style: FlowDiagram.Group.Style(frame.kind), kind: "", name: frame.label)
    }
    return inner
  }
}
