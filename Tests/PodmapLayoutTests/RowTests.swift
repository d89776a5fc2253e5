import PodmapLayout
import Testing

@Suite("Lines that start and end at rows")
struct RowTests {
  @Test("A line starts and ends at the middle of its rows", arguments: LayoutInput.Direction.allCases)
  func exact(direction: LayoutInput.Direction) throws {
    let input = picture([line(0, 63, 1, 81), line(0, 81, 2, 45), line(1, 45, 2, 99)], direction)
    let result = place(input)
    for (line, route) in zip(input.lines, result.routes) {
      let (start, end) = (try #require(route.first), try #require(route.last))
      #expect(start.y == result.cards[line.from].y + (line.fromOffset ?? 0))
      #expect(end.y == result.cards[line.to].y + (line.toOffset ?? 0))
    }
    #expect(problems(in: result, of: input).isEmpty)
  }

  @Test("Lines that lead to the right leave at the right side and enter at the left one")
  func sides() throws {
    let input = picture([line(0, 45, 1, 63), line(0, 63, 2, 81)], .leftToRight)
    let result = place(input)
    for (line, route) in zip(input.lines, result.routes) {
      #expect(try #require(route.first).x == result.cards[line.from].maxX)
      #expect(try #require(route.last).x == result.cards[line.to].x)
    }
    #expect(result.crossings == 0)
  }

  @Test("Lines from one row to the right leave it a little apart, in the order of where they lead; many leave together")
  func together() throws {
    let input = picture([line(0, 45, 1, nil), line(0, 45, 2, nil)], .leftToRight)
    let result = place(input)
    let starts = try result.routes.map { try #require($0.first?.y) }
    #expect(abs(starts[0] - starts[1]) == 6)
    #expect((starts[0] < starts[1]) == (result.cards[1].y < result.cards[2].y))
    #expect(problems(in: result, of: input).isEmpty)

    let many = LayoutInput(
      cards: (0...7).map { LayoutInput.Card(id: "c\($0)", width: 120, height: 90) },
      lines: (1...7).map { line(0, 45, $0, nil) }, direction: .leftToRight)
    #expect(Set(place(many).routes.map(\.first)).count == 1)
  }

  @Test("Cards are in the order of the rows that lead to them")
  func order() {
    let input = picture([line(0, 45, 2, nil), line(0, 63, 1, nil)], .leftToRight)
    let result = place(input)
    #expect(result.cards[2].y < result.cards[1].y)
    #expect(result.crossings == 0)
  }

  @Test("Lines of a card with more lines than room leave it together")
  func fan() {
    let cards = (0..<20).map { LayoutInput.Card(id: "c\($0)", width: 120, height: 36) }
    let lines = (1..<20).map { LayoutInput.Line(from: 0, to: $0) }
    let result = place(LayoutInput(cards: cards, lines: lines, direction: .leftToRight))
    #expect(Set(result.routes.map(\.first)).count == 1)
  }

  private func picture(_ lines: [LayoutInput.Line], _ direction: LayoutInput.Direction) -> LayoutInput {
    LayoutInput(
      cards: ["a", "b", "c"].map { LayoutInput.Card(id: $0, width: 120, height: 110) }, lines: lines,
      direction: direction)
  }

  private func line(_ from: Int, _ row: Int, _ to: Int, _ end: Int?) -> LayoutInput.Line {
    LayoutInput.Line(from: from, fromOffset: row, to: to, toOffset: end)
  }
}
