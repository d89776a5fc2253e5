/// A connected part drawn as in an earlier picture, with places for its new cards that move few of the others.
struct HintedPart {
  private let part: Part
  private let parts: PartLayout
  private let known: [Point?]
  private let layers: HintedLayers
  private let isAlone: Bool
  private let room: Int
  private let gap: Int

  /// A place for a new card.
  private struct Choice: Hashable {
    var slot: HintedLayers.Slot
    /// About where the card's middle should be along the cross axis; `nil` where there are few crossings.
    var wish: Int?
  }

  /// The largest number of new cards for which several places are tried.
  private static let tried = 4

  /// Takes the places of the part's cards in the earlier picture; `nil` if most of them are new.
  init?(
    cards: [Int], inner: [Part.Inner], outer: [Part.Outer], isAlone: Bool, room: Int, parts: PartLayout, known: [Point?]
  ) {
    self.parts = parts
    self.isAlone = isAlone
    self.room = room
    self.known = cards.map { known[$0] }
    guard self.known.count(where: { $0 != nil }) * 2 >= cards.count else { return nil }
    var best: (forward: Int, layers: HintedLayers, part: Part)?
    for direction in parts.input.direction.map({ [$0] }) ?? LayoutInput.Direction.allCases {
      let part = Part(cards: cards, inner: inner, outer: outer, of: parts.input, direction: direction)
      let layers = HintedLayers(of: part, known: self.known)
      let forward = layers.forwardLines
      if let best, (best.forward, -best.layers.layers.count) >= (forward, -layers.layers.count) { continue }
      best = (forward, layers, part)
    }
    guard let best else { return nil }
    part = best.part
    layers = best.layers
    gap = parts.gap(part.direction)
  }

  /// The drawing with the lowest cost, in which a card that moves costs something.
  func best() -> Block {
    let new = newCards()
    var choices = defaults(new)
    var best = (cost: Double.infinity, block: Block())
    var search = PartPins.Search.all[0]
    func isBetter(_ choices: [Choice], _ search: PartPins.Search) -> Bool {
      let block = draw(new, choices, search)
      let cost = cost(of: block)
      guard cost < best.cost else { return false }
      best = (cost, block)
      return true
    }
    // The larger the part, the fewer drawings.
    let size = part.count + part.inner.count
    let searches = PartPins.Search.all.prefix(size > 400 ? 1 : size > 120 ? 3 : 8)
    for other in searches where isBetter(choices, other) { search = other }
    guard !new.isEmpty else { return best.block }
    var rest = new.count <= Self.tried ? 1_500 / size : 0
    let first = choices
    for (index, card) in new.enumerated() {
      let layers = layers(new, Array(choices[..<index]))
      for choice in options(for: card, in: layers) where choice != choices[index] && rest > 0 {
        var other = choices
        other[index] = choice
        rest -= 1
        if isBetter(other, search) { choices = other }
      }
    }
    if choices != first {
      for other in searches { _ = isBetter(choices, other) }
    }
    return best.block
  }

  /// The new cards; each one comes after those that connect it with known ones.
  private func newCards() -> [Int] {
    var isPlaced = known.map { $0 != nil }
    var result: [Int] = []
    var rest = known.indices.filter { known[$0] == nil }
    while !rest.isEmpty {
      let next = rest.first { card in
        part.inner.contains { ($0.from == card && isPlaced[$0.to]) || ($0.to == card && isPlaced[$0.from]) }
      }
      let card = next ?? rest[0]
      rest.removeAll { $0 == card }
      isPlaced[card] = true
      result.append(card)
    }
    return result
  }

  private func layers(_ cards: [Int], _ choices: [Choice]) -> HintedLayers {
    var result = layers
    for (card, choice) in zip(cards, choices) { result.add(card, at: choice.slot) }
    return result
  }

  /// The nearest layer with room for each new card.
  private func defaults(_ cards: [Int]) -> [Choice] {
    var layers = layers
    let widths = layers.layers.map { width(of: $0) }
    let room = max(parts.widest(part), widths.max() ?? 0)
    return cards.map { card in
      let slots = layers.slots(for: card, atMost: 4)
      let slot = slots.first { slot in
        guard let layer = layers.layer(of: slot) else { return true }
        return width(of: layers.layers[layer]) + part.cross[card] + gap <= room
      }
      let choice = Choice(slot: slot ?? .last)
      layers.add(card, at: choice.slot)
      return choice
    }
  }

  private func width(of layer: [Int]) -> Int { layer.reduce(0) { $0 + part.cross[$1] + gap } }

  /// Places for a card: free ones in the layers where its lines lead the right way, at the ends of those layers, and in
  /// layers of their own.
  private func options(for card: Int, in layers: HintedLayers) -> [Choice] {
    var result: [Choice] = []
    for slot in layers.slots(for: card, atMost: 4) {
      result.append(Choice(slot: slot))
      guard let number = layers.layer(of: slot) else { continue }
      let here = layers.layers[number].compactMap { other in
        layers.middle(other).map {
          (start: $0 - part.cross[other] / 2, end: $0 - part.cross[other] / 2 + part.cross[other])
        }
      }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
      guard let first = here.first, let last = here.last else { continue }
      let half = part.cross[card] / 2
      result.append(Choice(slot: slot, wish: last.end + gap + half))
      result.append(Choice(slot: slot, wish: first.start - gap - half))
      for (one, other) in zip(here, here.dropFirst()) where other.start - one.end >= part.cross[card] + 2 * gap {
        result.append(Choice(slot: slot, wish: one.end + gap + half))
        result.append(Choice(slot: slot, wish: other.start - gap - half))
      }
    }
    return result
  }

  private func draw(_ cards: [Int], _ choices: [Choice], _ search: PartPins.Search) -> Block {
    let layers = layers(cards, choices)
    var wishes: [Int: Int] = [:]
    for (card, choice) in zip(cards, choices) { wishes[card] = choice.wish }
    let layering = Layering(layers: layers.layers, count: part.count)
    var pins = layers.pins(wishes: wishes)
    pins.search = search
    let drawing = PartDrawing(
      of: part, in: parts.input, layering: layering, gap: gap, pins: pins)
    return drawing.block()
  }

  private func cost(of block: Block) -> Double {
    guard let anchor = block.anchor else { return .infinity }
    var all: [Point?] = Array(repeating: nil, count: parts.input.cards.count)
    for (card, place) in zip(part.cards, known) { all[card] = place }
    let shifts = block.cards.compactMap { card, rect in
      all[card].map { Shift(from: $0, to: Point(x: rect.x + anchor.x, y: rect.y + anchor.y)) }
    }
    // A picture wider than the page would be drawn from scratch, and everything would move.
    let isTooWide = block.width > parts.widest(part, room: room)
    return parts.cost(of: block, part, isAlone: isAlone) * (1 + shifts.shareMoved) * (isTooWide ? 2 : 1)
  }
}
