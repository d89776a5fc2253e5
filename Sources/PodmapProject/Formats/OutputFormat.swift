package import PodmapGraphviz
package import PodmapManifests

/// A format that results are written in. Each is a value in `all`, with everything that Podmap knows about it.
package struct OutputFormat: Sendable {
  /// The user's word for it, as in `--format`.
  package let name: String
  /// The extensions of its files, without a dot.
  package let extensions: [String]
  /// How a flow diagram is written in it; `nil` if it has no flow diagrams.
  package let flow: FlowForm?
  /// How a sequence diagram is written in it; `nil` if it has no sequence diagrams.
  package let sequence: SequenceForm?
  /// How the report of a comparison is written in it; a format without one shows the comparison as a picture.
  package let report: ReportForm?
  /// How the graph itself is written in it.
  package let graph: GraphForm?
  /// The language of a document from a template.
  package let document: MarkupLanguage?
  /// Whether a page can show its files as images.
  package let isImage: Bool
  /// The limits that its files stay within.
  package let limits: [Limit]
  /// What its files are useful for, in one sentence.
  package let help: String

  package init(
    _ name: String, extensions: [String], flow: FlowForm? = nil, sequence: SequenceForm? = nil,
    report: ReportForm? = nil, graph: GraphForm? = nil, document: MarkupLanguage? = nil, isImage: Bool = false,
    limits: [Limit] = [], help: String
  ) {
    self.name = name
    self.extensions = extensions
    self.flow = flow
    self.sequence = sequence
    self.report = report
    self.graph = graph
    self.document = document
    self.isImage = isImage
    self.limits = limits
    self.help = help
  }

  package enum FlowForm: Sendable, Equatable {
    case mermaid, markdown, dot
    case rendered(PictureFormat)
  }

  package enum SequenceForm: Sendable, Equatable {
    case mermaid, markdown, dot
    case rendered(PictureFormat)
  }

  package enum ReportForm: Sendable {
    case table, markdown, json
  }

  package enum GraphForm: Sendable {
    case table, json, sarif
  }

  /// Whether a terminal can show it.
  package var isText: Bool { rendered.map { $0 == .svg } ?? true }

  /// What Graphviz renders of it.
  package var rendered: PictureFormat? {
    if case .rendered(let format)? = flow { return format }
    if case .rendered(let format)? = sequence { return format }
    return nil
  }
}

extension OutputFormat {
  /// Every format, in the order in which help lists them.
  package static let all: [OutputFormat] = [.table, .mermaid, .md, .dot, .svg, .png, .pdf, .webp, .json, .sarif, .html]

  package static let table = OutputFormat(
    "table", extensions: ["txt"], report: .table, graph: .table, help: "columns for a terminal")
  package static let mermaid = OutputFormat(
    "mermaid", extensions: ["mmd", "mermaid"], flow: .mermaid, sequence: .mermaid,
    limits: [.mermaidCharacters, .mermaidEdges],
    help: "text that GitHub and GitLab draw; a large diagram becomes an overview and parts")
  package static let md = OutputFormat(
    "md", extensions: ["md", "markdown"], flow: .markdown, sequence: .markdown, report: .markdown, document: .markdown,
    limits: [.mermaidCharacters, .mermaidEdges, .commentCharacters], help: "a Markdown page with Mermaid in it")
  package static let dot = OutputFormat(
    "dot", extensions: ["dot", "gv"], flow: .dot, sequence: .dot, limits: graphviz, help: "what Graphviz lays out")
  package static let svg = OutputFormat(
    "svg", extensions: ["svg"], flow: .rendered(.svg), sequence: .rendered(.svg), isImage: true, limits: graphviz,
    help: "a picture that stays sharp, the same on every machine with the same Graphviz")
  package static let png = OutputFormat(
    "png", extensions: ["png"], flow: .rendered(.png), sequence: .rendered(.png), isImage: true,
    limits: graphviz + [.picturePixels, .pngSide], help: "a picture of pixels")
  package static let pdf = OutputFormat(
    "pdf", extensions: ["pdf"], flow: .rendered(.pdf), sequence: .rendered(.pdf), limits: graphviz,
    help: "a page to print")
  package static let webp = OutputFormat(
    "webp", extensions: ["webp"], flow: .rendered(.webp), sequence: .rendered(.webp), isImage: true,
    limits: graphviz + [.picturePixels, .webpSide], help: "a small picture of pixels")
  package static let json = OutputFormat(
    "json", extensions: ["json"], report: .json, graph: .json, help: "the graph or the report, for other programs")
  package static let sarif = OutputFormat(
    "sarif", extensions: ["sarif"], graph: .sarif, help: "the messages, for code scanning")
  package static let html = OutputFormat(
    "html", extensions: ["html", "htm"], document: .html, help: "a web page from a template")

  private static let graphviz: [Limit] = [.graphvizCharacters, .graphvizEdges, .dotSize]
}

extension OutputFormat: Hashable {
  package static func == (left: OutputFormat, right: OutputFormat) -> Bool { left.name == right.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
