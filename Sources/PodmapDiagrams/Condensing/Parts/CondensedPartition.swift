extension Partition {
  /// The pages of a condensed diagram, each written as text.
  init(_ overview: CondensedPages.Page, _ pages: [CondensedPages.Page], of diagram: FlowDiagram, write: (CondensedPages.Page) -> String, fits: (String) -> Bool = { _ in true }) {
    func part(_ page: CondensedPages.Page) -> Part {
      Part(name: page.name, diagram: diagram.shell(for: page.condensed), text: write(page))
    }
    let parts = pages.map(part)
    self.init(overview: part(overview), parts: parts, fits: parts.allSatisfy { fits($0.text) })
  }
}

extension FlowDiagram {
  /// What renderers need to know of a condensed diagram: its title, its summary and its icons.
  func shell(for condensed: CondensedDiagram) -> FlowDiagram {
    FlowDiagram(
      title: condensed.title, summary: condensed.summary,
      cards: condensed.cards.map { card in
        Card(id: card.id, style: card.style, icon: card.icon, presence: card.presence, kind: card.heading, name: card.name, mark: card.mark)
      })
  }
}
