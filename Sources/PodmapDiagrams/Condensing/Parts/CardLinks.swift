/// The links between cards, so that a part of a large diagram looks only at its own.
struct CardLinks: Sendable {
  /// A link whose ends are cards, or parts of cards.
  struct Ends: Sendable {
    /// Its position in the diagram's links.
    var position: Int
    var from: Int
    var to: Int
  }

  /// In the order of the diagram.
  let all: [Ends]
  /// The positions in `all` of the links of each card.
  private var byCard: [[Int]]

  init(_ diagram: FlowDiagram) {
    let index = ElementIndex(diagram)
    all = diagram.links.enumerated().compactMap { position, link in
      guard let from = index.card(of: link.from), let to = index.card(of: link.to) else { return nil }
      return Ends(position: position, from: from, to: to)
    }
    byCard = Array(repeating: [], count: diagram.cards.count)
    for (number, link) in all.enumerated() {
      byCard[link.from].append(number)
      if link.to != link.from { byCard[link.to].append(number) }
    }
  }

  /// The links that begin or end at some of the cards, in the order of the diagram.
  func links(of cards: [Int]) -> [Ends] { Set(cards.flatMap { byCard[$0] }).sorted().map { all[$0] } }
}
