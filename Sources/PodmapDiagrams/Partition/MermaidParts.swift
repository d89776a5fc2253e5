/// A diagram as Mermaid that GitHub draws: one text, or an overview and parts.
package enum MermaidParts: Sendable {
  case whole(title: String, text: String)
  case cut(Partition)

  package init(_ diagram: FlowDiagram) { self.init(PagesOnDemand(diagram)) }

  package init(_ source: PagesOnDemand) {
    let diagram = source.diagram
    if let condensing = diagram.condensing, let pages = source.pages {
      self.init(diagram, condensing, pages)
    } else if let text = Partition.Format.mermaid.whole(diagram) {
      self = .whole(title: diagram.title, text: text)
    } else {
      self = .cut(Partition(diagram, for: .mermaid))
    }
  }

  private init(_ diagram: FlowDiagram, _ condensing: CondensingOptions, _ pages: CondensedPages) {
    if case .one(let fitted) = pages {
      let text = CondensedMermaidWriter().text(of: fitted.condensed)
      if MermaidFlowchartWriter.fits(text) {
        self = .whole(title: fitted.condensed.title, text: text)
        return
      }
    }
    self = .cut(Partition(mermaid: diagram, condensing, pages))
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
