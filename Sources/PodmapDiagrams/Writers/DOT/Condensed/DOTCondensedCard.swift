import PodmapManifests

extension DOTOutput {
  /// Writes a card; `position` is what precedes its label.
  mutating func writeCard(_ table: DOTCardTable, at position: DOTLine = " ") {
    let card = table.card
    let link: DOTLine = table.link.map { "\n    URL=\"\($0)\", target=\"_top\"," } ?? ""
    line("\(card.id) [")
    line(
      "  id=\"\(card.id)\", class=\"\(table.classes)\", tooltip=\(DOTTooltip(card.shownTooltip, limit: .listTooltip)),\(link)\(position)label=<"
    )
    line(table.label)
    line(">]")
  }

  /// What the cards and lines of condensed diagrams have in common.
  mutating func writeCardDefaults(text: Paint) {
    line("node [shape=plain, margin=0, fontname=\"Arial\", fontsize=\(CardSize.text), fontcolor=\"\(text)\"]")
    line("edge [fontname=\"Arial\", fontsize=\(CardSize.text), arrowsize=0.65]")
  }
}

/// The HTML-like label of a card.
struct DOTCardTable {
  private let picture: CardPicture
  let card: CondensedDiagram.Card
  private let palette: Palette
  private let icons: DOTIcons
  /// The rows that need names because lines end at them.
  private let ports: Set<ElementID>

  init(_ picture: CardPicture, _ palette: Palette, _ icons: DOTIcons, ports: Set<ElementID> = []) {
    self.picture = picture
    card = picture.card
    self.palette = palette
    self.icons = icons
    self.ports = ports
  }

  private func paint(_ colour: Colour?) -> Paint { (colour ?? .text).paint(palette) }

  /// The part of the picture that the card leads to, if the picture may lead to others.
  var link: PartLink? { icons.mayLink ? card.part.map { PartLink($0) } : nil }

  var classes: DOTLine {
    let frame = card.isNameOnly ? StyleClass.nameOnly(card.style) : self.frame
    let state: DOTLine = card.presence == .present ? "" : " \(card.presence)"
    let mark: DOTLine = card.mark.map { " \($0)" } ?? ""
    return "\(frame) \(card.style)\(state)\(mark)"
  }

  private var frame: StyleClass {
    if let mark = card.mark, mark != .kept || card.presence == .present { return .card(mark) }
    return card.presence == .present ? .card(card.style) : .card(card.presence)
  }

  var label: DOTLine {
    if card.isNameOnly { return nameOnly }
    let width = picture.innerWidth
    var rows: [DOTLine] = picture.tabs.map { tab($0, width) }
    rows.append(head(width))
    rows += body(width)
    if let members = picture.members { rows.append(self.members(members, width)) }
    rows += picture.foot.map { foot($0, width) }
    let look: DOTLine =
      switch card.form {
      case .tray: "border=\"1\" style=\"dashed\""
      case .table: "border=\"1\" style=\"rounded\""
      case .object, .set:
        card.presence == .present && card.mark != .removed
          ? "border=\"1\"" : "border=\"1\" style=\"dashed\""
      }
    var table: DOTLine =
      "<table \(look) color=\"\(paint(frame.stroke))\" bgcolor=\"\(paint(.surface))\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\">\(joined(rows))</table>"
    if card.form == .set { for _ in 0..<2 { table = outlined(table) } }
    return table
  }

  /// A box with a text and nothing else. The text is not bold: Graphviz would not know its width, and so not its
  /// centre.
  private var nameOnly: DOTLine {
    let style = StyleClass.nameOnly(card.style)
    let names = picture.name.map { DOTCell.font(CardSize.name, paint(style.text), DOTText($0)) }
    let text = names.dropFirst().reduce(names.first ?? "") { "\($0)<br align=\"center\"/>\($1)" }
    return
      "<table border=\"1\" style=\"rounded\" color=\"\(paint(style.stroke))\" bgcolor=\"\(paint(style.fill))\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\"><tr><td align=\"center\" width=\"\(picture.innerWidth)\" height=\"\(picture.height - 2)\">\(text)</td></tr></table>"
  }

  /// The edge of another card behind a stack.
  private func outlined(_ table: DOTLine) -> DOTLine {
    "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\"><tr><td border=\"1\" sides=\"rb\" color=\"\(paint(frame.stroke))\" cellpadding=\"2\">\(table)</td></tr></table>"
  }

  /// Those of the table. A cell must not span columns that no row has: since 12.2, Graphviz gives each of them room.
  private var columns: Int { picture.rows.isEmpty ? 1 : picture.tagWidth > 0 ? 4 : 2 }

  private func joined(_ lines: [DOTLine]) -> DOTLine { lines.reduce("") { "\($0)\($1)" } }

  // MARK: - Parts

  private func tab(_ text: RowText, _ width: Int) -> DOTLine {
    let style = StyleClass.tab(text.row)
    return
      "<tr><td colspan=\"\(columns)\"\(port(text)) align=\"left\" width=\"\(width)\" height=\"\(CardPicture.tabHeight)\" cellpadding=\"\(CardSize.padding)\" bgcolor=\"\(paint(style.fill))\"\(cellClass(style, text.row))>\(content(text, style))</td></tr>"
  }

  private func port(_ text: RowText) -> DOTLine { text.row.id.map { " port=\"\($0)\"" } ?? "" }

  private func head(_ width: Int) -> DOTLine {
    let style = StyleClass.head(of: card)
    let ground: DOTLine = style.fill.map { " bgcolor=\"\(paint($0))\"" } ?? ""
    let side = picture.hasIcon && icons.takeRoom ? CardSize.icon : 0
    let absence = picture.absence.isEmpty ? 0 : TextWidth.room(picture.absence, size: CardSize.text) + 8
    let room = width - side - CardSize.padding
    var (heading, name) = (DOTCell(), DOTCell())
    for line in picture.heading { heading.add(line, size: CardSize.text, paint(style.smallText ?? style.text)) }
    for line in picture.name { name.addBold(line, size: CardSize.name, paint(style.text)) }
    let inset: DOTLine = "<td rowspan=\"2\" width=\"\(CardSize.padding)\"></td>"
    let icon: DOTLine = side > 0 ? icons.cell(for: card.icon, isOnFill: style.isSaturated, side: side) : ""
    let upper = picture.heading.count * CardSize.line + CardSize.padding
    let word: DOTLine
    if absence > 0 {
      let style = StyleClass.absence(card.presence)
      word =
        "<td align=\"right\" valign=\"top\" width=\"\(absence)\" cellpadding=\"1\"\(icons.cellClass(style))>\(DOTCell.font(CardSize.text, paint(style.text), DOTText(picture.absence)))</td>"
    } else {
      word = "<td width=\"1\"></td>"
    }
    let cells: DOTLine =
      "<tr>\(inset)<td align=\"left\" width=\"\(room - max(1, absence))\" height=\"\(upper)\" cellpadding=\"1\">\(heading.content)</td>\(word)\(icon)</tr><tr><td colspan=\"2\" align=\"left\" width=\"\(room)\" height=\"\(picture.headHeight - upper)\" cellpadding=\"1\">\(name.content)</td></tr>"
    return
      "<tr><td colspan=\"\(columns)\" align=\"left\"\(ground)\(icons.cellClass(style))><table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\">\(cells)</table></td></tr>"
  }

  private func body(_ width: Int) -> [DOTLine] {
    guard !picture.rows.isEmpty else { return [] }
    let gap: DOTLine = "<tr><td colspan=\"\(columns)\" height=\"\(CardSize.rowsPadding)\"></td></tr>"
    let text = width - CardSize.side - picture.tagWidth
    return [gap] + picture.rows.flatMap { lines(of: $0, width: text) } + [gap]
  }

  /// A row of the table for each line of a row: Graphviz's distance between lines of one cell depends on their fonts.
  private func lines(of row: RowText, width: Int) -> [DOTLine] {
    let (style, tag) = (StyleClass.text(of: row.row), StyleClass.tag(of: row.row))
    let ground: DOTLine = tag.fill.map { " bgcolor=\"\(paint($0))\"" } ?? ""
    return row.lines.enumerated().map { position, runs in
      // The room above the first line and below the last.
      let padding = (position == 0 ? 1 : 0) + (position == row.lines.count - 1 ? 1 : 0)
      let height = CardSize.line + padding * CardSize.rowPadding
      var cells: DOTLine = "<td width=\"\(CardSize.side)\"></td>"
      if picture.tagWidth > 0 {
        let word: DOTLine =
          position == 0 ? DOTCell.font(CardSize.text, paint(tag.text), DOTText(row.tag)) : ""
        let port = position == 0 ? incoming(row) : ""
        cells =
          "\(cells)<td\(port) align=\"left\" width=\"\(picture.tagWidth - CardSize.gap + 2)\"\(position == 0 ? ground : "")\(cellClass(tag, row.row))>\(word)</td><td width=\"\(CardSize.gap - 2)\"></td>"
      }
      return
        "<tr>\(cells)<td\(position == 0 ? outgoing(row) : "") align=\"left\" width=\"\(width)\" height=\"\(height)\"\(cellClass(style, row.row))>\(line(runs, style))</td></tr>"
    }
  }

  /// The name of the cell where lines to a row end, if this graph has lines to it.
  private func incoming(_ row: RowText) -> DOTLine {
    row.row.id.flatMap { ports.contains($0) ? " port=\"\($0)\"" : nil } ?? ""
  }

  /// The same for lines that start at a row.
  private func outgoing(_ row: RowText) -> DOTLine {
    row.row.id.flatMap { ports.contains($0) ? " port=\"\($0)_out\"" : nil } ?? ""
  }

  private func members(_ members: CardPicture.Members, _ width: Int) -> DOTLine {
    let style = StyleClass.rowText
    let height = CardSize.line + 2 * CardSize.rowPadding
    let rows = members.rows.map { row in
      let cells = zip(row, members.widths).map { runs, width -> DOTLine in
        "<td align=\"left\" width=\"\(width)\" height=\"\(height)\" cellpadding=\"\(CardSize.rowPadding)\"\(icons.cellClass(style))>\(line(runs, style))</td>"
      }
      return "<tr><td width=\"\(CardSize.side)\"></td>\(joined(cells))</tr>" as DOTLine
    }
    return
      "<tr><td colspan=\"\(columns)\" align=\"left\" cellpadding=\"\(CardSize.rowsPadding)\"><table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\">\(joined(rows))</table></td></tr>"
  }

  private func foot(_ text: RowText, _ width: Int) -> DOTLine {
    let style = StyleClass.hubFoot
    return
      "<tr><td colspan=\"\(columns)\" align=\"left\" width=\"\(width)\" height=\"\(text.height + 4)\" cellpadding=\"\(CardSize.padding)\" bgcolor=\"\(paint(style.fill))\"\(cellClass(style, text.row))>\(content(text, style))</td></tr>"
  }

  // MARK: - Texts

  private func content(_ text: RowText, _ style: StyleClass) -> DOTLine {
    if text.lines.count == 1 { return line(text.lines[0], style) }
    return text.lines.reduce("") { "\($0)\(line($1, style))<br align=\"left\"/>" }
  }

  private func line(_ runs: [TextRun], _ style: StyleClass) -> DOTLine {
    runs.reduce("") { line, run in
      let text: DOTLine = run.look == .bold ? "<b>\(DOTText(spaced: run.text))</b>" : "\(DOTText(spaced: run.text))"
      let colour: Colour? =
        switch run.look {
        case .plain, .bold: style.text
        case .quiet: style.smallText ?? style.text
        case .alarm: .alarm
        }
      return "\(line)\(DOTCell.font(CardSize.text, paint(colour), text))"
    }
  }

  /// The class of a cell, and its tooltip.
  private func cellClass(_ style: StyleClass, _ row: CondensedDiagram.Row) -> DOTLine {
    icons.cellClass(style, tooltip: row.shownTooltip, part: row.part)
  }
}
