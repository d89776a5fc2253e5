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

    /// Whether a line comes in on a vertical as far down as a row.
    func isBeside(at place: Int, from row: Int) -> Bool {
      if case .beside(place, let own) = self { own > row } else { false }
    }
  }

  /// A row of a card where loops start.
  private struct StartRow: Hashable {
    var card: Int
    var row: Int
  }

  /// A vertical beside a card on which lines of one kind lead down.
  private struct StartLane: Hashable {
    var row: Int
    var net: Int
    var isAfter: Bool
  }

  /// How a loop leads around its card.
  struct Loop {
    /// The distance of its outermost piece from the middle of the card.
    var lane: Int
    /// Where it starts along the side of the card.
    var start: Int
    /// Where it ends along the side of the card.
    var end: Int
    /// Its number among the loops of the card.
    var number: Int
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
  private(set) var exits: [[(run: Int, row: Int?, net: Int)]]
  /// Where the loops are.
  private(set) var loops: [Int: Loop] = [:]
  /// The number of loops of each card.
  private(set) var loopCount: [Int]
  /// The room that each node needs before its middle.
  private(set) var before: [Int]
  /// The room that each node needs after its middle.
  private(set) var after: [Int]

  /// The trunks that end at the near side of each card, in the order of their places.
  private(set) var order: [[Int]]
  private var widths: [Int]
  /// The distance that each trunk's row asks for, if its place depends on that.
  private var rowOfTrunk: [Int?]
  private var claims: RowClaims
  /// Where lines from rows start at the side after each card.
  private var startRows: [StartRow: Int] = [:]

  /// The distance of the first vertical from the card: room for an arrow.
  private static let first = 12

  init(of part: Part, in input: LayoutInput, runs: Runs, graph: LayerGraph, order: [[Int]]) {
    ends = Array(repeating: .head(0), count: runs.trunks.count)
    exits = Array(repeating: [], count: part.count)
    startsBeside = exits.map { _ in [] }
    loopRoom = exits.map { _ in 0 }
    loopCount = loopRoom
    widths = loopRoom
    self.order = exits.map { _ in [] }
    rowOfTrunk = ends.map { _ in nil }
    claims = RowClaims(cards: part.count)
    before = part.cross.map { $0 / 2 } + Array(repeating: 4, count: graph.nodes.count - part.count)
    after = part.cross.map { $0 - $0 / 2 } + Array(repeating: 4, count: graph.nodes.count - part.count)
    let (firstBefore, firstAfter) = (before, after)
    let sides = Sides(graph: graph, order: order)
    placeLabels(input, runs: runs, graph: graph, direction: part.direction)
    var byCard = Array(repeating: [Int](), count: part.count)
    let isUsed = Self.trunksWithEnds(part, runs: runs)
    for (trunk, card) in runs.cardOfTrunk.enumerated() where card >= 0 && isUsed[trunk] { byCard[card].append(trunk) }
    for card in 0..<part.count {
      let trunks = byCard[card].sorted { one, other in
        let (a, b) = (runs.trunks[one], runs.trunks[other])
        return (a.offset ?? -1, a.net) < (b.offset ?? -1, b.net)
      }
      if part.direction == .topToBottom {
        placeEndsBelow(trunks, card: card, part, input, runs: runs, sides: sides)
      } else {
        placeEndsAtRows(trunks, card: card, part, runs: runs, sides: sides)
      }
    }
    for (index, run) in runs.runs.enumerated() where run.source >= 0 && run.shape != .loop {
      placeStart(of: index, run, part, input)
    }
    for card in 0..<part.count where !startsBeside[card].isEmpty {
      placeStartsBeside(
        card, size: part.main[card], from: (firstBefore[card], firstAfter[card]), runs: runs, input, sides: sides)
    }
    placeLoops(part, input, runs: runs)
  }

  /// Whether each trunk needs an end of its own. Loops end beside their card if lines lead down.
  private static func trunksWithEnds(_ part: Part, runs: Runs) -> [Bool] {
    var result = Array(repeating: part.direction == .leftToRight, count: runs.trunks.count)
    for run in runs.runs where run.shape != .loop { result[run.trunk] = true }
    return result
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
    let all = runs.runs.indices.filter { runs.runs[$0].shape == .loop }
    let ordered = [false, true].flatMap { hasLabel in
      all.filter { input.lines[runs.runs[$0].line].hasLabel == hasLabel }
    }
    let rows = rowsOfLoops(ordered, part, input, runs: runs)
    for index in ordered {
      let card = runs.runs[index].source
      after[card] += Self.first
      let size = part.main[card]
      let distance = size > 40 ? 8 : size / 5
      func place(_ row: Int?, besides other: Int?, nested: Int) -> Int {
        if let row { return row }
        let wanted = other.map { $0 + 2 * nested > 0 && $0 + 2 * nested < size ? $0 + 2 * nested : $0 - 2 * nested }
        return claims.claim(wanted ?? size / 2 + nested, card: card, isAfter: true, size: size)
      }
      let (start, end) = rows[index] ?? (nil, nil)
      let first = place(start, besides: end, nested: distance)
      var last = place(end, besides: start, nested: -distance)
      // A line that came back to where it began would not be seen.
      if last == first { last = first > 0 ? first - min(first, 3) : min(3, max(size, 1)) }
      loops[index] = Loop(lane: after[card], start: first, end: last, number: loopCount[card])
      loopCount[card] += 1
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

  /// Whether two trunks that end side by side can change places.
  func canExchange(_ one: Int, _ other: Int) -> Bool { rowOfTrunk[one] == rowOfTrunk[other] }

  /// Exchanges the places of a trunk and the next one.
  mutating func exchange(_ index: Int, of card: Int) {
    let (one, other) = (order[card][index], order[card][index + 1])
    (ends[one], ends[other]) = (ends[other], ends[one])
    order[card].swapAt(index, index + 1)
  }

  /// Moves the end of a trunk at the near side of a card, if it stays on the card and away from its neighbours.
  mutating func moveEnd(_ index: Int, of card: Int, by step: Int, size: Int) {
    func place(_ index: Int) -> Int? {
      guard order[card].indices.contains(index), case .head(let offset) = ends[order[card][index]] else { return nil }
      return offset
    }
    guard let here = place(index).map({ $0 + step }), abs(here) <= size / 2 - 4 else { return }
    if let other = place(index - 1), here - other < Self.first { return }
    if let other = place(index + 1), other - here < Self.first { return }
    ends[order[card][index]] = .head(here)
  }

  /// Where loops start and end beside their card if they do so at rows; those of one trunk end at one place.
  private mutating func rowsOfLoops(
    _ loops: [Int], _ part: Part, _ input: LayoutInput, runs: Runs
  ) -> [Int: (start: Int?, end: Int?)] {
    guard part.direction == .topToBottom else { return [:] }
    var ends: [Int: Int] = [:]
    var result: [Int: (start: Int?, end: Int?)] = [:]
    for index in loops {
      let run = runs.runs[index]
      guard let row = input.lines[run.line].toOffset, ends[run.trunk] == nil else { continue }
      if case .beside(let offset, let row) = self.ends[run.trunk], offset > 0 {
        ends[run.trunk] = row
        continue
      }
      ends[run.trunk] = claims.claim(row, card: run.source, isAfter: true, size: part.main[run.source])
    }
    for index in loops {
      let run = runs.runs[index]
      let row = input.lines[run.line].fromOffset.map { StartRow(card: run.source, row: $0) }
      if let row, startRows[row] == nil {
        startRows[row] = claims.claim(row.row, card: run.source, isAfter: true, size: part.main[run.source])
      }
      result[index] = (row.flatMap { startRows[$0] }, ends[run.trunk])
    }
    return result
  }

  /// Lines that lead down enter from above, or beside the card if their row isn't the first one.
  private mutating func placeEndsBelow(
    _ trunks: [Int], card: Int, _ part: Part, _ input: LayoutInput, runs: Runs, sides: Sides
  ) {
    let firstRow = input.cards[part.cards[card]].firstRowHeight
    let origins = trunks.map { sides.origin(of: $0, card: card) }
    let top = trunks.indices.filter { (runs.trunks[trunks[$0]].offset ?? 0) < firstRow }
    order[card] = top.sorted { (origins[$0], $0) < (origins[$1], $1) }.map { trunks[$0] }
    let spacing = min(24, (part.cross[card] - 8) / max(1, top.count))
    for (index, trunk) in order[card].enumerated() {
      ends[trunk] = .head((2 * index - (top.count - 1)) * spacing / 2)
    }
    for trunk in trunks {
      guard let row = runs.trunks[trunk].offset, row >= firstRow else { continue }
      let isAfter = sides.entersAfter(trunk: trunk, card: card)
      let place = claims.claim(row, card: card, isAfter: isAfter, size: part.main[card])
      ends[trunk] = .beside(lane(at: card, isAfter: isAfter), row: place)
    }
  }

  /// Lines that lead to the right enter at the height of their row; several kinds at one row are a little apart.
  private mutating func placeEndsAtRows(_ trunks: [Int], card: Int, _ part: Part, runs: Runs, sides: Sides) {
    let size = part.cross[card]
    var places: [(place: Int, trunk: Int)] = []
    let origins = trunks.map { sides.origin(of: $0, card: card) }
    let byRow = Dictionary(grouping: trunks.indices.filter { runs.trunks[trunks[$0]].offset != nil }) {
      runs.trunks[trunks[$0]].offset ?? 0
    }
    for (row, members) in byRow.sorted(by: { $0.key < $1.key }) {
      let spacing = min(7, 18 / max(1, members.count - 1))
      for (index, member) in members.sorted(by: { (origins[$0], $0) < (origins[$1], $1) }).enumerated() {
        rowOfTrunk[trunks[member]] = row
        places.append((row + (2 * index - (members.count - 1)) * spacing / 2, trunks[member]))
      }
    }
    for trunk in trunks where runs.trunks[trunk].offset == nil {
      places.append((Self.free(near: min(size / 2, 24), size: size, besides: places.map(\.place)), trunk))
    }
    places.sort { ($0.place, $0.trunk) < ($1.place, $1.trunk) }
    order[card] = places.map(\.trunk)
    for (place, trunk) in places { ends[trunk] = .head(max(0, min(place, size)) - size / 2) }
  }

  /// The place nearest to `wanted` that isn't close to others.
  private static func free(near wanted: Int, size: Int, besides others: [Int]) -> Int {
    var best = (cost: Int.max, place: wanted)
    for place in min(4, size / 2)...max(size - 4, size / 2) {
      let room = others.map { abs($0 - place) }.min() ?? 99
      let cost = abs(place - wanted) + 100 * max(0, 5 - room) + 2 * max(0, 9 - room)
      if cost < best.cost { best = (cost, place) }
    }
    return best.place
  }

  private mutating func placeStart(of index: Int, _ run: Run, _ part: Part, _ input: LayoutInput) {
    let line = input.lines[run.line]
    if part.direction == .leftToRight {
      exits[run.source].append(
        (run: index, row: line.fromOffset.map { $0 - part.cross[run.source] / 2 }, net: line.net))
    } else if line.fromOffset != nil {
      startsBeside[run.source].append(index)
    } else {
      exits[run.source].append((run: index, row: nil, net: line.net))
    }
  }

  /// Lines that leave beside a card and lead down: those of deeper rows are nearer to the card, those of one kind
  /// from one row share a vertical. A vertical can be below one on which a line enters at a row further up.
  private mutating func placeStartsBeside(
    _ card: Int, size: Int, from border: (before: Int, after: Int), runs: Runs, _ input: LayoutInput, sides: Sides
  ) {
    var lanes: [StartLane: (place: Int, row: Int)] = [:]
    let entering = ends.indices.filter { runs.cardOfTrunk[$0] == card }.map { ends[$0] }
    func crossings(_ row: Int, isAfter: Bool) -> Int {
      entering.count { end in
        if case .beside(let offset, let deeper) = end { (offset > 0) == isAfter && deeper > row } else { false }
      }
    }
    let starts = startsBeside[card].map { run in
      let row = input.lines[runs.runs[run].line].fromOffset ?? 0
      var isAfter = sides.leavesAfter(run: run, of: runs.runs[run], card: card)
      // A line crosses those that come in further down on its side.
      if crossings(row, isAfter: isAfter) > crossings(row, isAfter: !isAfter) { isAfter.toggle() }
      // Where a line comes in at the same row, this one leaves at the other side.
      if claims.isTaken(row, card: card, isAfter: isAfter) { isAfter.toggle() }
      if claims.isTaken(row, card: card, isAfter: isAfter) { isAfter.toggle() }
      return StartLane(row: row, net: input.lines[runs.runs[run].line].net, isAfter: isAfter)
    }
    let (first, last) = (before[card], after[card])
    var (start, end) = border
    for lane in Set(starts).sorted(by: { ($0.row, $0.isAfter ? 1 : 0, $0.net) > ($1.row, $1.isAfter ? 1 : 0, $1.net) })
    {
      var place = lane.isAfter ? end + Self.first : -start - Self.first
      while entering.contains(where: { $0.isBeside(at: place, from: lane.row - 8) }) {
        place += lane.isAfter ? Self.first : -Self.first
      }
      let row = claims.claim(lane.row, card: card, isAfter: lane.isAfter, size: size)
      lanes[lane] = (place, row)
      if lane.isAfter { startRows[StartRow(card: card, row: lane.row)] = row }
      if lane.isAfter { end = place } else { start = -place }
    }
    before[card] = max(first, start)
    after[card] = max(last, end)
    for (run, lane) in zip(startsBeside[card], starts) {
      guard let (place, row) = lanes[lane] else { continue }
      self.starts[run] = .beside(place, row: row)
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
