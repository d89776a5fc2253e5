import PodmapLayout

/// A generator of pseudo-random numbers with the same sequence in every run.
struct TestRandom {
  private var state: UInt64

  init(_ seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
  }

  /// The next number below `bound`.
  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  /// The elements in a random order.
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in stride(from: result.count - 1, to: 0, by: -1) { result.swapAt(last, next(last + 1)) }
    return result
  }
}

/// What a random picture has.
struct RandomShape: Sendable {
  var seed: Int
  var cards: Int
  var lines: Int
  var frames = 0
  var labels = 0
  /// Of ten lines, those between frames.
  var acrossFrames = 2

  /// A picture of this shape; it has cycles, loops, parallel lines, rows, grids and tables.
  func input() -> LayoutInput {
    var random = TestRandom(seed)
    var input = LayoutInput(cards: [])
    for index in 0..<frames {
      let parent = index > 0 && random.next(3) == 0 ? random.next(index) : nil
      input.frames.append(
        LayoutInput.Frame(
          id: "frame\(index)", parent: parent, titleWidth: 40 + random.next(200), titleHeight: 14,
          padding: 6 + random.next(10)))
    }
    for index in 0..<cards {
      let frame = frames == 0 || random.next(10) == 0 ? nil : random.next(frames)
      input.cards.append(
        LayoutInput.Card(
          id: "card\(random.next(1_000))-\(index)", width: 30 + random.next(200), height: 20 + random.next(150),
          frame: frame, rank: random.next(6) == 0 ? .entry : .work, gridGroup: random.next(3) == 0 ? 1 : nil))
    }
    addLines(&input, &random)
    if random.next(2) == 0 { input.direction = random.next(2) == 0 ? .topToBottom : .leftToRight }
    input.spacing = LayoutInput.Spacing.allCases[random.next(3)]
    if cards > 4 {
      input.cards.append(LayoutInput.Card(id: "~shared", width: 380, height: 110, rank: .table))
      input.cards.append(LayoutInput.Card(id: "~tray", width: 250, height: 40, rank: .tray))
    }
    return input
  }

  private func addLines(_ input: inout LayoutInput, _ random: inout TestRandom) {
    guard cards > 0 else { return }
    let members = Dictionary(grouping: 0..<cards) { input.cards[$0].frame ?? -1 }
    while input.lines.count < lines {
      let from = random.next(cards)
      let near = members[input.cards[from].frame ?? -1] ?? [from]
      let to = random.next(10) < acrossFrames ? random.next(cards) : near[random.next(near.count)]
      let (height, start) = (input.cards[to].height, input.cards[from].height)
      var line = LayoutInput.Line(
        from: from, fromOffset: random.next(4) == 0 ? random.next(start / 18 + 1) * 18 + 8 : nil, to: to,
        toOffset: random.next(3) == 0 ? nil : random.next(height / 18) * 18 + 10, net: random.next(3))
      line.fromOffset = line.fromOffset.map { min($0, start - 2) }
      line.toOffset = line.toOffset.map { min($0, height - 2) }
      if random.next(10) < labels {
        line.labelWidth = 10 + random.next(120)
        line.labelHeight = 12
      }
      for _ in 0...(random.next(8) == 0 ? 1 : 0) { input.lines.append(line) }
    }
  }
}
