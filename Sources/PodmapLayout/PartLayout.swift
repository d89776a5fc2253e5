/// The search for the best drawing of one connected part: in both directions, with layers of several widths.
struct PartLayout {
  /// The layout's input, with cards, lines and frames in the order of their ids.
  let input: LayoutInput
  /// The number of each line's trunk.
  let trunkOfLine: [Int]

  /// Returns the drawing with the lowest cost.
  func best(cards: [Int], inner: [Part.Inner], outer: [Part.Outer], isAlone: Bool) -> Block {
    var best: (cost: Double, block: Block)?
    let wanted = input.direction ?? (inner.isEmpty ? direction(of: outer) : nil)
    for direction in wanted.map({ [$0] }) ?? LayoutInput.Direction.allCases {
      let part = Part(cards: cards, inner: inner, outer: outer, of: input, direction: direction)
      var seen = Set<[Int]>()
      for limit in limits(part) {
        let gap = gap(direction)
        let layering = Layering(of: part, limit: limit, gap: gap + 4)
        guard seen.insert(layering.layerOfCard).inserted else { continue }
        for preference in CrossingReduction.Preference.allCases.prefix(part.count > 120 ? 1 : 2) {
          let drawing = PartDrawing(of: part, in: input, layering: layering, gap: gap, preference: preference)
          let block = drawing.block()
          let cost = cost(of: block, part, isAlone: isAlone)
          if best.map({ cost < $0.cost }) ?? true { best = (cost, block) }
        }
      }
    }
    return best?.block ?? Block()
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
    let some =
      part.count > 400
      ? [all[5]] : part.count > 120 ? [all[2], all[5]] : part.count > 60 ? [all[1], all[3], all[5]] : all
    let scale = scale(area: area(part))
    return some.map { Int(Double($0) * scale) }
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
