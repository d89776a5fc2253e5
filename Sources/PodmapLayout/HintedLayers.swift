/// The layers of a part in an earlier picture, and places for the cards that are new.
struct HintedLayers {
  /// The layers; those of new cards only may be between others.
  private(set) var layers: [[Int]] = []

  private let part: Part
  private let known: [Point?]

  /// Takes the places of the part's cards in the earlier picture.
  init(of part: Part, known: [Point?]) {
    self.part = part
    self.known = known
    let cards = known.indices.filter { known[$0] != nil }
    var start = 0
    for card in cards.sorted(by: { (main($0) ?? 0, $0) < (main($1) ?? 0, $1) }) {
      let here = main(card) ?? 0
      // Cards of one layer start at the same coordinate, unless they come from several parts.
      if layers.isEmpty || here - start >= 24 {
        layers.append([])
        start = here
      }
      layers[layers.count - 1].append(card)
    }
  }

  /// Where a card started along the main axis.
  func main(_ card: Int) -> Int? { part.direction == .topToBottom ? known[card]?.y : known[card]?.x }

  /// Where the middle of a card was along the cross axis, with its present size.
  func middle(_ card: Int) -> Int? {
    (part.direction == .topToBottom ? known[card]?.x : known[card]?.y).map { $0 + part.cross[card] / 2 }
  }

  /// How many lines led along the main axis in the earlier picture, if this was its direction.
  var forwardLines: Int {
    part.inner.filter { line in
      guard let start = main(line.from), let end = main(line.to) else { return false }
      return start + part.main[line.from] <= end
    }.count
  }

  /// A layer for a new card, by another card, so that it is the same one when other new cards go elsewhere.
  enum Slot: Hashable {
    /// The layer of a card.
    case beside(Int)
    /// A new layer before that of a card.
    case before(Int)
    /// A new layer after all others.
    case last
  }

  /// The layers where a new card's lines lead the right way, those near its neighbours first.
  func slots(for card: Int, atMost limit: Int) -> [Slot] {
    var number = Array(repeating: -1, count: part.count)
    for (layer, cards) in layers.enumerated() {
      for card in cards { number[card] = layer }
    }
    let others = part.inner.filter { $0.from != $0.to }
    let before = others.filter { $0.to == card && number[$0.from] >= 0 }.map { number[$0.from] }.max()
    let after = others.filter { $0.from == card && number[$0.to] >= 0 }.map { number[$0.to] }.min()
    let low = before.map { $0 + 1 } ?? 0
    let high = max(low, after ?? layers.count)
    let isDown = before != nil
    let fitting = isDown ? Array(low..<high) : (low..<high).reversed()
    var result = fitting.prefix(limit).map { Slot.beside(layers[$0][0]) }
    let ends = (isDown ? [low, high] : [high, low]).map { $0 < layers.count ? Slot.before(layers[$0][0]) : .last }
    result.append(ends[0])
    if ends[1] != ends[0], low == 0 || high == layers.count { result.append(ends[1]) }
    return result
  }

  /// The layer that a slot stands for, if there is one already.
  func layer(of slot: Slot) -> Int? {
    guard case .beside(let card) = slot else { return nil }
    return layers.firstIndex { $0.contains(card) }
  }

  /// Adds a new card.
  mutating func add(_ card: Int, at slot: Slot) {
    if let layer = layer(of: slot) {
      layers[layer].append(card)
    } else if case .before(let other) = slot, let layer = layers.firstIndex(where: { $0.contains(other) }) {
      layers.insert([card], at: layer)
    } else {
      layers.append([card])
    }
  }

  /// What these layers say about how to draw the part; `wishes` are the middles of new cards.
  func pins(wishes: [Int: Int]) -> PartPins {
    var pins = PartPins()
    guard let first = known.indices.first(where: { known[$0] != nil }), let reference = middle(first) else {
      return pins
    }
    pins.reference = reference
    for card in known.indices { pins.middles[card] = middle(card).map { $0 - reference } }
    pins.wishes = wishes.mapValues { $0 - reference }
    pins.starts = layers.map { layer in layer.compactMap { main($0) }.min() }
    return pins
  }
}
