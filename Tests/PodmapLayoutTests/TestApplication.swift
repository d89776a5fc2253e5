import PodmapLayout

/// An application like many real ones: a gateway, services in tiers that call each other, and databases.
struct TestApplication {
  var seed: Int

  /// The application's cards and lines.
  func input() -> LayoutInput {
    var random = TestRandom(seed)
    let count = 8 + random.next(10)
    var input = LayoutInput(cards: [])
    for index in 0..<count {
      let isData = index >= count - 3
      input.cards.append(
        LayoutInput.Card(
          id: "service\(random.next(100))-\(index)", width: 90 + random.next(8) * 10, height: 50 + random.next(4) * 18,
          rank: index == 0 ? .entry : isData ? .data : .work))
    }
    for index in 1..<count {
      let caller = index < 4 ? 0 : random.next(max(1, min(index, count - 3)))
      input.lines.append(LayoutInput.Line(from: caller, to: index, toOffset: 10))
    }
    for _ in 0..<(count / 3) {
      let from = 1 + random.next(count - 4)
      input.lines.append(LayoutInput.Line(from: from, to: from + 1 + random.next(count - from - 1), toOffset: 10))
    }
    return input
  }
}

extension LayoutInput {
  /// Adds a card that a random other card leads to, or that leads to it.
  mutating func addCard(id: String, seed: Int) {
    var random = TestRandom(seed + 500)
    _ = random.next(10)
    let others = cards.indices.filter { cards[$0].rank.rawValue <= 2 }
    let other = others.isEmpty ? nil : others[random.next(others.count)]
    cards.append(Card(id: id, width: 120, height: 60, frame: other.flatMap { cards[$0].frame }))
    guard let other else { return }
    if random.next(2) == 0 {
      lines.append(Line(from: other, to: cards.count - 1, toOffset: 10))
    } else {
      lines.append(Line(from: cards.count - 1, to: other, toOffset: 10))
    }
  }

  /// The input without a card and its lines.
  func without(card: Int) -> LayoutInput {
    var result = self
    result.cards.remove(at: card)
    result.lines = lines.filter { $0.from != card && $0.to != card }.map { line in
      var line = line
      if line.from > card { line.from -= 1 }
      if line.to > card { line.to -= 1 }
      return line
    }
    return result
  }
}

/// How far a picture differs from an earlier one.
struct Movement {
  /// The share of cards that aren't where the best common shift puts them.
  let moved: Double
  /// The share of pairs, one card left of or above the other, that changed sides.
  let turned: Double

  init(from old: [Rect], to new: [Rect]) {
    let shifts = zip(old, new).map { Point(x: $1.x - $0.x, y: $1.y - $0.y) }
    let kept = shifts.map { one in
      shifts.count { other in
        let (x, y) = (other.x - one.x, other.y - one.y)
        // 10 px are 7.5 pt.
        return 4 * (x * x + y * y) <= 225
      }
    }.max()
    moved = Double(shifts.count - (kept ?? 0)) / Double(max(1, shifts.count))
    var (pairs, changed) = (0, 0)
    for one in old.indices {
      for other in old.indices where other > one {
        for isAcross in [true, false] {
          let before = Self.order(old[one], old[other], isAcross)
          let after = Self.order(new[one], new[other], isAcross)
          pairs += before == 0 ? 0 : 1
          changed += before * after < 0 ? 1 : 0
        }
      }
    }
    turned = Double(changed) / Double(max(1, pairs))
  }

  private static func order(_ one: Rect, _ other: Rect, _ isAcross: Bool) -> Int {
    if isAcross { return one.maxX <= other.x ? 1 : other.maxX <= one.x ? -1 : 0 }
    return one.maxY <= other.y ? 1 : other.maxY <= one.y ? -1 : 0
  }
}
