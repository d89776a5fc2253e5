import PodmapManifests

/// Islands in rows from left to right, as wide as a page and no taller than necessary.
struct GraphvizRows {
  /// A piece that is laid out as a unit: an island, or a frame with everything in it.
  struct Block {
    /// The widths of its ranks, including the margins of frames, and of the gaps after them.
    var ranks: [Int]
    /// The widths of the widest cards of its ranks.
    var widths: [Int]
    var gaps: [Int]
    var height: Int
    var first: ElementID
    var last: ElementID
    /// The ranks between `last` and the end of the block, which whatever follows has to skip.
    var rest = 0
    /// The leading ranks that precede the frame that the piece belongs to.
    var outer = 0
    /// Its cards, row by row, each with its rank.
    var cards: [(card: Int, rank: Int)]

    var depth: Int { ranks.count }
    var width: Int { ranks.reduce(0, +) + gaps.dropLast().reduce(0, +) }
  }

  private let diagram: FlowDiagram
  private let islands: Islands
  private let sizes: [GraphvizArrangement.Size]
  private var labels: [Int: Int] = [:]
  private(set) var alignments: [GraphvizArrangement.Alignment] = []
  /// The positions of the cards from the first row to the last.
  private(set) var order: [Int] = []
  /// The rank that Graphviz will give each card.
  private(set) var rankOfCard: [Int]
  /// The width of each card: that of its column, unless that is more than twice what the card needs.
  private(set) var widths: [Int]
  private(set) var width = 0

  /// The gaps that the DOT writer asks for, in points.
  private static let rankGap = 34
  private static let cardGap = 18
  private static let frameMargin = 16

  init(_ diagram: FlowDiagram, _ index: ElementIndex, _ plan: LinkPlan, sizes: [GraphvizArrangement.Size]) {
    self.diagram = diagram
    self.sizes = sizes
    widths = sizes.map(\.width)
    rankOfCard = sizes.map { _ in 0 }
    islands = Islands(
      diagram, index,
      links: plan.lines.map { $0.isReversed ? ($0.to.element, $0.from.element) : ($0.from.element, $0.to.element) })
    for line in plan.lines {
      guard let card = index.card(of: line.isReversed ? line.to.element : line.from.element) else { continue }
      labels[card] = max(labels[card] ?? 0, DOTLinkText(line, hasLegend: diagram.showsLegend).width)
    }
  }

  /// The connected pieces.
  var components: [[Int]] { islands.components }

  /// The width of all pieces side by side if lines run from top to bottom. Chained into columns they need less,
  /// but frames around a part of a piece often prevent that; single cards form columns well.
  var strip: Int {
    islands.components.lazy.filter { $0.count > 1 }.reduce(0) { sum, component in
      let ranks = islands.tightRanks(of: component)
      var widths: [Int: Int] = [:]
      for card in component { widths[ranks[card] ?? 0, default: 0] += sizes[card].width + Self.cardGap }
      return sum + (widths.values.max() ?? 0)
    }
  }

  mutating func arrange() {
    let pieces = islands.components.map { component in
      let frame = islands.mainFrame(of: component)
      return (frame: frame, block: block(component, in: frame))
    }
    guard let deepest = pieces.map(\.block.depth).max() else { return }
    var best = page(of: pieces, depth: deepest)
    // More islands side by side, as long as the page is wide enough for them and becomes shorter.
    for depth in (deepest + 1)..<max(deepest + 2, Limit.pageRanks.value) {
      let other = page(of: pieces, depth: depth)
      if other.block.width <= GraphvizArrangement.pageWidth, other.block.height < best.block.height { best = other }
    }
    width = best.block.width
    for (card, rank) in best.block.cards { rankOfCard[card] = rank }
    guard diagram.isArranged else {
      order = components.sorted { $0[0] < $1[0] }.flatMap(\.self)
      return
    }
    alignments = best.alignments
    order = best.block.cards.map(\.card)
    for (card, rank) in best.block.cards where best.block.widths[rank] <= 2 * sizes[card].width {
      widths[card] = max(widths[card], best.block.widths[rank])
    }
  }

  /// All pieces in rows of at most `depth` ranks, the same in all frames.
  private func page(of pieces: [(frame: Int, block: Block)], depth: Int) -> (block: Block, alignments: [Alignment]) {
    var alignments: [Alignment] = []
    var blocks = [[Block]](repeating: [], count: diagram.groups.count + 1)
    for piece in pieces { blocks[piece.frame + 1].append(piece.block) }
    // Inner frames first: each becomes one block of the frame around it.
    for group in diagram.groups.indices.reversed() where !blocks[group + 1].isEmpty {
      // What leads into a frame precedes everything in the frame.
      let entrance = blocks[group + 1].max { $0.outer < $1.outer }?.entrance
      let inner = blocks[group + 1].map { $0.withoutEntrance }
      var block = rows(inner, depth: depth - (entrance?.depth ?? 0), &alignments)
      block.ranks[0] += Self.frameMargin
      let title = TextWidth.points(diagram.groups[group].kind + " " + diagram.groups[group].name, size: 12)
      block.ranks[block.depth - 1] += max(Self.frameMargin, title - block.width)
      block.height += 3 * Self.frameMargin
      if let entrance, entrance.depth > 0 { block.stand(behind: entrance) }
      blocks[(diagram.parent(ofGroup: group) ?? -1) + 1].insert(block, at: 0)
    }
    return (rows(blocks[0], depth: depth, &alignments), alignments)
  }

  private typealias Alignment = GraphvizArrangement.Alignment

  /// One connected piece.
  private func block(_ component: [Int], in frame: Int) -> Block {
    let rankOf = component.count > 1 ? islands.tightRanks(of: component) : [component[0]: 0]
    let depth = (rankOf.values.max() ?? 0) + 1
    var ranks = Array(repeating: 0, count: depth)
    var heights = ranks
    var gaps = Array(repeating: Self.rankGap, count: depth)
    for card in component {
      let rank = rankOf[card] ?? 0
      ranks[rank] = max(ranks[rank], sizes[card].width)
      heights[rank] += sizes[card].height + Self.cardGap
      gaps[rank] = max(gaps[rank], Self.rankGap + (labels[card] ?? 0))
    }
    let outer =
      frame < 0 ? 0 : component.filter { islands.isCard($0, in: frame) }.compactMap { rankOf[$0] }.min() ?? 0
    let first = component.first { rankOf[$0] == outer } ?? component[0]
    let last = component.last { rankOf[$0] == depth - 1 } ?? component[0]
    return Block(
      ranks: ranks, widths: ranks, gaps: gaps, height: heights.max() ?? 0, first: islands.card(first).id,
      last: islands.card(last).id, outer: outer, cards: component.map { ($0, rankOf[$0] ?? 0) })
  }

  /// Blocks in rows, and the block that they form together.
  private func rows(_ blocks: [Block], depth: Int, _ alignments: inout [Alignment]) -> Block {
    // Deep blocks first, so that blocks of the same depth are one below the other.
    let sorted = blocks.enumerated().sorted { ($1.element.depth, $0.offset) < ($0.element.depth, $1.offset) }
    let best = Self.fill(sorted.map(\.element), depth: max(depth, sorted[0].element.depth))
    for row in best {
      for (before, after) in zip(row, row.dropFirst()) {
        alignments.append(Alignment(before: before.last, after: after.first, ranks: 1 + before.rest))
      }
    }
    var whole = Self.columns(of: best)
    whole.height = Self.height(of: best)
    for row in best {
      var offset = 0
      for block in row {
        whole.cards += block.cards.map { ($0.card, $0.rank + offset) }
        offset += block.depth
      }
    }
    return whole
  }

  /// Rows of at most `depth` ranks; each block goes into the first row that has room for it.
  private static func fill(_ blocks: [Block], depth: Int) -> [[Block]] {
    var rows: [[Block]] = []
    var room: [Int] = []
    // Deep blocks come first, so a row that is full for one block is full for all others of its depth.
    var start = (row: 0, depth: Int.max)
    for block in blocks {
      if block.depth != start.depth { start = (0, block.depth) }
      while start.row < rows.count, room[start.row] < block.depth { start.row += 1 }
      if start.row == rows.count {
        rows.append([])
        room.append(depth)
      }
      rows[start.row].append(block)
      room[start.row] -= block.depth
    }
    return rows
  }

  private static func height(of rows: [[Block]]) -> Int {
    rows.reduce(0) { sum, row in sum + (row.map(\.height).max() ?? 0) }
  }

  /// The columns that all rows share, as a block that begins and ends with the longest row.
  private static func columns(of rows: [[Block]]) -> Block {
    var ranks: [Int] = []
    var widths: [Int] = []
    var gaps: [Int] = []
    var longest = rows[0]
    for row in rows {
      let rowRanks = row.flatMap(\.ranks)
      let rowWidths = row.flatMap(\.widths)
      let rowGaps = row.flatMap(\.gaps)
      if rowRanks.count > longest.reduce(0, { $0 + $1.depth }) { longest = row }
      for position in rowRanks.indices {
        if position == ranks.count {
          ranks.append(0)
          widths.append(0)
          gaps.append(rankGap)
        }
        ranks[position] = max(ranks[position], rowRanks[position])
        widths[position] = max(widths[position], rowWidths[position])
        gaps[position] = max(gaps[position], rowGaps[position])
      }
    }
    return Block(
      ranks: ranks, widths: widths, gaps: gaps, height: 0, first: longest[0].first,
      last: longest[longest.count - 1].last, rest: longest[longest.count - 1].rest, cards: [])
  }
}

extension GraphvizRows.Block {
  /// The ranks before the frame.
  fileprivate var entrance: GraphvizRows.Block {
    var entrance = self
    entrance.ranks = Array(ranks.prefix(outer))
    entrance.widths = Array(widths.prefix(outer))
    entrance.gaps = Array(gaps.prefix(outer))
    return entrance
  }

  /// Cards that lead into the frame have ranks before the first.
  fileprivate var withoutEntrance: GraphvizRows.Block {
    var inner = self
    inner.ranks.removeFirst(outer)
    inner.widths.removeFirst(outer)
    inner.gaps.removeFirst(outer)
    inner.cards = cards.map { ($0.card, $0.rank - outer) }
    inner.outer = 0
    return inner
  }

  fileprivate mutating func stand(behind entrance: GraphvizRows.Block) {
    ranks = entrance.ranks + ranks
    widths = entrance.widths + widths
    gaps = entrance.gaps + gaps
    cards = cards.map { ($0.card, $0.rank + entrance.depth) }
  }
}
