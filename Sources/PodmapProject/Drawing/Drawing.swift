package import PodmapDiagrams
internal import PodmapGraphviz

/// One diagram of either kind, to be written in any format.
package enum Drawing: Sendable {
  case flow(FlowDrawing)
  case sequence(SequenceDrawing)

  package var title: String {
    switch self {
    case .flow(let drawing): drawing.diagram.title
    case .sequence(let drawing): drawing.diagram.title
    }
  }

  package var isEmpty: Bool {
    switch self {
    case .flow(let drawing): drawing.diagram.cards.isEmpty
    case .sequence(let drawing): drawing.diagram.participants.isEmpty
    }
  }

  func written(_ format: OutputFormat.DiagramForm, _ renderer: Renderer) throws(RenderError) -> WrittenDiagram {
    switch self {
    case .flow(let drawing): try WrittenFlow(drawing.diagram, renderer).written(format)
    case .sequence(let drawing): try WrittenSequence(drawing, renderer).written(format)
    }
  }
}
