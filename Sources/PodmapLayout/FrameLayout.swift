/// The layout of a frame's content, or of the whole picture: parts, grids, frames and tables, packed.
struct FrameLayout {
  private let input: LayoutInput
  private let parts: PartLayout
  private let components: Components
  private let known: [Point?]?

  /// Takes an input whose cards, lines and frames are in the order of their ids. `known` has the cards' places in an
  /// earlier picture, if this one should be like it.
  init(
    of input: LayoutInput, trunkOfLine: [Int], components: Components, memory: PartMemory, known: [Point?]? = nil
  ) {
    self.input = input
    self.components = components
    self.known = known
    parts = PartLayout(input: input, trunkOfLine: trunkOfLine, memory: memory)
  }

  /// Returns what is in a frame, without the frame; `nil` stands for the whole picture.
  func content(of frame: Int?) -> Block {
    let items = items(in: frame)
    let hasOuter = items.contains { !$0.stubs.isEmpty }
    let gap = hasOuter ? 36 : input.isTight ? 12 : 16
    let trays = components.cards(in: frame).filter { input.cards[$0].rank == .tray }.map { single($0) }
    let below = trays.reduce((width: 0, height: 0)) { (max($0.width, $1.width), $0.height + $1.height + 18) }
    var result = Block()
    if known != nil, items.contains(where: { $0.anchor != nil }) {
      let packing = hinted(items, below: below, gap: gap, frame: frame)
      for (item, place) in zip(items, packing.places) { result.add(item, x: place.x, y: place.y) }
      result.anchor = packing.anchor
    } else {
      let packing = best(items.map { ($0.width, $0.height) }, below: below, gap: gap, isWhole: frame == nil)
      for (item, place) in zip(items, packing.places) { result.add(item, x: place.x, y: place.y) }
    }
    for tray in trays { result.add(tray, x: 0, y: result.height == 0 ? 0 : result.height + 18) }
    return result
  }

  /// A frame with its content.
  private func framed(_ frame: Int) -> Block {
    let inside = content(of: frame)
    let look = input.frames[frame]
    // Lines that leave the frame pass between its border and its content.
    let padding = inside.stubs.isEmpty ? max(0, look.padding) : max(24, look.padding)
    let title = look.titleHeight > 0 ? look.titleHeight + 6 : 0
    var result = Block()
    result.add(inside, x: padding, y: padding + title)
    result.anchor = inside.anchor.map { Point(x: $0.x - padding, y: $0.y - padding - title) }
    result.width = max(result.width, padding + look.titleWidth) + padding
    result.height = max(result.height, padding + title) + padding
    result.frames.append((frame, Rect(x: 0, y: 0, width: result.width, height: result.height)))
    if title > 0 {
      // The title begins at the look's padding or a little before it.
      result.solids.append(Rect(x: 4, y: 4, width: max(0, look.padding) + look.titleWidth, height: look.titleHeight))
    }
    return result
  }

  private func single(_ card: Int) -> Block {
    let rect = Rect(x: 0, y: 0, width: input.cards[card].width, height: input.cards[card].height)
    return Block(
      width: rect.width, height: rect.height, cards: [(card, rect)], solids: [rect], anchor: known?[card])
  }

  /// Connected parts, entries first and then by size; frames by size; parts that lines from elsewhere only lead to;
  /// grids; single cards; tables.
  private func items(in frame: Int?) -> [Block] {
    let inside = components.parts(in: frame)
    let isAlone = inside.count == 1 && components.children(of: frame).isEmpty
    var drawn = Array(repeating: Block(), count: inside.count)
    // The largest one first: the others take its direction if they can.
    for index in inside.indices.sorted(by: { (-inside[$0].cards.count, $0) < (-inside[$1].cards.count, $1) }) {
      drawn[index] = draw(inside[index], isAlone: isAlone, room: room(in: frame))
    }
    let frames = components.children(of: frame).map(framed)
    let order = frames.indices.sorted { (-frames[$0].cards.count, $0) < (-frames[$1].cards.count, $1) }
    let single = components.cards(in: frame).filter { components.isSingle[$0] && input.cards[$0].rank != .tray }
    let grids = Dictionary(grouping: single.filter { input.cards[$0].gridGroup != nil }) {
      input.cards[$0].gridGroup ?? 0
    }
    let rest = single.filter { input.cards[$0].gridGroup == nil }.sorted {
      (input.cards[$0].rank.rawValue, $0) < (input.cards[$1].rank.rawValue, $1)
    }
    return drawn.filter { !$0.isOnlyEntered } + order.map { frames[$0] } + drawn.filter(\.isOnlyEntered)
      + grids.sorted { $0.key < $1.key }.map { grid($0.value) }
      + rest.map { self.single($0) }
  }

  /// A connected part, as it was if it is mostly known.
  private func draw(_ part: Components.Component, isAlone: Bool, room: Int) -> Block {
    if let known,
      let hinted = HintedPart(
        cards: part.cards, inner: part.inner, outer: part.outer, isAlone: isAlone, room: room, parts: parts,
        known: known)
    {
      return hinted.best()
    }
    var block = parts.best(cards: part.cards, inner: part.inner, outer: part.outer, isAlone: isAlone)
    block.anchor = anchor(of: block)
    return block
  }

  /// Where a block was if most of its cards stay about where they were.
  private func anchor(of block: Block) -> Point? {
    guard let known else { return nil }
    let shifts = block.cards.compactMap { card, rect in
      known[card].map { Point(x: $0.x - rect.x, y: $0.y - rect.y) }
    }
    guard !shifts.isEmpty else { return nil }
    return Point(x: shifts.map(\.x).sorted()[shifts.count / 2], y: shifts.map(\.y).sorted()[shifts.count / 2])
  }

  /// Rows of columns with equal widths; no row is nearly empty if it can be avoided.
  private func grid(_ cards: [Int]) -> Block {
    let column = (cards.map { input.cards[$0].width }.max() ?? 0) + 14
    if let known, let hinted = HintedGrid(cards, known: known, step: column, room: input.page.width - 48) {
      return rows(of: hinted)
    }
    let scale = max(1, (Double(cards.count * column) * 150).squareRoot() / Double(input.page.width))
    let most = max(1, (Int(Double(input.page.width) * scale) - 10) / column)
    var columns = balanced(cards.count, atMost: most)
    var result = rows(of: cards, columns: columns, width: column)
    // A strip that must be scaled down is worse than a few rows.
    while columns > 1, result.width > input.page.width * 2 / 3, result.width * 10 > result.height * 24 {
      columns = balanced(cards.count, atMost: columns - 1)
      result = rows(of: cards, columns: columns, width: column)
    }
    return result
  }

  /// The number of columns, at most `most`, with which the rows are about equally long.
  private func balanced(_ count: Int, atMost most: Int) -> Int {
    let rows = (count + most - 1) / most
    return max(1, (count + rows - 1) / max(1, rows))
  }

  private func rows(of cards: [Int], columns: Int, width column: Int) -> Block {
    var result = Block()
    var y = 0
    for row in stride(from: 0, to: cards.count, by: columns) {
      let members = cards[row..<min(row + columns, cards.count)]
      for (index, card) in members.enumerated() { result.add(single(card), x: index * column, y: y) }
      y += (members.map { input.cards[$0].height }.max() ?? 0) + 12
    }
    return result
  }

  private func rows(of grid: HintedGrid) -> Block {
    var result = Block()
    var y = 0
    for (row, start) in zip(grid.rows, grid.starts) {
      y = max(y, start ?? 0)
      for (column, card) in row.sorted(by: { $0.key < $1.key }) {
        result.add(single(card), x: grid.columns[column], y: y)
      }
      y += (row.values.map { input.cards[$0].height }.max() ?? 0) + 12
    }
    result.anchor = anchor(of: result)
    return result
  }

  /// How bad a packing of this size is, scaled to the page. It should be small and have good proportions.
  private func cost(of size: (width: Int, height: Int), scale: Double, isWhole: Bool) -> Double {
    let (width, height, page) = (Double(size.width), Double(size.height), Double(input.page.width))
    let minimum = isWhole ? Double(input.page.preferredMinimumWidth) * scale : 0
    let shrink = max(1, width / (page * 0.93 * scale))
    let aspect = (height + 60) / max(1, width)
    let penalty = max(
      1, aspect * 100 / Double(input.page.maximumAspect), Double(input.page.minimumAspect) / 100 / aspect)
    return max(width, minimum) * (height + 40) * shrink * shrink * penalty * penalty.squareRoot().squareRoot()
  }

  /// How much larger than the page boxes of these sizes are together; at least 1.
  private func scale(_ sizes: [(width: Int, height: Int)], gap: Int) -> Double {
    let area = sizes.reduce(0) { $0 + ($1.width + gap) * ($1.height + gap) }
    return max(1, (Double(area) * 1.1).squareRoot() / Double(input.page.width))
  }

  /// Tries several widths and takes the best one.
  private func best(
    _ sizes: [(width: Int, height: Int)], below: (width: Int, height: Int), gap: Int, isWhole: Bool
  ) -> Skyline {
    let widest = sizes.map(\.width).max() ?? 0
    let scale = scale(sizes, gap: gap)
    var best: (cost: Double, packing: Skyline)?
    let tries = stride(from: 300, to: input.page.width + 46, by: 40).map { max(widest, Int(Double($0) * scale)) }
    for width in Set(tries).sorted() {
      let packing = Skyline(of: sizes, strip: width, gap: gap)
      let size = (width: max(packing.width, below.width), height: packing.height + below.height)
      let cost = cost(of: size, scale: scale, isWhole: isWhole)
      if best.map({ cost < $0.cost - 1 }) ?? true { best = (cost, packing) }
    }
    return best?.packing ?? Skyline(of: sizes, strip: widest, gap: gap)
  }

  /// Leaves boxes where they were; one that grew into another one can move to a free place instead of pushing others
  /// away, if that is better.
  private func hinted(
    _ items: [Block], below: (width: Int, height: Int), gap: Int, frame: Int?
  ) -> HintedPacking {
    let sizes = items.map { (width: $0.width, height: $0.height) }
    let scale = scale(sizes, gap: gap)
    let strip = Int(Double(room(in: frame)) * scale)
    var anchors = items.map(\.anchor)
    func packed() -> (cost: Double, packing: HintedPacking) {
      let packing = HintedPacking(of: sizes, anchors: anchors, strip: strip, gap: gap)
      let size = (width: max(packing.width, below.width), height: packing.height + below.height)
      var moved = packing.moved(anchors: items.map(\.anchor), weights: items.map(\.cards.count))
      // A box that goes elsewhere changes sides with many others.
      let all = items.reduce(0) { $0 + $1.cards.count }
      for index in items.indices.prefix(60) where anchors[index] == nil && items[index].anchor != nil {
        moved += Double(items[index].cards.count) / Double(max(1, all))
      }
      return (cost(of: size, scale: scale, isWhole: frame == nil) * (1 + moved), packing)
    }
    var best = packed()
    var tries = 0
    for index in items.indices where anchors[index] != nil && anchors.count(where: { $0 != nil }) > 1 {
      let place = anchors[index]
      guard tries < 12, best.packing.isPushed else { break }
      tries += 1
      anchors[index] = nil
      let other = packed()
      if other.cost < best.cost { best = other } else { anchors[index] = place }
    }
    return best.packing
  }

  /// The width that there is for the content of a frame.
  private func room(in frame: Int?) -> Int {
    var result = input.page.width
    var next = frame
    var seen = 0
    while let frame = next, seen < input.frames.count {
      result -= 2 * max(0, input.frames[frame].padding)
      next = input.frames[frame].parent
      seen += 1
    }
    return max(100, result)
  }
}
