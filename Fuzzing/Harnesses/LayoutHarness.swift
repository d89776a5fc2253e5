import PodmapLayout

extension Harness {
  /// The layout, on a graph that the bytes describe: cards don't overlap, and lines begin and end at their cards.
  static let layout = Harness(name: "layout") { bytes in
    var bytes = bytes[...]
    func next() -> Int { Int(bytes.popFirst() ?? 0) }
    let (cardCount, lineCount, frameCount) = (1 + next() % 40, next() % 80, next() % 6)
    let frames = (0..<frameCount).map { number in
      LayoutInput.Frame(
        id: "f\(number)", parent: number > 0 && next() % 3 == 0 ? next() % number : nil, titleWidth: next(),
        titleHeight: next() % 20)
    }
    let cards = (0..<cardCount).map { number in
      LayoutInput.Card(
        id: "c\(number)", width: 1 + next() * 2, height: 1 + next(), firstRowHeight: 1 + next() % 30,
        frame: frameCount > 0 && next() % 2 == 0 ? next() % frameCount : nil,
        rank: LayoutInput.Rank.allCases[next() % LayoutInput.Rank.allCases.count])
    }
    // A table and a tray have no lines.
    let ends = cards.indices.filter { ![.table, .tray].contains(cards[$0].rank) }
    let lines: [LayoutInput.Line] =
      ends.isEmpty
      ? []
      : (0..<lineCount).map { _ in
        let (from, to) = (ends[next() % ends.count], ends[next() % ends.count])
        return LayoutInput.Line(
          from: from, fromOffset: next() % 2 == 0 ? next() % cards[from].height : nil, to: to,
          toOffset: next() % 2 == 0 ? next() % cards[to].height : nil, net: next() % 3, labelWidth: next() % 100,
          labelHeight: next() % 20)
      }
    let directions = LayoutInput.Direction.allCases.map(Optional.some) + [nil]
    var input = LayoutInput(
      cards: cards, lines: lines, frames: frames, direction: directions[next() % 3],
      spacing: LayoutInput.Spacing.allCases[next() % 3])
    input.effort = next() % 2 == 0 ? .full : .low
    let result = place(input)
    for (position, card) in result.cards.enumerated() {
      if result.cards[..<position].contains(where: { $0.overlaps(card) }) { return "card \(position) overlaps another" }
    }
    for (line, route) in zip(lines, result.routes) where route.count < 2 {
      return "the line from \(line.from) to \(line.to) has no route"
    }
    return result == place(input) ? nil : "the same graph is laid out in two ways"
  }
}
