/// Where trunks end at the cards of a part, and the room beside the cards that this needs.
///
/// Distances along the cross axis are measured from the middle of a card.
struct Ports {
  /// Where a trunk or a run meets its card.
  enum Place: Hashable {
    /// At the near side, in the direction of the lines, this far from the middle.
    case head(Int)
    /// At a row of the side along the main axis, from a vertical this far from the middle.
    case beside(Int, row: Int)
  }

  /// Where each trunk ends.
  private(set) var ends: [Place]
  /// Where each run starts, if it starts beside its card.
  private(set) var starts: [Int: Place] = [:]
  /// The runs that start beside each card.
  private(set) var startsBeside: [[Int]]
  /// The room that the labels of each card's loops need along the main axis.
  private(set) var loopRoom: [Int]
  /// Where the labels of loops are: the distance from the middle of the card, and from its near
  /// side if there are several.
  private(set) var loopLabels: [Int: (cross: Int, main: Int?)] = [:]
  /// The runs that leave each card at its far side, with the distance of their row if they have one.
  private(set) var exits: [[(run: Int, fixed: Int?)]]
  /// How far each loop is from the middle of its card.
  private(set) var loops: [Int: Int] = [:]
  /// The room that each node needs before its middle.
  private(set) var before: [Int]
  /// The room that each node needs after its middle.
  private(set) var after: [Int]

  private var widths: [Int]

  /// The distance of the first vertical from the card: room for an arrow.
  private static let first = 12

  init(of part: Part, in input: LayoutInput, runs: Runs, graph: LayerGraph, order: [[Int]]) {
    ends = Array(repeating: .head(0), count: runs.trunks.count)
    exits = Array(repeating: [], count: part.count)
    startsBeside = exits.map { _ in [] }
    loopRoom = exits.map { _ in 0 }
    widths = loopRoom
    before = part.cross.map { $0 / 2 } + Array(repeating: 4, count: graph.nodes.count - part.count)
    after = part.cross.map { $0 - $0 / 2 } + Array(repeating: 4, count: graph.nodes.count - part.count)
    let sides = Sides(graph: graph, order: order)
    placeLabels(input, runs: runs, graph: graph, direction: part.direction)
    var byCard = Array(repeating: [Int](), count: part.count)
    for (trunk, card) in runs.cardOfTrunk.enumerated() where card >= 0 { byCard[card].append(trunk) }
    for card in 0..<part.count {
      let trunks = byCard[card].sorted { one, other in
        let (a, b) = (runs.trunks[one], runs.trunks[other])
        return (a.offset ?? -1, a.net) < (b.offset ?? -1, b.net)
      }
      if part.direction == .topToBottom {
        placeEndsBelow(trunks, card: card, part, input, runs: runs, sides: sides)
      } else {
        placeEndsAtRows(trunks, card: card, part, runs: runs)
      }
    }
    for (index, run) in runs.runs.enumerated() where run.source >= 0 && run.shape != .loop {
      placeStart(of: index, run, part, input, sides: sides)
    }
    placeLoops(part, input, runs: runs)
  }

  private mutating func placeLabels(
    _ input: LayoutInput, runs: Runs, graph: LayerGraph, direction: LayoutInput.Direction
  ) {
    for (index, label) in graph.labelOfRun.enumerated() {
      guard let label else { continue }
      let line = input.lines[runs.runs[index].line]
      if direction == .topToBottom { after[label] = line.labelWidth + 6 } else { before[label] = line.labelHeight + 4 }
    }
  }

  /// Loops are beyond all other verticals beside their card, and labels of loops beyond those.
  private mutating func placeLoops(_ part: Part, _ input: LayoutInput, runs: Runs) {
    let isDown = part.direction == .topToBottom
    var sizes: [Int: Int] = [:]
    for hasLabel in [false, true] {
      for (index, run) in runs.runs.enumerated()
      where run.shape == .loop && input.lines[run.line].hasLabel == hasLabel {
        after[run.source] += Self.first
        loops[index] = after[run.source]
      }
    }
    for (index, run) in runs.runs.enumerated() where run.shape == .loop && input.lines[run.line].hasLabel {
      let line = input.lines[run.line]
      let used = sizes[run.source] ?? 0
      loopLabels[index] = (after[run.source] + (isDown ? 4 : 2 + used), isDown ? used : 0)
      sizes[run.source] = used + line.labelHeight + 2
      widths[run.source] = max(widths[run.source], line.labelWidth)
      loopRoom[run.source] = isDown ? used + line.labelHeight : max(loopRoom[run.source], line.labelWidth)
    }
    for (card, size) in sizes { after[card] += isDown ? 6 + widths[card] : 3 + size }
    for (index, label) in loopLabels {
      let card = runs.runs[index].source
      let size = input.lines[runs.runs[index].line].labelHeight + 2
      if sizes[card] == size { loopLabels[index] = (label.cross, nil) }
    }
  }

  /// Lines that lead down enter from above, or beside the card if their row isn't the first one.
  private mutating func placeEndsBelow(
    _ trunks: [Int], card: Int, _ part: Part, _ input: LayoutInput, runs: Runs, sides: Sides
  ) {
    let firstRow = input.cards[part.cards[card]].firstRowHeight
    let top = trunks.filter { (runs.trunks[$0].offset ?? 0) < firstRow }
    let spacing = min(16, (part.cross[card] - 8) / max(1, top.count))
    for (index, trunk) in top.enumerated() {
      ends[trunk] = .head((2 * index - (top.count - 1)) * spacing / 2)
    }
    for trunk in trunks {
      guard let row = runs.trunks[trunk].offset, row >= firstRow else { continue }
      ends[trunk] = .beside(lane(at: card, isAfter: sides.entersAfter(trunk: trunk, card: card)), row: row)
    }
  }

  /// Lines that lead to the right enter at the height of their row; several kinds at one row are a little apart.
  private mutating func placeEndsAtRows(_ trunks: [Int], card: Int, _ part: Part, runs: Runs) {
    let middle = part.cross[card] / 2
    var last = -1
    let wanted = trunks.map { runs.trunks[$0].offset ?? min(middle, 24) }
    let rows = trunks.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    let spacing = max(1, min(5, (part.cross[card] - 4) / max(1, trunks.count)))
    for (rank, index) in rows.enumerated() {
      let same = wanted.filter { $0 == wanted[index] }.count
      var row = max(
        last + spacing, wanted[index] - (same > 1 && (last < 0 || wanted[index] - last > 8) ? 2 * (same - 1) : 0))
      row = max(1, min(row, part.cross[card] - 1 - (rows.count - 1 - rank)))
      ends[trunks[index]] = .head(row - middle)
      last = row
    }
  }

  private mutating func placeStart(of index: Int, _ run: Run, _ part: Part, _ input: LayoutInput, sides: Sides) {
    let row = input.lines[run.line].fromOffset
    if part.direction == .leftToRight {
      exits[run.source].append((run: index, fixed: row.map { $0 - part.cross[run.source] / 2 }))
    } else if let row {
      startsBeside[run.source].append(index)
      starts[index] = .beside(lane(at: run.source, isAfter: sides.leavesAfter(run: index, card: run.source)), row: row)
    } else {
      exits[run.source].append((run: index, fixed: nil))
    }
  }

  /// Reserves the next vertical beside a card.
  private mutating func lane(at card: Int, isAfter: Bool) -> Int {
    if isAfter {
      after[card] += Self.first
      return after[card]
    }
    before[card] += Self.first
    return -before[card]
  }
}

/// On which side of a card its lines come in or leave: that of the cards they connect it with.
private struct Sides {
  let graph: LayerGraph
  /// Where each node is in its layer, between 0 and 1.
  private var place: [Double]

  init(graph: LayerGraph, order: [[Int]]) {
    self.graph = graph
    place = Array(repeating: 0.5, count: graph.nodes.count)
    for layer in order {
      for (index, node) in layer.enumerated() { place[node] = (Double(index) + 0.5) / Double(layer.count) }
    }
  }

  func entersAfter(trunk: Int, card: Int) -> Bool {
    isAfter(graph.edgesUp[card].filter { graph.edges[$0].trunk == trunk }.map { graph.edges[$0].upper }, card: card)
  }

  func leavesAfter(run: Int, card: Int) -> Bool {
    isAfter(graph.edgesDown[card].filter { graph.edges[$0].run == run }.map { graph.edges[$0].lower }, card: card)
  }

  private func isAfter(_ others: [Int], card: Int) -> Bool {
    others.isEmpty || others.reduce(0.0) { $0 + place[$1] } >= place[card] * Double(others.count)
  }
}
