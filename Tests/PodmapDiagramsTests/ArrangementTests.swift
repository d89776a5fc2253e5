import PodmapDiagrams
import PodmapTopology
import Testing

@Suite("Arrangement of islands")
struct ArrangementTests {
  private func diagram(
    cards: Int, links: [(Int, Int)] = [], direction: FlowDiagram.Direction = .topToBottom
  ) -> FlowDiagram {
    var names = ElementNames()
    let cards = (0..<cards).map {
      FlowDiagram.Card(id: names.name(for: "c\($0)"), style: .service, kind: "Service", name: "card-\($0)")
    }
    return FlowDiagram(
      title: "", summary: "", direction: direction, cards: cards,
      links: links.map { .init(from: cards[$0.0].id, to: cards[$0.1].id, kind: .uses) })
  }

  private func pairs(_ diagram: FlowDiagram) -> [String] {
    Arrangement(diagram).alignments.map { "\($0.above.text) \($0.below.text)" }
  }

  @Test("Single cards fill rows as wide as a page")
  func grid() {
    let pairs = pairs(diagram(cards: 20))
    #expect(pairs.count == 20 - 9)
    #expect(pairs.first == "c0 c9")
  }

  @Test("Connected cards are left to the layout engine")
  func connected() {
    #expect(pairs(diagram(cards: 3, links: [(0, 1), (1, 2)])).isEmpty)
  }

  @Test("Pieces are stacked from the last card of one to the first of the next")
  func pieces() {
    let chains = (0..<12).map { ($0 * 2, $0 * 2 + 1) }
    #expect(pairs(diagram(cards: 24, links: chains)).first == "c1 c18")
  }

  @Test("A cycle of cards is a piece like any other")
  func circle() {
    let links = [(0, 1), (1, 2), (2, 0)]
    #expect(pairs(diagram(cards: 30, links: links)).count == 28 - 9)
  }

  @Test("From left to right, rows are as long as a page is deep")
  func sideways() {
    #expect(pairs(diagram(cards: 8, direction: .leftToRight)).count == 6)
  }

  @Test("Nothing to arrange gives nothing")
  func empty() {
    #expect(pairs(diagram(cards: 0)).isEmpty)
    #expect(Arrangement(diagram(cards: 0)).end == nil)
    #expect(pairs(diagram(cards: 1)).isEmpty)
  }
}
