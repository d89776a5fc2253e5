package import PodmapGraphviz

/// A format that results are written in. Each is a value in `all`, with everything that Podmap knows about it.
package struct OutputFormat: Sendable {
  /// The user's word for it, as in `--format`.
  package let name: String
  /// The extensions of its files, without a dot.
  package let extensions: [String]
  /// How a diagram is written in it.
  package let diagram: DiagramForm?
  /// How the report of a comparison is written in it; a format without one shows the comparison as a picture.
  package let report: ReportForm?
  /// How the graph itself is written in it.
  package let graph: GraphForm?
  /// The language of a document from a template.
  package let document: MarkupLanguage?
  /// Whether a page can show its files as images.
  package let isImage: Bool
  /// What its files are good for, in one sentence.
  package let help: String

  private init(
    _ name: String, extensions: [String], diagram: DiagramForm? = nil, report: ReportForm? = nil,
    graph: GraphForm? = nil, document: MarkupLanguage? = nil, isImage: Bool = false, help: String
  ) {
    self.name = name
    self.extensions = extensions
    self.diagram = diagram
    self.report = report
    self.graph = graph
    self.document = document
    self.isImage = isImage
    self.help = help
  }

  package enum DiagramForm: Sendable {
    case mermaid, markdown, dot
    case rendered(PictureFormat)
  }

  package enum ReportForm: Sendable {
    case table, markdown, json
  }

  package enum GraphForm: Sendable {
    case table, json
  }

  /// What Graphviz renders of it.
  package var rendered: PictureFormat? {
    if case .rendered(let format)? = diagram { format } else { nil }
  }
}

extension OutputFormat {
  /// Every format, in the order in which help lists them.
  package static let all: [OutputFormat] = [.table, .mermaid, .md, .dot, .svg, .png, .pdf, .webp, .json, .html]

  package static let table = OutputFormat(
    "table", extensions: ["txt"], report: .table, graph: .table, help: "columns for a terminal")
  package static let mermaid = OutputFormat(
    "mermaid", extensions: ["mmd", "mermaid"], diagram: .mermaid,
    help: "text that GitHub and GitLab draw; a large diagram becomes an overview and parts")
  package static let md = OutputFormat(
    "md", extensions: ["md", "markdown"], diagram: .markdown, report: .markdown, document: .markdown,
    help: "a Markdown page with Mermaid in it")
  package static let dot = OutputFormat(
    "dot", extensions: ["dot", "gv"], diagram: .dot, help: "what Graphviz lays out")
  package static let svg = OutputFormat(
    "svg", extensions: ["svg"], diagram: .rendered(.svg), isImage: true,
    help: "a picture that stays sharp, the same on every machine with the same Graphviz")
  package static let png = OutputFormat(
    "png", extensions: ["png"], diagram: .rendered(.png), isImage: true, help: "a picture of pixels")
  package static let pdf = OutputFormat(
    "pdf", extensions: ["pdf"], diagram: .rendered(.pdf), help: "a page to print")
  package static let webp = OutputFormat(
    "webp", extensions: ["webp"], diagram: .rendered(.webp), isImage: true, help: "a small picture of pixels")
  package static let json = OutputFormat(
    "json", extensions: ["json"], report: .json, graph: .json, help: "the graph or the report, for other programs")
  package static let html = OutputFormat(
    "html", extensions: ["html", "htm"], document: .html, help: "a web page from a template")
}

extension OutputFormat: Hashable {
  package static func == (left: OutputFormat, right: OutputFormat) -> Bool { left.name == right.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
