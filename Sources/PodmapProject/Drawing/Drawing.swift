package import PodmapDiagrams
internal import PodmapGraphviz

/// One diagram of either kind, to be written in any format.
package enum Drawing: Sendable {
  case flow(FlowView.Result)
  case sequence(SequenceView.Result)

  package var title: String {
    switch self {
    case .flow(let drawing): drawing.diagram.title
    case .sequence(let drawing): drawing.diagram.title
    }
  }

  /// What it shows, in a sentence.
  package var summary: String {
    switch self {
    case .flow(let drawing): drawing.diagram.summary
    case .sequence(let drawing): drawing.diagram.summary
    }
  }

  package var kind: DiagramKind {
    switch self {
    case .flow: .flow
    case .sequence: .sequence
    }
  }

  package var isEmpty: Bool {
    switch self {
    case .flow(let drawing): drawing.diagram.cards.isEmpty
    case .sequence(let drawing): drawing.diagram.participants.isEmpty
    }
  }

  /// `nil` if the format doesn't show diagrams of this kind.
  func written(_ format: OutputFormat, _ renderer: Renderer) throws(RenderError) -> WrittenDiagram? {
    switch self {
    case .flow(let drawing):
      guard let form = format.flow else { return nil }
      return try WrittenFlow(drawing.pages, renderer).written(form)
    case .sequence(let drawing):
      guard let form = format.sequence else { return nil }
      return try WrittenSequence(drawing, renderer).written(form)
    }
  }
}
