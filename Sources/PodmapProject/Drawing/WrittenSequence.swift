internal import PodmapDiagrams
internal import PodmapGraphviz
internal import PodmapManifests

/// A sequence diagram in every format.
struct WrittenSequence: Sendable {
  private let drawing: SequenceView.Result
  private let renderer: Renderer

  init(_ drawing: SequenceView.Result, _ renderer: Renderer) {
    self.drawing = drawing
    self.renderer = renderer
  }

  func written(_ form: OutputFormat.SequenceForm) throws(RenderError) -> WrittenDiagram {
    var written =
      switch form {
      case .mermaid: mermaid
      case .markdown: WrittenDiagram(MarkdownDocument(title: drawing.diagram.title, mermaid: text).text)
      case .dot: WrittenDiagram(text(by: DOTWriter()))
      case .rendered(let format): try rendered(format)
      }
    written.remarks = drawing.remarks.map { Diagnostic(.note, $0) } + written.remarks
    return written
  }

  private var text: String { MermaidSequenceWriter().text(of: drawing.diagram) }

  private func text(by writer: DOTWriter) -> String {
    var text = ""
    writer.write(drawing.diagram, to: &text)
    return text
  }

  private func rendered(_ format: PictureFormat) throws(RenderError) -> WrittenDiagram {
    let page = try renderer.page(of: drawing.diagram, text(by: renderer.writer(for: format)), format)
    var written = WrittenDiagram(page.bytes)
    written.remarks = page.remarks
    return written
  }

  private var mermaid: WrittenDiagram {
    let text = text
    var written = WrittenDiagram(text)
    if !MermaidSequenceWriter.fits(text) { written.remarks.append(.tooLong(drawing.diagram.title)) }
    return written
  }
}

extension Diagnostic {
  fileprivate static func tooLong(_ title: String) -> Diagnostic {
    Diagnostic(
      .warning,
      "'\(title.shortened())' is too large for GitHub (\(Limit.mermaidCharacters.text)); "
        + "draw a smaller part with --focus or --phase"
    )
  }
}
