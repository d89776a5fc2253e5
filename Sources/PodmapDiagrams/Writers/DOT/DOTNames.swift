extension DOTGraph {
  /// A box with a text and nothing else. The text is not bold: Graphviz would not know its width, and so not its
  /// middle.
  mutating func writeNameOnly(_ card: FlowDiagram.Card, _ text: DOTCardText, width: Int) {
    let isPlain = card.style == .plain
    let look = card.style.look
    let ink = paint(isPlain ? .text : .onFill)
    var name: DOTLine = ""
    for line in text.name {
      name = "\(name)\(DOTCell.font(DOTCardText.nameSize, ink, DOTText(line)))"
      if text.name.count > 1 { name = "\(name)<br align=\"center\"/>" }
    }
    let ground = paint(isPlain ? .surface : look.fill)
    out.line("<table border=\"1\" color=\"\(paint(look.stroke))\" bgcolor=\"\(ground)\"")
    out.line("  style=\"rounded\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"8\">")
    out.line("<tr><td align=\"center\" width=\"\(width)\">\(name)</td></tr>")
    out.line("</table>")
  }
}
