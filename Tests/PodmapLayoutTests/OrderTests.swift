import PodmapLayout
import Testing

@Suite("Order of the input")
struct OrderTests {
  @Test("Cards, lines and frames in another order get the same places", arguments: 0..<12)
  func shuffled(seed: Int) {
    let shape = RandomShape(seed: seed, cards: 3 + seed % 20, lines: seed % 30, frames: seed % 4, labels: 2)
    check(shape.input(), seed: seed)
  }

  @Test("With a hint, too", arguments: 0..<6)
  func shuffledWithHint(seed: Int) {
    let input = RandomShape(seed: seed, cards: 3 + 3 * seed, lines: 4 * seed, frames: seed % 3, labels: 2).input()
    var changed = input
    changed.addCard(id: "new", seed: seed)
    changed.hint = LayoutHint(of: place(input), input: input)
    check(changed, seed: seed)
  }

  private func check(_ input: LayoutInput, seed: Int) {
    var random = TestRandom(seed + 1_000)
    let cards = random.shuffled(Array(input.cards.indices))
    let frames = random.shuffled(Array(input.frames.indices))
    let lines = random.shuffled(Array(input.lines.indices))
    var other = input
    other.cards = cards.map { index in
      var card = input.cards[index]
      card.frame = card.frame.flatMap { frames.firstIndex(of: $0) }
      return card
    }
    other.frames = frames.map { index in
      var frame = input.frames[index]
      frame.parent = frame.parent.flatMap { frames.firstIndex(of: $0) }
      return frame
    }
    other.lines = lines.compactMap { index in
      var line = input.lines[index]
      guard let from = cards.firstIndex(of: line.from), let to = cards.firstIndex(of: line.to) else { return nil }
      (line.from, line.to) = (from, to)
      return line
    }
    let (first, second) = (place(input), place(other))
    #expect(cards.map { first.cards[$0] } == second.cards)
    #expect(frames.map { first.frames[$0] } == second.frames)
    // Lines that are equal can change places.
    #expect(Set(first.routes) == Set(second.routes))
    #expect(Set(first.labels) == Set(second.labels))
    #expect(first.crossings == second.crossings)
  }
}
