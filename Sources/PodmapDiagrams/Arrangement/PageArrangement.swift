/// Where the islands of a diagram stand so that they fill a page: the direction of its lines, the rows of islands,
/// and the order of the cards.
///
/// Graphviz sets unconnected pieces into one long strip. From left to right, an unseen line from the last card of
/// one piece to the first of another makes both stand in one row; the rows lie below each other, and their cards
/// in columns. From top to bottom it is `Arrangement` that chooses.
struct PageArrangement {
  /// In points.
  struct Size {
    var width: Int
    var height: Int
  }

  /// `after` stands at least `ranks` ranks behind `before`.
  struct Alignment: Hashable {
    var before: ElementID
    var after: ElementID
    var ranks: Int
  }

  let direction: FlowDiagram.Direction
  private(set) var alignments: [Alignment] = []
  /// About how wide the picture becomes, in points.
  let width: Int
  /// How wide each card should be, in points.
  private(set) var widths: [Int]
  private var placeOfCard: [Int]
  private var placeOfGroup: [Int]

  /// How wide a picture may be, in points, so that its smallest letters have 9 pixels on a page that is 830
  /// pixels wide.
  static let pageWidth = 900

  init(_ diagram: FlowDiagram, _ index: ElementIndex, _ plan: LinkPlan, sizes: [Size]) {
    var rows = PageRows(diagram, index, plan, sizes: sizes)
    rows.arrange()
    let columns = Arrangement(diagram, index, direction: .topToBottom)
    direction = diagram.direction ?? (rows.width <= max(Self.pageWidth, columns.width) ? .leftToRight : .topToBottom)
    widths = direction == .leftToRight ? rows.widths : sizes.map(\.width)
    placeOfCard = Array(diagram.cards.indices)
    placeOfGroup = Array(diagram.groups.indices)
    switch direction {
    case .leftToRight:
      width = rows.width
      alignments = rows.alignments
      for (place, card) in rows.order.enumerated() {
        placeOfCard[card] = place
        for group in index.groups(around: .card(card)) { placeOfGroup[group] = place }
      }
    case .topToBottom:
      width = columns.width
      alignments = columns.alignments.map { Alignment(before: $0.above, after: $0.below, ranks: 1) }
    }
  }

  /// Graphviz lays unconnected pieces out against the order in which it reads them: the last comes to stand on
  /// top, or at the left. Inside of a cluster it keeps the order.
  func sorted(cards: [Int], isInCluster: Bool) -> [Int] {
    cards.sorted { isInCluster ? placeOfCard[$0] < placeOfCard[$1] : placeOfCard[$0] > placeOfCard[$1] }
  }

  func sorted(groups: [Int], isInCluster: Bool) -> [Int] {
    groups.sorted { isInCluster ? placeOfGroup[$0] < placeOfGroup[$1] : placeOfGroup[$0] > placeOfGroup[$1] }
  }
}
