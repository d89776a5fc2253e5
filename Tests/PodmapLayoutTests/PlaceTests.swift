import PodmapLayout
import Testing

@Suite("Places of cards and lines")
struct PlaceTests {
  @Test("An empty input gives an empty picture")
  func empty() {
    let result = place(LayoutInput(cards: []))
    #expect(result.cards.isEmpty)
    #expect(result.width == 0)
    #expect(result.height == 0)
  }

  @Test("A single card is the whole picture")
  func one() {
    let result = place(LayoutInput(cards: [card("a")]))
    #expect(result.cards == [Rect(x: 0, y: 0, width: 100, height: 60)])
    #expect(result.width == 100)
    #expect(result.height == 60)
  }

  @Test("A line between two cards is straight")
  func straight() {
    for direction in LayoutInput.Direction.allCases {
      let input = LayoutInput(
        cards: [card("a"), card("b")], lines: [LayoutInput.Line(from: 0, to: 1, toOffset: 10)], direction: direction)
      let result = place(input)
      #expect(result.routes[0].count == 2)
      #expect(problems(in: result, of: input).isEmpty)
    }
  }

  @Test("Up to four cards that lead to one row have an arrow each; five share a trunk", arguments: [2, 4, 5])
  func trunk(sources: Int) {
    let target = sources
    var input = LayoutInput(
      cards: (0...sources).map { card("c\($0)") },
      lines: (0..<sources).map { LayoutInput.Line(from: $0, to: target, toOffset: 10) })
    #expect(Set(place(input).routes.map(\.last)).count == (sources < 5 ? sources : 1))
    input.lines[0].net = 1
    let kinds = place(input).routes
    #expect(kinds[1...].allSatisfy { $0.last != kinds[0].last })
  }

  @Test("In a picture with many lines, all lines of one kind to one row share a trunk")
  func busy() {
    let input = LayoutInput(
      cards: (0..<62).map { card("c\($0)") },
      lines: (0..<61).map { LayoutInput.Line(from: $0, to: $0 / 2 + 31, toOffset: 10) })
    let routes = place(input).routes
    #expect(routes[2].last == routes[3].last)
  }

  @Test("A line that closes a cycle leads back around the outside")
  func cycle() {
    let input = LayoutInput(
      cards: [card("a"), card("b")],
      lines: [LayoutInput.Line(from: 0, to: 1), LayoutInput.Line(from: 1, to: 0), LayoutInput.Line(from: 1, to: 1)])
    let result = place(input)
    #expect(result.isReversed == [false, true, false])
    #expect(problems(in: result, of: input).isEmpty)
  }

  @Test("The cards of a grid have equal columns")
  func grid() {
    let cards = (0..<10).map { LayoutInput.Card(id: "c\($0)", width: 150 + $0, height: 180 + $0, gridGroup: 1) }
    let result = place(LayoutInput(cards: cards))
    let columns = Set(result.cards.map(\.x)).sorted()
    let steps = Set(zip(columns, columns.dropFirst()).map { $1 - $0 })
    #expect(columns.count == 5)
    #expect(steps.count == 1)
  }

  @Test("A grid of flat cards has several rows rather than one strip")
  func flatGrid() {
    let cards = (0..<5).map { LayoutInput.Card(id: "c\($0)", width: 140, height: 50, gridGroup: 1) }
    let result = place(LayoutInput(cards: cards))
    #expect(result.width <= 600 && result.height > 100)
  }

  @Test("A wide star doesn't get wider than the page")
  func star() {
    let input = LayoutInput(
      cards: (0..<30).map { card("c\($0)") }, lines: (1..<30).map { LayoutInput.Line(from: 0, to: $0, toOffset: 10) })
    let result = place(input)
    #expect(result.width <= input.page.width)
    #expect(problems(in: result, of: input).isEmpty)
  }

  @Test("A tray is below everything else")
  func tray() {
    var cards = (0..<4).map { card("c\($0)") }
    cards.append(LayoutInput.Card(id: "a", width: 300, height: 20, rank: .tray))
    let result = place(LayoutInput(cards: cards))
    #expect(result.cards.dropLast().allSatisfy { $0.maxY < result.cards[4].y })
  }

  private func card(_ id: String) -> LayoutInput.Card {
    LayoutInput.Card(id: id, width: 100, height: 60)
  }
}
