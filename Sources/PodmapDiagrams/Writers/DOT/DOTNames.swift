extension DOTGraph {
  /// Writes a box with a text and nothing else. The text is not bold: Graphviz would not know its width, and so not
  /// its centre.
  mutating func writeNameOnly(_ card: FlowDiagram.Card, _ text: DOTCardText, width: Int) {
    let style = StyleClass.nameOnly(card.style)
    let ink = paint(style.text)
    var name: DOTLine = ""
    for line in text.name {
      name = "\(name)\(DOTCell.font(DOTCardText.nameSize, ink, DOTText(line)))"
      if text.name.count > 1 { name = "\(name)<br align=\"center\"/>" }
    }
    let (frame, ground) = (paint(style.stroke), paint(style.fill))
    out.line("<table border=\"1\" color=\"\(frame)\" bgcolor=\"\(ground)\"")
    out.line("  style=\"rounded\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"8\">")
    out.line("<tr><td align=\"center\" width=\"\(width)\">\(name)</td></tr>")
    out.line("</table>")
  }
}
