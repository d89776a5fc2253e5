import PodmapManifests

/// The texts of a condensed card, line by line, and the room that they take in points.
///
/// A picture is arranged by these sizes before anything is rendered, so that it depends on the manifests alone.
struct CardPicture: Sendable, Equatable {
  /// The members of a stack, in columns.
  struct Members: Sendable, Equatable {
    /// Rows of cells.
    var rows: [[[TextRun]]]
    /// The width of each column.
    var widths: [Int]

    var height: Int { rows.count * (CardSize.line + 2 * CardSize.rowPadding) + 2 * CardSize.rowsPadding }
    var width: Int { widths.reduce(2 * CardSize.side, +) }
  }

  let card: CondensedDiagram.Card
  let heading: [String]
  let name: [String]
  let absence: String
  private(set) var tabs: [RowText]
  private(set) var rows: [RowText]
  private(set) var foot: [RowText]
  private(set) var members: Members?
  /// The width of the words before rows.
  let tagWidth: Int
  /// The width of the whole, with the outlines of a stack.
  private(set) var width = 0
  private(set) var height = 0
  /// Whether the head has room for an icon.
  let hasIcon: Bool

  /// `isNarrow` says whether relations are stated below each other, which makes the card narrower.
  init(_ card: CondensedDiagram.Card, hasIcon: Bool, isNarrow: Bool = false) {
    self.card = card
    let isTable = card.form == .table || card.form == .tray
    self.hasIcon = hasIcon && !isTable && !card.isNameOnly
    let headWidth = isTable ? CardSize.tableText : CardSize.head
    heading = TextBreaking.lines(card.heading, width: headWidth, limit: 2)
    absence = card.presence.word ?? ""
    name =
      card.isProse
      ? Wrapped(card.name).lines
      : TextBreaking.lines(
        card.mark.signed(card.name), width: headWidth, limit: 3, size: CardSize.name, isBold: true)
    tabs = card.tabs.map { RowText(tab: $0) }
    let isHub = !card.foot.isEmpty
    let textWidth =
      card.form == .tray
      ? CardSize.trayText : isTable ? CardSize.tableText : isNarrow && !isHub ? CardSize.narrowText : CardSize.rowText
    rows = card.rows.map { RowText($0, width: textWidth, isHub: isHub || isTable) }.filter { !$0.lines.isEmpty }
    foot = card.foot.map { RowText($0, width: textWidth) }.filter { !$0.lines.isEmpty }
    members = card.members.isEmpty ? nil : Members(card.members)
    let tags = rows.map { TextWidth.room($0.tag, size: CardSize.text) }.max() ?? 0
    tagWidth = tags == 0 ? 0 : tags + CardSize.gap
    measure()
  }

  private mutating func measure() {
    if card.isNameOnly {
      innerWidth = (name.map { TextWidth.room($0, size: CardSize.name) }.max() ?? 0) + 2 * CardSize.namePadding
      width = innerWidth + 2
      height = name.count * CardSize.nameLine + 2 * CardSize.namePadding + 2
      return
    }
    let isStack = card.form == .set
    var inner = 60
    for tab in tabs { inner = max(inner, (tab.lines.first?.width ?? 0) + 2 * CardSize.padding + 4) }
    inner = max(inner, headWidth)
    for row in rows { inner = max(inner, 2 * CardSize.side + tagWidth + (row.lines.map(\.width).max() ?? 0) + 2) }
    for row in foot { inner = max(inner, (row.lines.map(\.width).max() ?? 0) + 2 * CardSize.padding + 4) }
    inner = max(inner, members?.width ?? 0)
    innerWidth = inner
    var height = 2 + tabs.count * Self.tabHeight + headHeight
    if !rows.isEmpty { height += rows.reduce(2 * CardSize.rowsPadding) { $0 + $1.height } }
    height += members?.height ?? 0
    height += foot.reduce(0) { $0 + $1.height + 4 }
    width = inner + 2 + (isStack ? 2 * CardSize.stack : 0)
    self.height = height + (isStack ? 2 * CardSize.stack : 0)
  }

  /// The width between the borders.
  private(set) var innerWidth = 0

  static let tabHeight = CardSize.line + 2 * CardSize.padding

  var headHeight: Int {
    heading.count * CardSize.line + name.count * CardSize.nameLine + 2 * CardSize.padding
  }

  private var headWidth: Int {
    let names = name.map { TextWidth.room($0, size: CardSize.name, isBold: true) }.max() ?? 0
    let headings = heading.map { TextWidth.room($0, size: CardSize.text) }.max() ?? 0
    let absence = absence.isEmpty ? 0 : TextWidth.room(absence, size: CardSize.text) + 12
    return max(names, headings + absence) + 2 * CardSize.padding + 4 + (hasIcon ? CardSize.icon : 0)
  }

  /// The middle of a row, from the top of the card; `nil` if there is no such row.
  func middle(of row: ElementID) -> Int? {
    if let position = tabs.firstIndex(where: { $0.row.id == row }) {
      return 1 + position * Self.tabHeight + Self.tabHeight / 2
    }
    var top = 1 + tabs.count * Self.tabHeight + headHeight + CardSize.rowsPadding
    for text in rows {
      let padding = (text.lines.count == 1 ? 2 : 1) * CardSize.rowPadding
      if text.row.id == row { return top + (CardSize.line + padding) / 2 }
      top += text.height
    }
    return nil
  }

  /// Makes the card wider.
  mutating func widen(to width: Int) {
    guard width > self.width else { return }
    innerWidth += width - self.width
    self.width = width
  }
}

extension RowText {
  /// A Service: its type, its name if it is not the card's, and its ports.
  fileprivate init(tab row: CondensedDiagram.Row) {
    self.init(row, width: .max)
    tag = ""
    let item = row.items.first ?? CondensedDiagram.Item("")
    var runs = [TextRun(text: row.mark.signed(row.tag), look: .plain)]
    // One run: Graphviz takes bold letters to be as narrow as regular ones, so a run after them would lie on them.
    let texts = [Shortened(item.text, limit: 40).text, Shortened(item.quiet, limit: 60).text].filter { !$0.isEmpty }
    if !texts.isEmpty { runs += [.gap, TextRun(text: texts.joined(separator: "\u{a0}\u{a0}"), look: .bold)] }
    lines = [runs]
    height = CardPicture.tabHeight
  }
}

extension CardPicture.Members {
  fileprivate init(_ members: [CondensedDiagram.Item]) {
    let limit = Limit.setMembers.value
    var cells = members.prefix(members.count > limit ? limit - 1 : limit).map { item in
      [TextRun(text: Shortened(item.text, limit: 36).text, look: .plain)]
        + (item.quiet.isEmpty ? [] : [.gap, TextRun(text: Shortened(item.quiet, limit: 24).text, look: .quiet)])
    }
    if members.count > limit {
      cells.append([TextRun(text: "+\(members.count - cells.count) more", look: .quiet)])
    }
    let columns = cells.count <= 4 ? 1 : cells.count <= 10 ? 2 : cells.count <= 24 ? 3 : 4
    let count = (cells.count + columns - 1) / columns
    rows = (0..<count).map { row in
      (0..<columns).map { column in
        let position = column * count + row
        return position < cells.count ? cells[position] : []
      }
    }
    let rows = rows
    widths = (0..<columns).map { column in (rows.map { $0[column].width }.max() ?? 0) + 12 }
  }
}
