import PodmapTopology

/// A part of a diagram as a diagram of its own, in which lines to other parts are texts.
struct PartDiagram {
  let diagram: FlowDiagram
}

extension PartDiagram {
  /// Only the cards, and the lines between them.
  init(_ whole: FlowDiagram, _ links: CardLinks, _ cards: [Int]) {
    self.init(whole, links, cards, title: whole.title, homes: [:])
  }

  /// `homes` is the name of the part of each card of the whole.
  init(_ whole: FlowDiagram, _ links: CardLinks, _ cards: [Int], title: String, homes: [Int: String]) {
    var part = whole
    part.title = title
    let members = Set(cards)
    var references: [Int: [FlowDiagram.Card.Reference]] = [:]
    part.links = []
    for ends in links.links(of: cards) {
      let (link, from, to) = (whole.links[ends.position], ends.from, ends.to)
      switch (members.contains(from), members.contains(to)) {
      case (true, true): part.links.append(link)
      case (true, false):
        references[from, default: []].append(
          FlowDiagram.Card.Reference(link, to: whole.cards[to], part: homes[to] ?? "", isOut: true))
      case (false, true):
        references[to, default: []].append(
          FlowDiagram.Card.Reference(link, to: whole.cards[from], part: homes[from] ?? "", isOut: false))
      case (false, false): continue
      }
    }
    part.cards = cards.map { position in
      var card = whole.cards[position]
      if !homes.isEmpty { card.references = references[position] ?? [] }
      return card
    }
    part.summary = Summary(part.cards).text
    diagram = part.keepingUsedGroups()
  }
}

extension FlowDiagram.Card {
  /// A line to a card of another part, as text.
  package struct Reference: Sendable, Equatable {
    /// The relation: "calls", "called by".
    package var word: String
    package var name: String
    /// The name of the other part.
    package var part: String
    package var presence: Presence
    package var source: String
    package var isDenied: Bool
    package var isOut: Bool

    init(_ link: FlowDiagram.Link, to card: FlowDiagram.Card, part: String, isOut: Bool) {
      word = isOut ? link.kind.verb : link.kind == .calls ? "called by" : "from"
      name = card.shownName + (isOut ? link.port.map { ":\($0)" } ?? "" : "")
      self.part = part
      presence = card.presence
      source = link.source
      isDenied = link.isDenied
      self.isOut = isOut
    }
  }
}
