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
  /// Between boxes next to each other.
  static let gap = 30
  /// Between layers.
  static let layerGap = 45
  /// The height of a page, for layers side by side.
  static let pageHeight = 1900
  /// The room that a line takes next to boxes that it passes: dagre keeps lines straight rather than boxes together.
  static let lineRoom = (beside: 100, above: 25)

  init(_ diagram: CondensedDiagram) {
    labels = diagram.cards.map(CondensedLabel.init)
    let sizes = zip(diagram.cards, labels).map { Size(of: $0, $1) }
    let plans = [false, true].filter { isSideways in
      diagram.direction.map { ($0 == .leftToRight) == isSideways } ?? true
    }.map { CondensedBlocks(diagram, sizes, isSideways: $0) }
    let plan = plans.dropFirst().reduce(plans[0]) { $1.cost < $0.cost ? $1 : $0 }
    isSideways = plan.isSideways
    invisible = plan.invisible
    ends = plan.isSideways ? [] : plan.page.tails
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
