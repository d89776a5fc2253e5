extension Partition {
  /// The pages of a condensed diagram, each written as text.
  init(
    _ overview: CondensedPages.Page, _ pages: [CondensedPages.Page], of diagram: FlowDiagram,
    write: (CondensedPages.Page) -> String, fits: (String) -> Bool = { _ in true }
  ) {
    func part(_ page: CondensedPages.Page) -> Part {
      Part(name: page.name, diagram: diagram.shell(for: page.condensed), text: write(page))
    }
    let parts = pages.map(part)
    self.init(overview: part(overview), parts: parts, fits: parts.allSatisfy { fits($0.text) })
  }
}

extension Partition {
  /// The pages of a diagram as Mermaid, divided if they aren't already.
  init(mermaid diagram: FlowDiagram, _ condensing: CondensingOptions, _ pages: CondensedPages) {
    switch pages {
    case .several(let overview, let parts):
      self.init(
        overview, parts, of: diagram, write: { CondensedMermaidWriter().text(of: $0.condensed) },
        fits: { MermaidFlowchartWriter.fits($0) })
    case .one(let fitted):
      let divided = CondensedPages(diagram, condensing, divides: true)
      guard case .several = divided else {
        // What can't be divided is one part.
        let page = CondensedPages.Page(
          name: "all", subject: diagram.title, condensed: fitted.condensed, placed: fitted.placed)
        self.init(
          page, [page], of: diagram, write: { CondensedMermaidWriter().text(of: $0.condensed) },
          fits: { MermaidFlowchartWriter.fits($0) })
        return
      }
      self.init(mermaid: diagram, condensing, divided)
    }
  }
}

extension FlowDiagram {
  /// What renderers need to know of a condensed diagram: its title, its summary and its icons.
  func shell(for condensed: CondensedDiagram) -> FlowDiagram {
    var shell = FlowDiagram(
      title: condensed.title, summary: condensed.summary,
      cards: condensed.cards.map { card in
        Card(
          id: card.id, style: card.style, icon: card.icon, presence: card.presence, kind: card.heading, name: card.name,
          mark: card.mark)
      })
    shell.condensing = condensing
    return shell
  }
}
