import PodmapDiagrams
import PodmapGraphviz
import PodmapManifests

/// One picture of whatever sort, in every format.
enum Drawing: Sendable {
  case flow(FlowDrawing)
  case sequence(SequenceDrawing)

  var title: String {
    switch self {
    case .flow(let drawing): drawing.diagram.title
    case .sequence(let drawing): drawing.diagram.title
    }
  }

  var isEmpty: Bool {
    switch self {
    case .flow(let drawing): drawing.diagram.cards.isEmpty
    case .sequence(let drawing): drawing.diagram.participants.isEmpty
    }
  }

  func documents(_ format: OutputFormat.Picture, _ renderer: Renderer) throws(RenderError) -> Documents {
    switch self {
    case .flow(let drawing): try FlowPictures(drawing.diagram, renderer).document(format)
    case .sequence(let drawing): try SequencePictures(drawing, renderer).document(format)
    }
  }
}
