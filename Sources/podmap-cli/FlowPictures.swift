import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// A flow diagram in every format, cut into parts where a format needs it.
struct FlowPictures {
  /// What is written for one format.
  struct Documents {
    /// The only diagram, or the overview.
    var main: String
    var parts: [(name: String, text: String)] = []
    /// What goes to standard output, which is one stream.
    var standardOutput: () -> String
    var remarks: [Diagnostic] = []

    init(_ text: String) {
      main = text
      standardOutput = { text }
    }
  }

  private let drawing: FlowDrawing

  init(_ drawing: FlowDrawing) {
    self.drawing = drawing
  }

  func documents(_ format: OutputFormat.Picture) -> Documents {
    switch format {
    case .mermaid: mermaid(asMarkdown: false)
    case .md: mermaid(asMarkdown: true)
    case .dot: dot()
    }
  }

  private func dot() -> Documents {
    var text = ""
    DOTWriter().write(drawing.diagram, to: &text)
    return Documents(text)
  }

  private func mermaid(asMarkdown: Bool) -> Documents {
    if let whole = Partition.Format.mermaid.whole(drawing.diagram) {
      return Documents(asMarkdown ? MarkdownDocument(title: drawing.diagram.title, mermaid: whole).text : whole)
    }
    let partition = Partition(drawing.diagram, for: .mermaid)
    var documents = Documents(asMarkdown ? MarkdownDocument(partition).text : partition.overview.text)
    if !asMarkdown {
      documents.parts = partition.parts.map { ($0.name, $0.text) }
      documents.standardOutput = { MarkdownDocument(partition).text }
    }
    documents.remarks = [.parts(partition.parts.count)] + (partition.fits ? [] : [.tooLarge])
    return documents
  }

}

extension Diagnostic {
  fileprivate static func parts(_ count: Int) -> Diagnostic {
    Diagnostic(
      .note,
      "the diagram is larger than GitHub draws (50,000 characters, 500 edges): an overview and \(count) parts were made; "
        + "-n, -l or --focus choose a smaller one")
  }

  fileprivate static let tooLarge = Diagnostic(
    .warning, "a part is still larger than GitHub draws; choose a smaller one with --focus or --exclude")
}
