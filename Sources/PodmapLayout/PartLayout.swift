/// The search for the best drawing of one connected part: in both directions, with layers of several widths.
struct PartLayout {
  /// The layout's input, with cards, lines and frames in the order of their ids.
  let input: LayoutInput
  /// The number of each line's trunk.
  let trunkOfLine: [Int]

  /// What was found for parts that were drawn already.
  let memory: PartMemory

  /// One way to draw a part.
  struct Choice {
    /// The part, in one of the two directions.
    var part: Part
    /// Its layers.
    var layering: Layering
    /// What to look for in the order of their cards.
    var preference: CrossingReduction.Preference
  }

  /// Returns the drawing with the lowest cost.
  ///
  /// A part that was drawn before is drawn in the same layers again: where its neighbours are decides at which sides
  /// lines leave, not much else.
  func best(cards: [Int], inner: [Part.Inner], outer: [Part.Outer], isAlone: Bool) -> Block {
    let isKnown = !inner.isEmpty
    if isKnown, let (choice, block) = memory.found[cards[0]] {
      return outer.isEmpty ? block : drawing(choice, outer: outer).block()
    }
    // A first sketch shows where the neighbours are, before anything is compared.
    let isSketch = outer.contains { $0.distance == nil }
    let isQuick = input.effort == .low
    var tries: [(cost: Double, choice: Choice, block: Block)] = []
    func attempt(_ choice: Choice) {
      let block = drawing(choice, outer: outer).block()
      tries.append((cost(of: block, choice, isAlone: isAlone), choice, block))
    }
    let wanted = input.direction ?? (inner.isEmpty ? direction(of: outer) : nil)
    for direction in wanted.map({ [$0] }) ?? LayoutInput.Direction.allCases {
      let part = Part(cards: cards, inner: inner, outer: outer, of: input, direction: direction)
      var seen = Set<[Int]>()
      let limits = limits(part)
      for limit in isSketch || isQuick ? [limits[limits.count / 2]] : limits {
        let layering = Layering(of: part, limit: limit, gap: gap(direction) + 4)
        guard seen.insert(layering.layerOfCard).inserted else { continue }
        attempt(Choice(part: part, layering: layering, preference: isSketch ? .any : .short))
      }
    }
    // Ties go to the one that was tried first.
    let order = tries.indices.sorted { (tries[$0].cost, $0) < (tries[$1].cost, $1) }
    if cards.count <= 120, !isSketch, !isQuick {
      for index in order.prefix(Self.promising) {
        var choice = tries[index].choice
        choice.preference = .first
        attempt(choice)
      }
    }
    guard let best = tries.indices.min(by: { (tries[$0].cost, $0) < (tries[$1].cost, $1) }) else { return Block() }
    if isKnown, !isSketch {
      memory.found[cards[0]] = (tries[best].choice, tries[best].block)
      memory.direction = memory.direction ?? tries[best].choice.part.direction
    }
    return tries[best].block
  }

  /// The number of good drawings for which another order is tried.
  private static let promising = 3

  private func drawing(_ choice: Choice, outer: [Part.Outer]) -> PartDrawing {
    var part = choice.part
    part.outer = outer
    return PartDrawing(
      of: part, in: input, layering: choice.layering, gap: gap(part.direction), preference: choice.preference)
  }

  /// The direction in which the other ends of lines are, which a part without lines of its own takes; `nil` if they
  /// aren't known yet.
  private func direction(of outer: [Part.Outer]) -> LayoutInput.Direction? {
    let distances = outer.compactMap(\.distance)
    if distances.isEmpty { return nil }
    // Frames are wide: what is below one side of a frame is often further away across than down.
    let (x, y) = distances.reduce((0, 0)) { ($0.0 + $1.x, $0.1 + $1.y) }
    return 2 * y > x ? .topToBottom : .leftToRight
  }

  /// The distance between two cards of one layer.
  func gap(_ direction: LayoutInput.Direction) -> Int {
    (direction == .topToBottom ? 16 : 14) - (input.isTight ? 4 : 0)
  }

  /// The largest width of layers that is tried.
  func widest(_ part: Part) -> Int { limits(part).max() ?? 0 }

  /// The largest width of a part if there is this much room; a large part may be wider.
  func widest(_ part: Part, room: Int) -> Int { Int(Double(room) * scale(area: area(part))) }

  /// The room that the cards need, with gaps.
  private func area(_ part: Part) -> Int {
    zip(part.cross, part.main).reduce(0) { $0 + ($1.0 + 20) * ($1.1 + 40) }
  }

  /// How much larger than a page a part of this area has to be.
  private func scale(area: Int) -> Double {
    max(1, (Double(area) * 1.3).squareRoot() / Double(input.page.width))
  }

  /// The widths of layers to try; fewer if the part is large.
  private func limits(_ part: Part) -> [Int] {
    let isDown = part.direction == .topToBottom
    let all = isDown ? [430, 560, 620, 700, 760, 820, 900] : [400, 500, 600, 700, 850, 1_000, 1_150]
    let size = part.count + part.inner.count
    let some =
      size > 600 ? [all[5]] : size > 200 ? [all[2], all[5]] : size > 80 ? [all[1], all[3], all[5]] : all
    let scale = scale(area: area(part))
    return some.map { Int(Double($0) * scale) }
  }

  /// How bad a drawing of a part is, also in comparison with the others: a picture is easier to read if all lines lead
  /// the same way, but less so than if it is small.
  private func cost(of block: Block, _ choice: Choice, isAlone: Bool) -> Double {
    let cost = cost(of: block, choice.part, isAlone: isAlone)
    let isOther = memory.direction.map { $0 != choice.part.direction } ?? false
    return isOther && !input.isTight ? cost * 1.3 : cost
  }

  /// How bad a drawing of a part is: its area, its crossings, and the length of its lines.
  func cost(of block: Block, _ part: Part, isAlone: Bool) -> Double {
    let stubs = block.stubs.map { (trunkOfLine[$0.line], $0.points) }
    let crossings = Crossings(of: block.routes.map { (trunkOfLine[$0.line], $0.points) } + stubs)
    let (width, height) = (Double(block.width), Double(block.height))
    let minimum = isAlone ? Double(input.page.preferredMinimumWidth) : 0
    var cost = max(width, minimum) * height + 9_000 * Double(crossings.count())
    cost += 60_000 * Double(crossings.pieces(through: block.cards.map(\.rect))) + 40 * Double(crossings.length)
    let scale = scale(area: area(part))
    let excess = max(1, width / (Double(input.page.width) * 0.985 * scale))
    cost *= excess * excess * excess * excess * excess * excess
    // A picture that is wider than the page has to say less.
    if width > Double(input.page.width) * scale { cost *= 2 }
    let aspect = max(1, height / max(width, 600 * scale) / 1.6)
    return cost * aspect * aspect.squareRoot()
  }
}

/// The best way to draw each part, by its first card: parts are drawn several times if lines lead from one to another.
final class PartMemory {
  /// The choices, and the drawings as they were then.
  var found: [Int: (choice: PartLayout.Choice, block: Block)] = [:]
  /// The direction of the part that was drawn first: the largest one.
  var direction: LayoutInput.Direction?
}
