import PodmapDiagrams
import PodmapGraphviz
import PodmapManifests
import PodmapTopology

/// A flow diagram in every format, cut into parts where a format needs it.
struct FlowPictures {
  /// What is written for one format.
  struct Documents {
    /// The only diagram, or the overview; nothing where there are several without one.
    var main: [UInt8]?
    var parts: [(name: String, bytes: [UInt8])] = []
    /// What goes to standard output, which is one stream.
    var standardOutput: () -> [UInt8]
    var remarks: [Diagnostic] = []
    /// What there is to say where it goes to standard output, or to files.
    var remarksOnStandardOutput: [Diagnostic] = []
    var remarksOnFiles: [Diagnostic] = []

    /// Everything there is to say where it goes to a file, or to standard output for `-`.
    func remarks(for file: String) -> [Diagnostic] {
      remarks + (file == "-" ? remarksOnStandardOutput : remarksOnFiles)
    }

    init(_ bytes: [UInt8]) {
      main = bytes
      standardOutput = { bytes }
    }

    init(_ text: String) {
      self.init(Array(text.utf8))
    }
  }

  private let drawing: FlowDrawing

  init(_ drawing: FlowDrawing) {
    self.drawing = drawing
  }

  func documents(_ format: OutputFormat.Picture) throws(RenderError) -> Documents {
    switch format {
    case .mermaid: mermaid(asMarkdown: false)
    case .md: mermaid(asMarkdown: true)
    case .dot: Documents(dot)
    case .rendered(let format): try rendered(format)
    }
  }

  private var dot: String {
    var text = ""
    DOTWriter().write(drawing.diagram, to: &text)
    return text
  }

  private func rendered(_ format: PictureFormat) throws(RenderError) -> Documents {
    let bytes: [UInt8]
    do throws(RenderError) {
      let worker = RenderWorker(executable: ThisProgram.path, arguments: [RenderWorkerCommand.name])
      bytes = try worker.render(dot, as: format)
    } catch {
      throw RenderError("'\(drawing.diagram.title.shortened())' can't be drawn: \(error.message)")
    }
    guard format == .svg else { return Documents(bytes) }
    return Documents(SVGDocument(bytes, title: drawing.diagram.title, description: drawing.diagram.summary).bytes)
  }

  private func mermaid(asMarkdown: Bool) -> Documents {
    if let whole = Partition.Format.mermaid.whole(drawing.diagram) {
      return Documents(asMarkdown ? MarkdownDocument(title: drawing.diagram.title, mermaid: whole).text : whole)
    }
    let partition = Partition(drawing.diagram, for: .mermaid)
    var documents = Documents(asMarkdown ? MarkdownDocument(partition).text : partition.overview.text)
    if !asMarkdown {
      documents.parts = partition.parts.map { ($0.name, Array($0.text.utf8)) }
      documents.standardOutput = { Array(MarkdownDocument(partition).text.utf8) }
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
