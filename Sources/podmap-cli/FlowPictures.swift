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
    var standardOutput: String
    var remarks: [Diagnostic] = []
  }

  private let drawing: FlowDrawing
  private let diagnostics: [Diagnostic]

  init(_ drawing: FlowDrawing, diagnostics: [Diagnostic]) {
    self.drawing = drawing
    self.diagnostics = diagnostics
  }

  func documents(_ format: OutputFormat) -> Documents {
    switch format {
    case .mermaid: mermaid()
    case .md: markdown()
    case .dot: dot()
    case .json: json()
    }
  }

  private func mermaid() -> Documents {
    let whole = Self.text(drawing.diagram)
    guard !MermaidFlowchartWriter.fits(whole) else {
      return Documents(main: whole, standardOutput: whole)
    }
    let partition = partition()
    let overview = Self.text(partition.overview)
    let parts = concurrentMap(partition.parts) { ($0.name, Self.text($0.diagram)) }
    return Documents(
      main: overview, parts: parts.map { (name: $0.0, text: $0.1) },
      standardOutput: MarkdownDocument(partition).text, remarks: Self.remarks(partition))
  }

  private func markdown() -> Documents {
    let whole = Self.text(drawing.diagram)
    guard !MermaidFlowchartWriter.fits(whole) else {
      let text = MarkdownDocument(drawing.diagram).text
      return Documents(main: text, standardOutput: text)
    }
    let partition = partition()
    let text = MarkdownDocument(partition).text
    return Documents(main: text, standardOutput: text, remarks: Self.remarks(partition))
  }

  private func dot() -> Documents {
    var text = ""
    DOTWriter().write(drawing.diagram, to: &text)
    return Documents(main: text, standardOutput: text)
  }

  private func json() -> Documents {
    var text = ""
    TopologyJSONWriter().write(drawing.topology, diagnostics: diagnostics, to: &text)
    return Documents(main: text, standardOutput: text)
  }

  private func partition() -> Partition {
    Partition(drawing.diagram, limits: .mermaid) { MermaidFlowchartWriter.fits(Self.text($0)) }
  }

  private static func text(_ diagram: FlowDiagram) -> String {
    var text = ""
    MermaidFlowchartWriter().write(diagram, to: &text)
    return text
  }

  private static func remarks(_ partition: Partition) -> [Diagnostic] {
    [.parts(partition.parts.count)] + (partition.fits ? [] : [.tooLarge])
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
