import PodmapDiagrams
import PodmapGraphviz
import PodmapManifests

/// A sequence diagram in every format.
struct SequencePictures: Sendable {
  private let drawing: SequenceDrawing
  private let renderer: Renderer

  init(_ drawing: SequenceDrawing, _ renderer: Renderer) {
    self.drawing = drawing
    self.renderer = renderer
  }

  func document(_ format: OutputFormat.Picture) throws(RenderError) -> Documents {
    var documents =
      switch format {
      case .mermaid: mermaid
      case .md: Documents(MarkdownDocument(title: drawing.diagram.title, mermaid: text).text)
      case .dot: Documents("")
      case .rendered: Documents("")
      }
    documents.remarks = drawing.remarks.map { Diagnostic(.note, $0) } + documents.remarks
    return documents
  }

  private var text: String { MermaidSequenceWriter().text(of: drawing.diagram) }

  private var mermaid: Documents {
    let text = text
    var documents = Documents(text)
    if !MermaidSequenceWriter.fits(text) { documents.remarks.append(.tooLong(drawing.diagram.title)) }
    return documents
  }
}

extension Diagnostic {
  fileprivate static func tooLong(_ title: String) -> Diagnostic {
    Diagnostic(
      .warning,
      "'\(title.shortened())' is larger than GitHub draws (50,000 characters); choose a smaller one with --focus or --phase"
    )
  }
}
