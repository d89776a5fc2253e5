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
      case .dot: Documents(text(by: DOTWriter()))
      case .rendered(let format): try rendered(format)
      }
    documents.remarks = drawing.remarks.map { Diagnostic(.note, $0) } + documents.remarks
    return documents
  }

  private var text: String { MermaidSequenceWriter().text(of: drawing.diagram) }

  private func text(by writer: DOTWriter) -> String {
    var text = ""
    writer.write(drawing.diagram, to: &text)
    return text
  }

  private func rendered(_ format: PictureFormat) throws(RenderError) -> Documents {
    let page = try renderer.page(of: drawing.diagram, text(by: renderer.writer(for: format)), format)
    var documents = Documents(page.bytes)
    documents.remarks = page.remarks
    return documents
  }

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
