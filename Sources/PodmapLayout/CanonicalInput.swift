/// An input whose cards, lines and frames are in an order that depends on their ids only.
struct CanonicalInput {
  /// The input in that order.
  private(set) var input: LayoutInput
  /// For each card of the sorted input, its index in the original.
  let cards: [Int]
  /// For each line of the sorted input, its index in the original.
  let lines: [Int]
  /// For each frame of the sorted input, its index in the original.
  let frames: [Int]
  /// The number of each line's trunk.
  private(set) var trunkOfLine: [Int] = []

  init(_ original: LayoutInput) {
    cards = original.cards.indices.sorted { (original.cards[$0].id, $0) < (original.cards[$1].id, $1) }
    frames = original.frames.indices.sorted { (original.frames[$0].id, $0) < (original.frames[$1].id, $1) }
    let cardPlaces = Self.inverse(cards)
    let framePlaces = Self.inverse(frames)
    input = original
    input.cards = cards.map { index in
      var card = original.cards[index]
      card.frame = card.frame.map { framePlaces[$0] }
      card.width = max(1, card.width)
      card.height = max(1, card.height)
      return card
    }
    input.frames = frames.map { index in
      var frame = original.frames[index]
      frame.parent = frame.parent.map { framePlaces[$0] }
      return frame
    }
    let moved = original.lines.map { line in
      var line = line
      line.from = cardPlaces[line.from]
      line.to = cardPlaces[line.to]
      return line
    }
    lines = moved.indices.sorted { one, other in
      let (a, b) = (moved[one], moved[other])
      if a.from != b.from { return a.from < b.from }
      if a.to != b.to { return a.to < b.to }
      if a.net != b.net { return a.net < b.net }
      let offsets = [a.toOffset ?? -1, a.fromOffset ?? -1, a.labelWidth, a.labelHeight, one]
      return offsets.lexicographicallyPrecedes([
        b.toOffset ?? -1, b.fromOffset ?? -1, b.labelWidth, b.labelHeight, other,
      ])
    }
    input.lines = lines.map { moved[$0] }
    separateFew()
    var numbers: [Trunk: Int] = [:]
    for line in input.lines {
      let trunk = Trunk(of: line)
      let number = numbers[trunk] ?? numbers.count
      numbers[trunk] = number
      trunkOfLine.append(number)
    }
  }

  /// A few cards that lead to one row have an arrow each; more share a trunk, and so do all in a picture with
  /// many lines.
  private mutating func separateFew() {
    guard input.lines.count <= Self.many else { return }
    var sources: [Trunk: Set<Int>] = [:]
    for line in input.lines { sources[Trunk(of: line), default: []].insert(line.from) }
    for (index, line) in input.lines.enumerated() {
      guard let count = sources[Trunk(of: line)]?.count, count <= input.mostArrows else { continue }
      input.lines[index].ownEnd = line.from
    }
  }

  private static let many = 60

  private static func inverse(_ order: [Int]) -> [Int] {
    var result = Array(repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { result[index] = place }
    return result
  }
}
