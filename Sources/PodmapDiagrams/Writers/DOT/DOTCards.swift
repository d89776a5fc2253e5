extension DOTGraph {
  /// Writes a card: an HTML-like table with a head in the colour of its family, then its facts.
  mutating func write(_ card: FlowDiagram.Card) {
    out.line("\(card.id) [")
    out.line("  id=\"\(card.id)\", class=\"\(card.style)\(presenceClass(of: card))\",")
    out.line("  tooltip=\(DOTTooltip(tooltip(of: card))), label=<")
    out.depth += 2
    if card.isNameOnly {
      writeNameOnly(card)
      out.depth -= 2
      out.line(">]")
      return
    }
    let isStack = (card.replicas ?? 1) > 1
    if isStack { openStack(card) }
    openTable(card)
    writeHead(of: card)
    if let pod = card.pod { for container in pod.containers { write(container) } }
    writeFoot(of: card)
    out.line("</table>")
    if isStack { closeStack() }
    out.depth -= 2
    out.line(">]")
  }

  private func presenceClass(of card: FlowDiagram.Card) -> DOTLine {
    card.presence == .present ? "" : " \(card.presence)"
  }

  /// What the card stands for and where it is defined, and the whole of every text that the card cuts.
  private func tooltip(of card: FlowDiagram.Card) -> String {
    var parts = [card.kind + " " + card.name, card.tooltip]
    for container in card.pod?.containers ?? [] {
      for text in [container.name, container.image] + container.ports + container.lines
      where Shortened(text, limit: DOTCell.limit).isCut {
        parts.append(text)
      }
    }
    parts += card.lines.filter { Shortened($0, limit: DOTCell.limit).isCut }
    return parts.filter { !$0.isBlank }.joined(separator: " · ")
  }

  private func frame(of card: FlowDiagram.Card) -> DOTLine {
    switch card.presence {
    case .present:
      "border=\"1\" color=\"\(card.style.look.stroke)\""
    case .missing:
      "border=\"2\" color=\"\(card.presence.stroke)\" style=\"dashed\""
    case .external, .notInInput:
      "border=\"1\" color=\"\(card.presence.stroke)\" style=\"dashed\""
    }
  }

  private mutating func openTable(_ card: FlowDiagram.Card) {
    out.line("<table \(frame(of: card)) bgcolor=\"\(Colour.white)\"")
    out.line("  cellborder=\"0\" cellspacing=\"0\" cellpadding=\"4\">")
  }

  /// Two edges of cards behind this one.
  private mutating func openStack(_ card: FlowDiagram.Card) {
    let stroke = card.style.look.stroke
    for _ in 0..<2 {
      out.line("<table border=\"1\" sides=\"rb\" color=\"\(stroke)\"")
      out.line("  cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\"><tr><td>")
    }
  }

  private mutating func closeStack() {
    for _ in 0..<2 { out.line("</td></tr></table>") }
  }

  private mutating func writeHead(of card: FlowDiagram.Card) {
    let isPresent = card.presence == .present
    let ink = isPresent ? Colour.white : Colour.text
    let ground: DOTLine = isPresent ? " bgcolor=\"\(card.style.look.fill)\"" : ""
    out.line("<tr><td colspan=\"2\" align=\"left\" cellpadding=\"0\"\(ground)>")
    out.line("<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"3\"><tr>")
    out.line("<td align=\"left\">\(DOTCell.font(9, ink, DOTText(card.heading, limit: 60)))</td>")
    if let word = card.presence.word {
      let colour = card.presence == .missing ? Colour.alarm : Colour.quietText
      out.line("<td align=\"right\">\(DOTCell.font(9, colour, DOTText(word)))</td>")
    } else if let replicas = card.replicas, replicas > 1 {
      out.line("<td align=\"right\">\(DOTCell.font(10, ink, "×\(replicas)"))</td>")
    } else {
      out.line("<td></td>")
    }
    let name = nameCell(of: card, ink, align: "left")
    out.line("</tr><tr><td align=\"left\">\(name.content)</td>")
    // Graphviz measures bold text as regular; the empty cell is the room that it needs more.
    out.line("<td width=\"\(6 + name.length * 6 / 10)\"></td></tr></table></td></tr>")
  }
}
