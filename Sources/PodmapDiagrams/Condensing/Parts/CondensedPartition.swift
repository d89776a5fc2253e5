import PodmapManifests

extension Partition {
  /// The pages of a condensed diagram, each written as text; the name of the overview's part is empty.
  init(
    _ overview: CondensedPages.Page, _ pages: [CondensedPages.Page], of diagram: FlowDiagram,
    write: @Sendable (CondensedPages.Page, _ part: String) -> (text: String, places: PicturePlaces?),
    fits: (String) -> Bool = { _ in true }
  ) {
    @Sendable func part(_ page: CondensedPages.Page, isOverview: Bool) -> Part {
      let (text, places) = write(page, isOverview ? "" : page.name)
      return Part(name: page.name, diagram: diagram.shell(for: page.condensed), text: text, places: places)
    }
    let parts = concurrentMap(pages) { part($0, isOverview: false) }
    self.init(overview: part(overview, isOverview: true), parts: parts, fits: parts.allSatisfy { fits($0.text) })
  }
}

extension Partition {
  /// The pages of a diagram as Mermaid, divided if they aren't already.
  init(mermaid diagram: FlowDiagram, _ condensing: CondensingOptions, _ pages: CondensedPages) {
    switch pages {
    case .several(let overview, let parts):
      self.init(
        overview, parts, of: diagram, write: { page, _ in (CondensedMermaidWriter().text(of: page.condensed), nil) },
        fits: { MermaidFlowchartWriter.fits($0) })
    case .one(let fitted):
      let divided = CondensedPages(diagram, condensing, divides: true)
      guard case .several = divided else {
        // What can't be divided is one part.
        let page = CondensedPages.Page(name: "all", subject: diagram.title, fitted: fitted)
        self.init(
          page, [page], of: diagram, write: { page, _ in (CondensedMermaidWriter().text(of: page.condensed), nil) },
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
