/// The links of each card, so that a part of a large diagram looks only at its own.
struct CardLinks: Sendable {
  /// The cards at both ends of each link; `nil` if one end isn't a card or a part of one.
  let ends: [(from: Int, to: Int)?]
  /// The positions of the links of each card.
  private var byCard: [[Int]]

  init(_ diagram: FlowDiagram) {
    let index = ElementIndex(diagram)
    ends = diagram.links.map { link in
      guard let from = index.card(of: link.from), let to = index.card(of: link.to) else { return nil }
      return (from, to)
    }
    byCard = Array(repeating: [], count: diagram.cards.count)
    for (position, end) in ends.enumerated() {
      guard let (from, to) = end else { continue }
      byCard[from].append(position)
      if to != from { byCard[to].append(position) }
    }
  }

  /// The positions of the links that begin or end at some of the cards, in the order of the diagram.
  func links(of cards: [Int]) -> [Int] { Set(cards.flatMap { byCard[$0] }).sorted() }
}
