import PodmapManifests
import PodmapLayout

/// A condensed diagram with the position of everything, in points from the upper left corner of the page.
package struct PlacedDiagram: Sendable {
  /// A text of one line.
  struct Words: Sendable, Equatable {
    var text: String
    var frame: Rect
  }

  /// A sample of a kind of lines, and what it means.
  struct Sample: Sendable, Equatable {
    var line: LineLook
    var start: Point
    var words: Words
  }

  package let diagram: CondensedDiagram
  let cards: [CardPicture]
  let layout: LayoutResult
  let title: Words?
  let subtitle: [Words]
  let legend: [Sample]
  /// The top of the cards.
  let top: Int
  package let width: Int
  package let height: Int

  /// The widest picture whose smallest text has 9 pixels on a page of 830 pixels, and its names 11.
  package static let pageWidth = 922
  /// The greatest height in relation to the width, in per cent.
  private static let tallest = 170
  private static let margin = 14

  /// `pageWidth` is the greatest width in points. Cards stay at `places`, those of an earlier picture, as far as they
  /// can.
  package init(
    _ diagram: CondensedDiagram, hasIcons: Bool = true, pageWidth: Int = pageWidth, places: PicturePlaces? = nil
  ) {
    self.init(diagram, hasIcons: hasIcons, pageWidth: pageWidth, places: places, tightly: nil)
  }

  /// The diagram with the least room between its cards. Little effort takes a tenth of the time of the best drawing.
  static func tight(_ diagram: CondensedDiagram, pageWidth: Int, _ effort: LayoutInput.Effort) -> PlacedDiagram {
    PlacedDiagram(diagram, hasIcons: true, pageWidth: pageWidth, places: nil, tightly: effort)
  }

  /// `effort` is that of a layout with the least room; `nil` for as much room as the page has.
  private init(
    _ diagram: CondensedDiagram, hasIcons: Bool, pageWidth: Int, places: PicturePlaces?,
    tightly effort: LayoutInput.Effort?
  ) {
    self.diagram = diagram
    var cards = diagram.cards.map { CardPicture($0, hasIcon: hasIcons, isNarrow: diagram.detail <= .low) }
    let connected = Set(diagram.lines.flatMap { [$0.from.card, $0.to.card] })
    let grid = diagram.cards.indices.filter { diagram.cards[$0].isInGrid && !connected.contains($0) }
    Self.alignWidths(of: grid, in: &cards, room: pageWidth - 2 * Self.margin)
    if diagram.isSideBySide { Self.alignColumns(of: diagram, &cards) }
    var input = Self.input(diagram, cards, grid: grid.count > 3 ? Set(grid) : [], width: pageWidth - 2 * Self.margin)
    input.hint = places?.hint
    input.effort = effort ?? .full
    var layout = effort == nil ? Self.layout(input) : Self.place(input, .least)
    for (position, line) in diagram.lines.enumerated() {
      if let frame = line.to.frame { layout.endRoute(position, atFrame: frame) }
      if let frame = line.from.frame { layout.startRoute(position, atFrame: frame) }
    }
    self.layout = layout
    self.cards = cards
    let heading = PictureHeading(diagram, width: max(layout.width, 420))
    title = heading.title
    subtitle = heading.subtitle
    legend = heading.legend
    top = heading.height
    width = max(layout.width, heading.width)
    height = heading.height + layout.height
    self.pageWidth = pageWidth
  }

  let pageWidth: Int

  /// The same diagram with cards where an earlier picture had them, as far as they can stay.
  func following(_ places: PicturePlaces) -> PlacedDiagram {
    PlacedDiagram(diagram, pageWidth: pageWidth, places: places)
  }

  /// Whether the picture fits a page.
  package var fits: Bool { fits(percent: 100) }

  /// Whether the picture is so little larger than a page that another drawing may fit.
  var nearlyFits: Bool { fits(percent: 120) }

  /// Whether the picture fits a page that is this wide and tall, in per cent of the real one.
  private func fits(percent: Int) -> Bool {
    let (width, height) = (self.width + 2 * Self.margin, self.height + 2 * Self.margin)
    return width * 100 <= pageWidth * percent
      && (height * 100 <= 675 * percent || height * 10_000 <= max(width, 600) * Self.tallest * percent)
  }

  /// Whether the cards alone would leave some room on a page.
  static func mayFit(_ diagram: CondensedDiagram, pageWidth: Int) -> Bool {
    let room = pageWidth * pageWidth * tallest / 100
    var area = 0
    for card in diagram.cards {
      let picture = CardPicture(card, hasIcon: true, isNarrow: diagram.detail <= .low)
      area += picture.width * picture.height
      if area > room { return false }
    }
    return true
  }

  /// Cards of a grid are as wide as the widest, unless that one is unusually wide.
  private static func alignWidths(of grid: [Int], in cards: inout [CardPicture], room: Int) {
    guard grid.count > 3 else { return }
    let usual = grid.map { cards[$0].width }.filter { $0 <= room / 3 }.max() ?? 0
    for position in grid { cards[position].widen(to: usual) }
  }

  /// The cards of each column are as wide as the widest.
  private static func alignColumns(of diagram: CondensedDiagram, _ cards: inout [CardPicture]) {
    for column in diagram.frames.indices {
      let members = cards.indices.filter { diagram.cards[$0].frame == column }
      let widest = members.map { cards[$0].width }.max() ?? 0
      for member in members { cards[member].widen(to: widest) }
    }
  }

  /// With gaps as wide as a page has room for.
  private static func layout(_ input: LayoutInput) -> LayoutResult {
    if input.cards.count > spacedCards { return place(input, .narrow) }
    var narrow: LayoutResult?
    for spacing in LayoutInput.Spacing.allCases.drop(while: { $0 != input.spacing }) {
      let layout = place(input, spacing)
      if layout.width <= input.page.width, layout.height * 100 <= max(layout.width, 600) * input.page.maximumAspect {
        return layout
      }
      if spacing == .narrow { narrow = layout }
      if layout.width > input.page.width * 3 / 2 { break }
    }
    return narrow ?? place(input, .narrow)
  }

  private static func place(_ input: LayoutInput, _ spacing: LayoutInput.Spacing) -> LayoutResult {
    var input = input
    input.spacing = spacing
    return PodmapLayout.place(input)
  }

  /// Of pictures with more cards, none has room for wide gaps.
  private static let spacedCards = 60

  private static func input(
    _ diagram: CondensedDiagram, _ cards: [CardPicture], grid: Set<Int>, width: Int
  ) -> LayoutInput {
    var nets: [LineLook: Int] = [:]
    var input = LayoutInput(
      cards: cards.enumerated().map { position, picture in
        LayoutInput.Card(
          id: picture.card.id.text, width: picture.width, height: picture.height,
          firstRowHeight: picture.tabs.isEmpty ? picture.headHeight : CardPicture.tabHeight,
          frame: picture.card.frame, rank: picture.card.rank, gridGroup: grid.contains(position) ? 0 : nil)
      },
      lines: diagram.lines.map { line in
        let look = LineLook(line)
        let net = nets[look] ?? nets.count
        nets[look] = net
        let label = LineLabel(line)
        return LayoutInput.Line(
          from: line.from.card, fromOffset: line.from.row.flatMap { cards[line.from.card].middle(of: $0) },
          to: line.to.card,
          toOffset: line.to.row.flatMap { cards[line.to.card].middle(of: $0) }, net: net, labelWidth: label.width,
          labelHeight: label.height)
      },
      frames: diagram.frames.map { frame in
        LayoutInput.Frame(
          id: frame.id.text, parent: frame.parent, titleWidth: TextWidth.room(frame.title, size: 11) + 8,
          titleHeight: 16, padding: 12)
      },
      page: LayoutInput.Page(width: width),
      direction: diagram.direction.map { $0 == .leftToRight ? .leftToRight : .topToBottom },
      spacing: diagram.detail <= .low ? .narrow : .wide)
    input.isSideBySide = diagram.isSideBySide
    return input
  }
}

extension FlowDiagram.Group {
  /// "namespace shop", shortened for a picture.
  var title: String {
    [Shortened(kind, limit: 24).text, Shortened(name, limit: 48).text].filter { !$0.isBlank }.joined(separator: " ")
  }

  /// The same in full.
  var fullTitle: String { [kind, name].filter { !$0.isBlank }.joined(separator: " ") }
}

extension CondensedDiagram.Card {
  /// Where the layout puts it.
  fileprivate var rank: LayoutInput.Rank {
    switch form {
    case .table: .table
    case .tray: .tray
    case .object, .set:
      switch style {
      case .entry, .outside, .user: .entry
      case .configuration, .secret, .storage, .identity: .data
      default: .work
      }
    }
  }

  /// Whether it stands in rows with others if it has no lines.
  fileprivate var isInGrid: Bool { form == .object && (style == .workload || style == .job) }
}

/// The label of a line, in lines that fit.
struct LineLabel {
  let lines: [String]

  init(_ line: CondensedDiagram.Line) {
    let labels = line.labels.filter { !$0.isBlank }
    let shown = labels.count > 2 && !line.isDenied ? Array(labels.prefix(2)) + ["+\(labels.count - 2) more"] : labels
    lines = shown.flatMap { TextBreaking.lines($0, width: 150, limit: 2) }
  }

  var width: Int { (lines.map { TextWidth.room($0, size: CardSize.text) }.max()).map { $0 + 6 } ?? 0 }
  var height: Int { lines.isEmpty ? 0 : lines.count * CardSize.line + 2 }
}
