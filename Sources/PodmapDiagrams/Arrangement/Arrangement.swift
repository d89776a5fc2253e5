/// Stacks the islands of a diagram if, side by side, they would make a strip that no page
/// can show.
///
/// Layout engines put unconnected pieces side by side. An invisible line from the last card of one piece
/// to the first of another puts them in one column; this chooses the columns.
package struct Arrangement: Sendable {
  /// `below` follows `above` in the main direction.
  package struct Alignment: Sendable, Hashable {
    package var above: ElementID
    package var below: ElementID

    package init(above: ElementID, below: ElementID) {
      self.above = above
      self.below = below
    }
  }

  package private(set) var alignments: [Alignment] = []
  /// The last card; `nil` in an empty diagram.
  package private(set) var end: ElementID?
  /// The approximate width of the picture in pixels.
  private(set) var width = 0

  /// The maximum width of a picture whose text is readable on a page, in pixels of the picture: at 830 pixels
  /// it is shown at three quarters of its size.
  private static let pageWidth = 1100
  /// The number of ranks of cards that fit a page if they run from left to right.
  private static let pageDepth = 4

  private let isLeftToRight: Bool

  package init(_ diagram: FlowDiagram) {
    self.init(diagram, ElementIndex(diagram), direction: diagram.direction ?? .topToBottom)
  }

  init(_ diagram: FlowDiagram, _ index: ElementIndex, direction: FlowDiagram.Direction) {
    isLeftToRight = direction == .leftToRight
    if let sides = diagram.sides {
      alignments = sides.alignments.filter { index[$0.above] != nil && index[$0.below] != nil }
      return
    }
    guard diagram.isArranged else { return }
    let islands = Islands(diagram, index)
    var blocks = [[Block]](repeating: [], count: diagram.groups.count + 1)
    for component in islands.components { blocks[islands.frame(of: component) + 1].append(Block(component, islands)) }
    // Inner frames first: each becomes one block of the frame around it.
    for group in diagram.groups.indices.reversed() where !blocks[group + 1].isEmpty {
      let block = arrange(blocks[group + 1])
      blocks[(diagram.groups[group].parent ?? -1) + 1].insert(block, at: 0)
    }
    guard !blocks[0].isEmpty else { return }
    let page = arrange(blocks[0])
    end = page.bottom
    width = page.width
  }

  /// A piece that is laid out as a unit.
  struct Block {
    var top: ElementID
    var bottom: ElementID
    /// Its approximate size in pixels.
    var width: Int
    /// The number of its ranks of cards.
    var depth: Int
  }

  /// Chains blocks into columns (or rows, from left to right) and returns the block that they form together.
  private mutating func arrange(_ blocks: [Block]) -> Block {
    guard blocks.count > 1 else { return blocks[0] }
    let large = blocks.filter { $0.width > Self.pageWidth / 2 && !isLeftToRight }
    let small = blocks.filter { $0.width <= Self.pageWidth / 2 || isLeftToRight }
    var last: Block?
    var depth = 0
    for block in large {
      if let last { alignments.append(Alignment(above: last.bottom, below: block.top)) }
      last = block
      depth += block.depth
    }
    var ends = columns(small)
    for column in ends {
      if let last { alignments.append(Alignment(above: last.bottom, below: column.top)) }
    }
    ends += [last].compactMap(\.self)
    let deepest = ends.max { $0.depth < $1.depth } ?? blocks[0]
    return Block(
      top: (large.first ?? deepest).top, bottom: deepest.bottom,
      width: max(large.map(\.width).max() ?? 0, ends.filter { _ in large.isEmpty }.reduce(0) { $0 + $1.width }),
      depth: depth + deepest.depth)
  }

  /// Distributes blocks over columns, each to the shortest column so far.
  private mutating func columns(_ blocks: [Block]) -> [Block] {
    guard !blocks.isEmpty else { return [] }
    let count: Int
    if isLeftToRight {
      let perRow = max(1, Self.pageDepth / max(1, blocks.map(\.depth).max() ?? 1))
      count = (blocks.count + perRow - 1) / perRow
    } else {
      count = min(blocks.count, max(1, Self.pageWidth / max(1, blocks.map(\.width).max() ?? 1)))
    }
    var columns: [Block] = []
    for block in blocks {
      if columns.count < count {
        columns.append(block)
        continue
      }
      guard let shortest = columns.indices.min(by: { columns[$0].depth < columns[$1].depth }) else { continue }
      alignments.append(Alignment(above: columns[shortest].bottom, below: block.top))
      columns[shortest].bottom = block.bottom
      columns[shortest].depth += block.depth
      columns[shortest].width = max(columns[shortest].width, block.width)
    }
    return columns
  }
}
