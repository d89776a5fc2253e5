extension DOTGraph {
  /// A box with a text and nothing else.
  mutating func writeNameOnly(_ card: FlowDiagram.Card) {
    let isPlain = card.style == .plain
    let look = card.style.look
    let name = nameCell(of: card, isPlain ? .text : .white, align: "center")
    out.line("<table border=\"1\" color=\"\(look.stroke)\" bgcolor=\"\(isPlain ? Colour.white : look.fill)\"")
    out.line("  style=\"rounded\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"10\">")
    // Room for what bold text is wider than it is measured, all of it behind: a text begins where it is measured to.
    out.line("<tr><td align=\"center\">\(name.content)</td>")
    out.line("<td cellpadding=\"0\" width=\"\(1 + name.length / 2)\"></td></tr>")
    out.line("</table>")
  }

  /// A card's name in bold, and how many characters its longest line has.
  func nameCell(of card: FlowDiagram.Card, _ ink: Colour, align: DOTLine) -> (content: DOTLine, length: Int) {
    let names = card.nameLines.map { Shortened($0, limit: DOTCell.limit).text }
    var content: DOTLine = ""
    for name in names {
      let line = DOTCell.font(13, ink, "<b>\(DOTText(name))</b>")
      content = names.count == 1 ? line : "\(content)\(line)<br align=\"\(align)\"/>"
    }
    return (content, names.map(\.count).max() ?? 0)
  }
}
