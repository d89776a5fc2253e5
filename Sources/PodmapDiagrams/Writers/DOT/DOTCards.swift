extension DOTGraph {
  /// Writes a card: an HTML-like table with a head in the colour of its family, a row for each container and
  /// shared volume, then its facts.
  mutating func write(_ card: FlowDiagram.Card, _ text: DOTCardText, width: Int) {
    out.line("\(card.id) [")
    out.line("  id=\"\(card.id)\", class=\"\(card.style)\(presenceClass(of: card))\",")
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

  private func presenceClass(of card: FlowDiagram.Card) -> DOTLine {
    let presence: DOTLine = card.presence == .present ? "" : " \(card.presence)"
    return card.mark.map { "\(presence) \($0)" } ?? presence
  }

  /// What the card stands for and where it is defined, and the whole of every text that the card cuts.
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
    if let mark = card.mark, mark != .kept || card.presence == .present {
      let colour = paint(mark.look.line)
      return switch mark {
      case .kept: "border=\"1\" color=\"\(colour)\""
      case .moved, .added, .changed: "border=\"2\" color=\"\(colour)\""
      case .removed: "border=\"2\" color=\"\(colour)\" style=\"dashed\""
      }
    }
    return switch card.presence {
    case .present:
      "border=\"1\" color=\"\(paint(card.style.look.stroke))\""
    case .missing:
      "border=\"2\" color=\"\(paint(card.presence.stroke))\" style=\"dashed\""
    case .external, .notInInput:
      "border=\"1\" color=\"\(paint(card.presence.stroke))\" style=\"dashed\""
    }
  }

  private mutating func writeHead(of card: FlowDiagram.Card, _ text: DOTCardText, width: Int) {
    let isFilled = card.isFilled
    let ink = paint(isFilled ? card.mark?.look.ink ?? .onFill : .text)
    let fill = card.mark?.look.fill ?? card.style.look.fill
    let ground: DOTLine = isFilled ? " bgcolor=\"\(paint(fill))\"" : ""
    out.line("<tr><td colspan=\"2\" align=\"left\" cellpadding=\"0\"\(ground)>")
    out.line("<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\"><tr>")
    let icon = icons.cell(for: card.icon, isOnFill: isFilled, side: DOTCardText.iconSide)
    let room = width - (icons.takeRoom ? DOTCardText.iconSide : 0)
    let absence = TextWidth.points(text.absence, size: DOTCardText.smallSize) + (text.absence.isEmpty ? 0 : 10)
    // Spaces before a text would be drawn, so each cell is one line.
    let heading = DOTCell.font(DOTCardText.smallSize, ink, DOTText(text.heading))
    out.line("\(icon)<td align=\"left\" width=\"\(room - absence)\" cellpadding=\"2\">\(heading)</td>")
    if !text.absence.isEmpty {
      let colour: Colour = card.presence == .missing ? .alarm : .quietText
      let word = DOTCell.font(DOTCardText.smallSize, paint(colour), DOTText(text.absence))
      out.line("<td align=\"right\" width=\"\(absence)\" cellpadding=\"2\">\(word)</td>")
    }
    // Graphviz measures bold text as regular; a width of its own gives the room that it needs more.
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
    // What is as it was keeps the look of its role.
    let mark = row.mark == .kept ? nil : row.mark?.look
    let ground = paint(mark?.fill ?? row.role?.pale ?? .surface)
    var word = DOTCell()
    word.add(row.word, paint(mark?.ink ?? row.role?.ink ?? FlowDiagram.Card.Style.storage.look.stroke))
    var facts = DOTCell()
    for line in row.lines { facts.add(line.text, size: line.size, paint(line.size > 10 ? .text : .quietText)) }
    out.line(
      "<tr><td port=\"\(row.id)\" \(line) width=\"\(text.wordWidth)\" bgcolor=\"\(ground)\">\(word.content)</td>")
    out.line("<td port=\"\(row.id)_out\" \(line) width=\"\(width - text.wordWidth)\">\(facts.content)</td></tr>")
  }

  private mutating func writeFoot(_ text: DOTCardText) {
    var foot = DOTCell()
    for line in text.foot { foot.add(line, paint(.quietText)) }
    if foot.content.text.isEmpty { return }
    let border: DOTLine =
      text.rows.isEmpty ? "" : " border=\"1\" sides=\"t\" color=\"\(paint(.hairline))\""
    out.line("<tr><td colspan=\"2\" align=\"left\"\(border)>\(foot.content)</td></tr>")
  }
}
