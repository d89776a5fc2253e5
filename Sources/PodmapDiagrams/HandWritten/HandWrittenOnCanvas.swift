import PodmapManifests
import PodmapTopology

extension Canvas {
  /// What was written by hand, wherever something that it is joined to is drawn; what stands free, always.
  mutating func drawHandWritten() {
    let positions = topology.nodes.indices.filter { topology.nodes[$0].drawnByHand != nil }
    let shown = topology.pieces(of: positions).filter { piece in
      piece.objects.isEmpty || piece.objects.contains { shownElement(of: $0) != nil }
    }
    add(shown.flatMap(\.nodes).sorted().map { ($0, frame(around: $0)) })
    for edge in topology.edges where edge.kind == .connects {
      guard let from = shownElement(of: edge.from), let to = shownElement(of: edge.to) else { continue }
      link(from, to, .connects, isDashed: edge.line == .dashed, label: edge.label)
    }
  }

  /// The innermost frame around a node.
  private mutating func frame(around position: Int) -> Int? {
    var inner: Int?
    for frame in topology.nodes[position].drawnByHand?.frames ?? [] {
      inner = group(
        frame.id.text, in: inner, style: FlowDiagram.Group.Style(frame.kind), kind: "", name: frame.label)
    }
    return inner
  }

  /// The element of a node; of a part that has none in this view (a volume of one container) that of its object.
  private func shownElement(of position: Int) -> ElementID? {
    element(of: position) ?? element(of: topology.owner(of: position))
  }
}
