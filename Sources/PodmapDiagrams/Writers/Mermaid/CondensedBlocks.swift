/// Cards in blocks, and blocks in rows no wider than a page: connected cards, then a grid of those without lines, then
/// tables and the tray.
struct CondensedBlocks {
  /// Cards that belong together, and the room that they take.
  struct Block {
    var size: CondensedArrangement.Size
    /// The cards at its beginning, which what comes before links to.
    var heads: [Int]
    /// The cards at its end.
    var tails: [Int]
  }

  let isSideways: Bool
  private let diagram: CondensedDiagram
  private let sizes: [CondensedArrangement.Size]
  private(set) var invisible: [CondensedArrangement.Pair] = []
  private(set) var page = Block(size: .init(width: 0, height: 0), heads: [], tails: [])

  /// The number of unconnected cards in a row.
  private static let columns = 4
  private static let gap = CondensedArrangement.gap

  init(_ diagram: CondensedDiagram, _ sizes: [CondensedArrangement.Size], isSideways: Bool) {
    self.diagram = diagram
    self.sizes = sizes
    self.isSideways = isSideways
    let components = CondensedComponents(diagram)
    // Each frame comes after the frame around it.
    var inFrames = [[Block]](repeating: [], count: diagram.frames.count + 1)
    for frame in (0...diagram.frames.count).reversed() where frame < diagram.frames.count {
      let block = block(components.within[frame], frames: inFrames[frame])
      guard var block else { continue }
      block.size.width += Self.gap
      block.size.height += Self.gap
      inFrames[diagram.frames[frame].parent ?? diagram.frames.count].insert(block, at: 0)
    }
    let outside = block(components.within[diagram.frames.count], frames: inFrames[diagram.frames.count])
    if let outside { page = outside }
  }

  /// How bad the picture is on a page: its height there, much more if its letters are too small or it is very long.
  var cost: Double {
    // Lines and labels make pictures a little wider than their boxes are.
    let width = Double(page.size.width) * 1.08
    let scale = min(1, 830 / max(width, 1))
    let height = Double(page.size.height)
    let blur = max(1, 10 / (16 * scale))
    let length = max(1, height / max(width, 830) / 2)
    return height * scale * pow8(blur) * length * length * (isSideways ? 1.1 : 1)
  }

  private func pow8(_ number: Double) -> Double {
    let square = number * number
    return square * square * square * square
  }

  // MARK: - Blocks

  private mutating func block(_ content: CondensedComponents.Content, frames: [Block]) -> Block? {
    var blocks = content.connected.map { component($0) } + frames
    if !content.single.isEmpty { blocks += grid(content.single) }
    var rows = isSideways ? blocks.map { [$0] } : packed(blocks)
    rows += content.lists.map { [Block(size: sizes[$0], heads: [$0], tails: [$0])] }
    guard !rows.isEmpty else { return nil }
    if !isSideways { stack(rows) }
    let widths = rows.map { row in row.reduce(0) { $0 + $1.size.width + Self.gap } - Self.gap }
    let heights = rows.map { row in row.map(\.size.height).max() ?? 0 }
    return Block(
      size: .init(
        width: widths.max() ?? 0, height: heights.reduce(0) { $0 + $1 + Self.gap } - Self.gap),
      heads: rows[0].flatMap(\.heads), tails: rows[rows.count - 1].flatMap(\.tails))
  }

  private mutating func component(_ component: CondensedComponents.Component) -> Block {
    let layers = CondensedLayers(
      component, sizes: component.cards.map { isSideways ? sizes[$0].height : sizes[$0].width },
      room: isSideways ? CondensedArrangement.pageHeight : CondensedArrangement.pageWidth)
    invisible += layers.pushed
    let across =
      zip(layers.layers, layers.passing).map { layer, passing in
        layer.reduce(
          passing * (isSideways ? CondensedArrangement.lineRoom.above : CondensedArrangement.lineRoom.beside)
        ) { sum, card in
          sum + (isSideways ? sizes[card].height : sizes[card].width) + Self.gap
        }
      }.max() ?? 0
    let along = layers.layers.reduce(labelRoom(component)) { sum, layer in
      sum + (layer.map { isSideways ? sizes[$0].width : sizes[$0].height }.max() ?? 0) + CondensedArrangement.layerGap
    }
    return Block(
      size: .init(width: isSideways ? along : across, height: isSideways ? across : along),
      heads: Array(layers.layers.first?.prefix(1) ?? []), tails: Array(layers.layers.last?.prefix(1) ?? []))
  }

  /// The length that labels add: about that of the longest one in two places.
  private func labelRoom(_ component: CondensedComponents.Component) -> Int {
    let own = Set(component.cards)
    let labels = diagram.lines.filter { own.contains($0.from.card) }.flatMap(\.labels)
    guard !labels.isEmpty else { return 0 }
    return isSideways ? 2 * (labels.map { TextWidth.points($0, size: 16) }.max() ?? 0) : 24
  }

  /// Rows of cards without lines.
  private mutating func grid(_ cards: [Int]) -> [Block] {
    let width = cards.map { sizes[$0].width }.max() ?? 0
    let columns = min(Self.columns, max(1, (CondensedArrangement.pageWidth + Self.gap) / (width + Self.gap)))
    let rows = stride(from: 0, to: cards.count, by: columns).map { start in
      Array(cards[start..<min(start + columns, cards.count)])
    }
    for (row, next) in zip(rows, rows.dropFirst()) where !isSideways {
      for (above, below) in zip(row, next) { invisible.append(.init(above: above, below: below)) }
    }
    for row in rows where isSideways {
      for (left, right) in zip(row, row.dropFirst()) { invisible.append(.init(above: left, below: right)) }
    }
    let height = rows.reduce(0) { $0 + ($1.map { sizes[$0].height }.max() ?? 0) + Self.gap } - Self.gap
    let count = min(columns, cards.count)
    // The last card of each column.
    let tails = Array(cards.suffix(count))
    return [
      Block(size: .init(width: count * (width + Self.gap) - Self.gap, height: height), heads: rows[0], tails: tails)
    ]
  }

  // MARK: - Rows

  private func packed(_ blocks: [Block]) -> [[Block]] {
    var rows: [[Block]] = []
    var width = 0
    for block in blocks {
      if !rows.isEmpty, width + Self.gap + block.size.width <= CondensedArrangement.pageWidth {
        rows[rows.count - 1].append(block)
        width += Self.gap + block.size.width
      } else {
        rows.append([block])
        width = block.size.width
      }
    }
    return rows
  }

  /// Puts each row below all blocks of the one before it: dagre puts a block that nothing ties anywhere.
  private mutating func stack(_ rows: [[Block]]) {
    for (row, next) in zip(rows, rows.dropFirst()) {
      guard let tallest = row.max(by: { $0.size.height < $1.size.height }), !tallest.tails.isEmpty else { continue }
      for (position, head) in next.flatMap(\.heads).enumerated() {
        invisible.append(.init(above: tallest.tails[position % tallest.tails.count], below: head))
      }
      guard let head = next.first?.heads.first else { continue }
      for tail in row.compactMap(\.tails.first) where tail != tallest.tails[0] {
        invisible.append(.init(above: tail, below: head))
      }
    }
  }
}
