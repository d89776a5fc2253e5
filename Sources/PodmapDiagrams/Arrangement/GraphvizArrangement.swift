/// The arrangement that makes the islands of a diagram fill a page: the direction of its lines, the rows of islands,
/// and the order of the cards.
///
/// Graphviz puts unconnected pieces into one long strip. From left to right, an invisible line from the last card of
/// one piece to the first of another puts both in one row; the rows are below each other, and their cards
/// in columns. From top to bottom, `Arrangement` chooses.
struct GraphvizArrangement {
  /// In points.
  struct Size {
    var width: Int
    var height: Int
  }

  /// `after` is at least `ranks` ranks after `before`.
  struct Alignment: Hashable {
    var before: ElementID
    var after: ElementID
    var ranks: Int
  }

  let direction: FlowDiagram.Direction
  private(set) var alignments: [Alignment] = []
  /// The approximate width of the picture in points.
  let width: Int
  /// The width of each card in points.
  private(set) var widths: [Int]
  /// The rank of each card; the same for all if lines run from top to bottom.
  private var rankOfCard: [Int]
  /// The position of each card's piece in the order of the pieces.
  private var placeOfCard: [Int]
  private var placeOfGroup: [Int]

  /// The maximum width of a picture in points, so that its smallest letters have 9 pixels on a page that is 830
  /// pixels wide.
  static let pageWidth = 900

  init(_ diagram: FlowDiagram, _ index: ElementIndex, _ plan: LinkPlan, sizes: [Size]) {
    if let sides = diagram.sides {
      self.init(sides: sides, diagram, index, sizes)
    } else {
      self.init(flow: diagram, index, plan, sizes)
    }
  }

  private init(flow diagram: FlowDiagram, _ index: ElementIndex, _ plan: LinkPlan, _ sizes: [Size]) {
    var rows = GraphvizRows(diagram, index, plan, sizes: sizes)
    rows.arrange()
    let columns = Arrangement(diagram, index, direction: .topToBottom)
    direction = diagram.direction ?? (rows.width <= max(Self.pageWidth, rows.strip) ? .leftToRight : .topToBottom)
    widths = direction == .leftToRight ? rows.widths : sizes.map(\.width)
    rankOfCard = direction == .leftToRight ? rows.rankOfCard : sizes.map { _ in 0 }
    let order: [Int]
    switch direction {
    case .leftToRight:
      width = rows.width
      alignments = rows.alignments
      order = rows.order
    case .topToBottom:
      width = columns.width
      alignments = columns.alignments.map { Alignment(before: $0.above, after: $0.below, ranks: 1) }
      order = Array(diagram.cards.indices)
    }
    placeOfCard = Array(diagram.cards.indices)
    placeOfGroup = Array(repeating: Int.max, count: diagram.groups.count)
    var islandOfCard = placeOfCard
    for (island, cards) in rows.components.enumerated() { for card in cards { islandOfCard[card] = island } }
    var placeOfIsland: [Int: Int] = [:]
    for (place, card) in order.enumerated() {
      let first = placeOfIsland[islandOfCard[card]] ?? place
      placeOfIsland[islandOfCard[card]] = first
      placeOfCard[card] = first
      for group in index.groups(around: .card(card)) { placeOfGroup[group] = min(placeOfGroup[group], first) }
    }
  }

  /// Two columns, each as wide as its widest card, in the order of the diagram.
  private init(sides: FlowDiagram.Sides, _ diagram: FlowDiagram, _ index: ElementIndex, _ sizes: [Size]) {
    direction = .leftToRight
    alignments = sides.alignments.filter { index[$0.above] != nil && index[$0.below] != nil }.map {
      Alignment(before: $0.above, after: $0.below, ranks: 1)
    }
    rankOfCard = diagram.cards.map { $0.group ?? 0 }
    let columns = Dictionary(grouping: diagram.cards.indices) { diagram.cards[$0].group ?? 0 }
      .mapValues { $0.map { sizes[$0].width }.max() ?? 0 }
    widths = diagram.cards.map { columns[$0.group ?? 0] ?? 0 }
    width = columns.values.reduce(100, +)
    placeOfCard = Array(diagram.cards.indices)
    placeOfGroup = Array(diagram.groups.indices)
  }

  /// Whether a line between two cards runs against the direction of the others.
  func isBackwards(from: Int, to: Int) -> Bool { rankOfCard[to] < rankOfCard[from] }

  /// From left to right, Graphviz stacks unconnected pieces in reverse of the order in which it reads them: the last is
  /// on top. Inside a piece or a cluster, and from top to bottom, it keeps the order.
  func sorted(cards: [Int], isInCluster: Bool) -> [Int] {
    cards.sorted { first, second in
      let (place, other) = (placeOfCard[first], placeOfCard[second])
      if place == other { return first < second }
      return isInCluster || direction == .topToBottom ? place < other : place > other
    }
  }

  func sorted(groups: [Int], isInCluster: Bool) -> [Int] {
    groups.sorted { first, second in
      let (place, other) = (placeOfGroup[first], placeOfGroup[second])
      if place == other { return first < second }
      return isInCluster || direction == .topToBottom ? place < other : place > other
    }
  }
}
