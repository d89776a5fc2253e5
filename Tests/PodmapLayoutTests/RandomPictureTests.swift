import PodmapLayout
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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

  @Test("Hundreds of pictures with a few cards, or as many as PODMAP_SEEDS says")
  func tiny() {
    for seed in 0..<count {
      var random = TestRandom(seed + 10_000)
      let cards = 1 + random.next(12)
      check(
        RandomShape(
          seed: seed + 10_000, cards: cards, lines: random.next(2 * cards + 1), frames: random.next(4),
          labels: random.next(4)))
    }
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

  /// The number of pictures with a few cards; the environment can ask for more.
  private var count: Int {
    getenv("PODMAP_SEEDS").flatMap { Int(String(cString: $0)) } ?? 600
  }

  private func check(_ shape: RandomShape) {
    var input = shape.input()
    for effort in [LayoutInput.Effort.full, .low] {
      input.effort = effort
      let found = problems(in: place(input), of: input)
      #expect(found.isEmpty, "\(shape), \(effort) effort: \(found.prefix(3).joined(separator: "; "))")
    }
  }
}
