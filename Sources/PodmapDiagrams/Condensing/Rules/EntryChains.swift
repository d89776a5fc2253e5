import PodmapTopology

extension CondensingRule {
  /// A Gateway and the only route that is attached to it are one card.
  static let entryChains = CondensingRule("entry chains") { $0.joinEntryChains() }
}

extension Condensing {
  fileprivate mutating func joinEntryChains() {
    var changes = true
    while changes {
      changes = false
      let neighbours = neighbours()
      for card in holders where style(card) == .entry && mayFold(card) && diagram.cards[card].presence == .present {
        let into = (neighbours[card] ?? [:]).filter { !$0.value.into.isEmpty }
        guard into.count == 1, let (gateway, ways) = into.first, style(gateway) == .entry,
          diagram.cards[gateway].mark == diagram.cards[card].mark,
          // A route that its Gateway doesn't accept isn't part of it.
          !ways.into.contains(where: { diagram.links[$0].isDenied })
        else { continue }
        let onward = (neighbours[gateway] ?? [:]).filter { !$0.value.out.isEmpty && style($0.key) == .entry }
        guard onward.count == 1 else { continue }
        var row = CondensedDiagram.Row(
          subject: .object(.entry), tag: diagram.cards[card].brief.tag,
          items: [CondensedDiagram.Item(diagram.cards[card].shownName + share(of: ways.into))])
        row.mark = diagram.cards[card].mark
        row.tooltip = about(card, links: ways.into + ways.out)
        row.represents.links = ways.into + ways.out
        absorb(card, into: gateway, as: row)
        cards[gateway].rows += facts(of: card)
        changes = true
        break
      }
    }
  }

  /// Which requests the entry in front sends to a route: " (weight 3)", " (shop.example/blog)".
  private func share(of links: [Int]) -> String {
    let words = links.map { diagram.links[$0] }.map { $0.share.isEmpty && $0.label.contains("/") ? $0.label : $0.share }
    return words.first { !$0.isEmpty }.map { " (\($0))" } ?? ""
  }

  /// The lines of a card's own as rows, without objects of their own.
  func facts(of card: Int) -> [CondensedDiagram.Row] {
    diagram.cards[card].lines.filter { !$0.isBlank }.map {
      CondensedDiagram.Row(subject: .fact, tag: "", items: [CondensedDiagram.Item($0)])
    }
  }
}
