/// A diagram as Mermaid that GitHub draws: one text, or an overview and parts.
package enum MermaidParts: Sendable {
  case whole(title: String, text: String)
  case cut(Partition)

  package init(_ diagram: FlowDiagram) {
    if let text = Partition.Format.mermaid.whole(diagram) {
      self = .whole(title: diagram.title, text: text)
    } else {
      self = .cut(Partition(diagram, for: .mermaid))
    }
  }

  /// The only diagram, or the overview.
  package var main: String {
    switch self {
    case .whole(_, let text): text
    case .cut(let partition): partition.overview.text
    }
  }

  /// All diagrams in one Markdown document.
  package var markdown: String {
    switch self {
    case .whole(let title, let text): MarkdownDocument(title: title, mermaid: text).text
    case .cut(let partition): MarkdownDocument(partition).text
    }
  }
}
