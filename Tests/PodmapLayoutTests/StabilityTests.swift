import PodmapLayout
import Testing

@Suite("Small changes")
struct StabilityTests {
  @Test("A new card with a line moves few of the others, and turns nearly no pair of them around")
  func addition() {
    var shares: [Double] = []
    var turned = 0.0
    for seed in 0..<12 {
      let input = TestApplication(seed: seed).input()
      let before = place(input)
      var changed = input
      changed.addCard(id: "service\(seed % 7)-new", seed: seed)
      changed.hint = LayoutHint(of: before, input: input)
      let after = place(changed)
      #expect(problems(in: after, of: changed).isEmpty)
      let cards = Array(input.cards.indices)
      let movement = Movement(from: before.cards, to: cards.map { after.cards[$0] })
      shares.append(movement.moved)
      turned += movement.turned / 12
    }
    let median = shares.sorted()[shares.count / 2]
    #expect(median <= 0.2, "\(shares)")
    // One of the twelve fills its page, and is laid out again.
    #expect(turned <= 0.03)
  }

  @Test("When a card goes, hardly any other moves")
  func removal() {
    var shares: [Double] = []
    for seed in 0..<8 {
      let input = TestApplication(seed: seed).input()
      let before = place(input)
      let gone = seed % input.cards.count
      var changed = input.without(card: gone)
      changed.hint = LayoutHint(of: before, input: input)
      let after = place(changed)
      #expect(problems(in: after, of: changed).isEmpty)
      let rest = before.cards.indices.filter { $0 != gone }.map { before.cards[$0] }
      shares.append(Movement(from: rest, to: after.cards).moved)
    }
    #expect(shares.sorted()[shares.count / 2] <= 0.1, "\(shares)")
  }

  @Test("A card that gets another row moves few others")
  func growth() {
    var shares: [Double] = []
    for seed in 0..<8 {
      let input = TestApplication(seed: seed).input()
      let before = place(input)
      var changed = input
      changed.cards[seed % input.cards.count].height += 18
      changed.hint = LayoutHint(of: before, input: input)
      let after = place(changed)
      #expect(problems(in: after, of: changed).isEmpty)
      shares.append(Movement(from: before.cards, to: after.cards).moved)
    }
    #expect(shares.sorted()[shares.count / 2] <= 0.3, "\(shares)")
  }

  @Test("A picture with itself as the hint doesn't change", arguments: 0..<12)
  func repetition(seed: Int) {
    var random = TestRandom(seed)
    let cards = random.next(24)
    let shape = RandomShape(
      seed: seed, cards: cards, lines: random.next(2 * cards + 1), frames: random.next(4), labels: random.next(4))
    var input = shape.input()
    let first = place(input)
    input.hint = LayoutHint(of: first, input: input)
    #expect(place(input) == first)
  }

  @Test("A picture that follows a hint doesn't change when it is its own hint", arguments: 0..<8)
  func secondRepetition(seed: Int) {
    let old = RandomShape(seed: seed, cards: 4 + seed, lines: 5 + seed, frames: seed % 4, labels: seed % 4).input()
    var input = old
    input.addCard(id: "new", seed: seed)
    input.hint = LayoutHint(of: place(old), input: old)
    let second = place(input)
    #expect(problems(in: second, of: input).isEmpty)
    input.hint = LayoutHint(of: second, input: input)
    #expect(place(input) == second)
  }

  @Test("No hint makes a picture wrong, or wider than the page if it fits without one", arguments: 0..<16)
  func hostile(seed: Int) {
    var random = TestRandom(seed)
    let shape = RandomShape(
      seed: seed, cards: 1 + random.next(20), lines: random.next(30), frames: random.next(4), labels: random.next(4))
    var input = shape.input()
    let plain = place(input)
    input.hint = hostileHint(for: input, &random)
    let result = place(input)
    #expect(problems(in: result, of: input).isEmpty)
    #expect(result.width <= max(plain.width, input.page.width))
  }

  @Test("A hint without any card of the picture does nothing")
  func unknown() {
    var input = TestApplication(seed: 1).input()
    let plain = place(input)
    input.hint = LayoutHint(places: ["nobody": Point(x: 3, y: 4)])
    #expect(place(input) == plain)
  }

  private func hostileHint(for input: LayoutInput, _ random: inout TestRandom) -> LayoutHint {
    var places: [String: Point] = ["nobody": Point(x: .max, y: .min)]
    let scale = [3, 50, 400, 2_000, 90_000, Int.max / 2][random.next(6)]
    for card in input.cards where random.next(5) > 0 {
      places[card.id] = Point(x: random.next(scale) - scale / 3, y: random.next(scale) - scale / 3)
      if random.next(12) == 0 { places[card.id] = Point(x: .max, y: .min) }
    }
    return LayoutHint(places: places)
  }
}
