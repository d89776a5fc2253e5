extension DOTGraph {
  /// How far the edges of the cards in the background are visible.
  private static let step = 4

  /// Opens a table whose first cell is the card; the cells below it and to its right are the edges of two
  /// more cards.
  mutating func openStack() {
    for _ in 0..<2 {
      out.line("<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\">")
      out.line("<tr><td colspan=\"2\" rowspan=\"2\">")
    }
  }

  mutating func closeStack(of card: FlowDiagram.Card, width: Int, height: Int) {
    let step = Self.step
    let edge: DOTLine = "border=\"1\" color=\"\(paint(StyleClass.card(card).stroke))\""
    for layer in 0..<2 {
      let (wide, high) = (width + layer * step, height + layer * step)
      let corner: DOTLine = "fixedsize=\"true\" width=\"\(step)\" height=\"\(step)\""
      out.line("</td><td \(corner)></td></tr>")
      out.line("<tr><td width=\"\(step)\" height=\"\(high - step)\" \(edge) sides=\"r\"></td></tr>")
      out.line("<tr><td \(corner)></td>")
      out.line("<td width=\"\(wide - step)\" height=\"\(step)\" \(edge) sides=\"b\"></td>")
      out.line("<td \(corner) \(edge) sides=\"rb\"></td></tr></table>")
    }
  }
}
