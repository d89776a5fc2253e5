extension DOTGraph {
  /// Writes a card: an HTML-like table with a head in the colour of its family, a row for each container and
  /// shared volume, then its facts.
  mutating func write(_ card: FlowDiagram.Card, _ text: DOTCardText, width: Int) {
    out.line("\(card.id) [")
    out.line("  id=\"\(card.id)\", class=\"\(style(of: card, text)) \(card.style)\(presenceClass(of: card))\",")
    out.line("  tooltip=\(DOTTooltip(tooltip(of: card))), label=<")
    out.depth += 2
    if text.isNameOnly {
      writeNameOnly(card, text, width: width)
      out.depth -= 2
      out.line(">]")
      return
    }
    let isStack = (card.replicas ?? 1) > 1
    if isStack { openStack() }
    out.line("<table \(frame(of: card)) bgcolor=\"\(paint(.surface))\"")
    out.line("  cellborder=\"0\" cellspacing=\"0\" cellpadding=\"\(DOTCardText.padding)\">")
    writeHead(of: card, text, width: width)
    for row in text.rows { write(row, of: text, width: width) }
    writeFoot(text)
    out.line("</table>")
    if isStack { closeStack(of: card, width: width, height: text.height) }
    out.depth -= 2
    out.line(">]")
  }

  private func style(of card: FlowDiagram.Card, _ text: DOTCardText) -> StyleClass {
    text.isNameOnly ? .nameOnly(card.style) : .card(card)
  }

  private func presenceClass(of card: FlowDiagram.Card) -> DOTLine {
    let presence: DOTLine = card.presence == .present ? "" : " \(card.presence)"
    return card.mark.map { "\(presence) \($0)" } ?? presence
  }

  /// What the card represents and where it is defined, and every text in full that the card cuts.
  private func tooltip(of card: FlowDiagram.Card) -> String {
    var parts = [card.kind + " " + card.name, card.tooltip]
    for container in card.pod?.containers ?? [] {
      if container.shortImage != container.image { parts.append(container.image) }
      for text in [container.name, container.image] + container.ports + container.lines
      where Shortened(text, limit: DOTCardText.limit).isCut && parts.last != text {
        parts.append(text)
      }
    }
    parts += card.lines.filter { Shortened($0, limit: DOTCardText.limit).isCut }
    return parts.filter { !$0.isBlank }.joined(separator: " · ")
  }

  private func frame(of card: FlowDiagram.Card) -> DOTLine {
    let colour: DOTLine = StyleClass.card(card).stroke.map { " color=\"\(paint($0))\"" } ?? ""
    if let mark = card.mark, mark != .kept || card.presence == .present {
      return switch mark {
      case .kept: "border=\"1\"\(colour)"
      case .moved, .added, .changed: "border=\"2\"\(colour)"
      case .removed: "border=\"2\"\(colour) style=\"dashed\""
      }
    }
    return switch card.presence {
    case .present: "border=\"1\"\(colour)"
    case .missing: "border=\"2\"\(colour) style=\"dashed\""
    case .external, .notInInput: "border=\"1\"\(colour) style=\"dashed\""
    }
  }

  private mutating func writeHead(of card: FlowDiagram.Card, _ text: DOTCardText, width: Int) {
    let style = StyleClass.head(card)
    let ink = paint(style.text)
    let ground: DOTLine = style.fill.map { " bgcolor=\"\(paint($0))\"" } ?? ""
    out.line("<tr><td colspan=\"2\" align=\"left\" cellpadding=\"0\"\(ground)\(icons.cellClass(style))>")
    out.line("<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\"><tr>")
    let icon = icons.cell(for: card.icon, isOnFill: card.isFilled, side: DOTCardText.iconSide)
    let room = width - (icons.takeRoom ? DOTCardText.iconSide : 0)
    let absence = TextWidth.points(text.absence, size: DOTCardText.smallSize) + (text.absence.isEmpty ? 0 : 10)
    // Leading spaces would be drawn, so each cell is one line.
    let heading = DOTCell.font(DOTCardText.smallSize, ink, DOTText(text.heading))
    out.line("\(icon)<td align=\"left\" width=\"\(room - absence)\" cellpadding=\"2\">\(heading)</td>")
    if !text.absence.isEmpty {
      let style = StyleClass.absence(card.presence)
      let word = DOTCell.font(DOTCardText.smallSize, paint(style.text), DOTText(text.absence))
      out.line(
        "<td align=\"right\" width=\"\(absence)\" cellpadding=\"2\"\(icons.cellClass(style))>\(word)</td>")
    }
    // Graphviz measures bold text as regular; an explicit width makes room for the difference.
    let span: DOTLine = text.absence.isEmpty ? "" : " colspan=\"2\""
    var name = DOTCell()
    for line in text.name { name.addBold(line, size: DOTCardText.nameSize, ink) }
    out.line("</tr><tr><td align=\"left\"\(span) width=\"\(room)\" cellpadding=\"2\">\(name.content)</td>")
    out.line("</tr></table></td></tr>")
  }

  /// One row: the role, then the container. Incoming lines end at the role's cell, outgoing ones start at the other.
  private mutating func write(_ row: DOTCardText.Row, of text: DOTCardText, width: Int) {
    let line: DOTLine =
      "border=\"1\" sides=\"t\" color=\"\(paint(.hairline))\" align=\"left\" valign=\"top\""
    let style = StyleClass.row(row)
    let facts = StyleClass.facts
    var word = DOTCell()
    word.add(row.word, paint(style.text))
    var lines = DOTCell()
    for line in row.lines {
      let isSmall = line.size == DOTCardText.smallSize
      lines.add(line.text, size: line.size, paint(isSmall ? facts.smallText : facts.text))
    }
    let ground = paint(style.fill)
    out.line(
      "<tr><td port=\"\(row.id)\" \(line) width=\"\(text.wordWidth)\" bgcolor=\"\(ground)\"\(icons.cellClass(style))>\(word.content)</td>"
    )
    out.line(
      "<td port=\"\(row.id)_out\" \(line) width=\"\(width - text.wordWidth)\"\(icons.cellClass(facts))>\(lines.content)</td></tr>"
    )
  }

  private mutating func writeFoot(_ text: DOTCardText) {
    var foot = DOTCell()
    for line in text.foot { foot.add(line, paint(StyleClass.foot.text)) }
    if foot.content.text.isEmpty { return }
    let border: DOTLine =
      text.rows.isEmpty ? "" : " border=\"1\" sides=\"t\" color=\"\(paint(.hairline))\""
    out.line("<tr><td colspan=\"2\" align=\"left\"\(border)\(icons.cellClass(.foot))>\(foot.content)</td></tr>")
  }
}
