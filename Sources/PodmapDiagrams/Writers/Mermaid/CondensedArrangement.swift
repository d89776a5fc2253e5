/// Where Mermaid is to put cards so that the picture fits a page: the direction, and invisible links.
struct CondensedArrangement {
  /// The approximate size of a box in pixels, at Mermaid's font size.
  struct Size {
    var width: Int
    var height: Int
  }

  /// Two cards of which one is below the other, or behind it if lines lead sideways.
  struct Pair {
    var above: Int
    var below: Int
  }

  /// The texts of the cards.
  let labels: [CondensedLabel]
  let isSideways: Bool
  let invisible: [Pair]
  /// The last cards, which a legend comes after.
  let ends: [Int]

  /// The width at which letters are about nine pixels high on a page of 830.
  static let pageWidth = 1100
  /// The width of a picture beyond which cards are made narrower.
  static let widestPage = 1280
  /// Between boxes next to each other.
  static let gap = 30
  /// Between layers.
  static let layerGap = 45
  /// The height of a page, for layers side by side.
  static let pageHeight = 1900
  /// The room that a line takes next to boxes that it passes: dagre keeps lines straight rather than boxes together.
  static let lineRoom = (beside: 100, above: 25)

  init(_ diagram: CondensedDiagram) {
    let directions = [false, true].filter { isSideways in
      diagram.direction.map { ($0 == .leftToRight) == isSideways } ?? true
    }
    var (labels, plan) = Self.best(diagram, .card, directions)
    if plan.page.size.width > Self.widestPage {
      let narrow = Self.best(diagram, .narrowCard, directions)
      if narrow.plan.cost < plan.cost { (labels, plan) = narrow }
    }
    self.labels = labels
    isSideways = plan.isSideways
    invisible = plan.invisible
    ends = plan.isSideways ? [] : plan.page.tails
  }

  /// The best arrangement of cards of some width.
  private static func best(
    _ diagram: CondensedDiagram, _ width: NameLines.Width, _ directions: [Bool]
  ) -> (labels: [CondensedLabel], plan: CondensedBlocks) {
    let labels = diagram.cards.map { CondensedLabel($0, width: width) }
    let sizes = zip(diagram.cards, labels).map { Size(of: $0, $1) }
    let plans = directions.map { CondensedBlocks(diagram, sizes, isSideways: $0) }
    return (labels, plans.dropFirst().reduce(plans[0]) { $1.cost < $0.cost ? $1 : $0 })
  }
}

extension CondensedArrangement.Size {
  private static let fontSize = 16
  private static let lineHeight = 24
  /// Room around a box's text.
  private static let padding = 32

  init(of card: CondensedDiagram.Card, _ label: CondensedLabel) {
    let text = label.lines.map { TextWidth.points($0, size: Self.fontSize) }.max() ?? 0
    // The font that Mermaid names is wider than the one that is measured.
    width = text * 11 / 10 + Self.padding + (card.form == .set ? 16 : 0)
    height = label.lines.count * Self.lineHeight + Self.padding
    if card.style == .entry || card.style == .service { width += 24 }
  }
}
