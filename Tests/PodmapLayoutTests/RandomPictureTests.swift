import PodmapLayout
import Testing

@Suite("Random pictures")
struct RandomPictureTests {
  @Test("Nothing overlaps, and every line leads around the cards to its row", arguments: 0..<40)
  func small(seed: Int) {
    var random = TestRandom(seed)
    let cards = random.next(24)
    check(
      RandomShape(
        seed: seed, cards: cards, lines: random.next(2 * cards + 1), frames: random.next(5), labels: random.next(5)))
  }

  @Test("Larger pictures", arguments: [50])
  func larger(cards: Int) {
    check(RandomShape(seed: cards, cards: cards, lines: cards * 13 / 10, labels: 1))
    check(RandomShape(seed: cards + 1, cards: cards, lines: cards, frames: 7, labels: 1, acrossFrames: 1))
  }

  @Test("600 cards")
  func large() {
    check(RandomShape(seed: 3, cards: 600, lines: 600, frames: 20, acrossFrames: 0))
  }

  private func check(_ shape: RandomShape) {
    let input = shape.input()
    let found = problems(in: place(input), of: input)
    #expect(found.isEmpty, "\(shape): \(found.prefix(3).joined(separator: "; "))")
  }
}
