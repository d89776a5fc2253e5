import PodmapTopology

extension DOTGraph {
  /// A mark as the attributes of a small cell, and its words.
  private typealias Mark = (look: DOTLine, words: String)

  /// The heading of the picture, and below it what the marks of this picture mean. It is the label of the graph,
  /// so it takes no place among the cards.
  mutating func writeTitle() {
    let rows = diagram.showsLegend ? legendRows() : []
    if diagram.title.isBlank && rows.isEmpty { return }
    out.line("label=<")
    out.depth += 1
    out.line("<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\">")
    if !diagram.title.isBlank {
      let title = DOTCell.font(18, paint(.text), DOTText(diagram.title, limit: 120))
      out.line("<tr><td align=\"left\">\(title)</td></tr>")
    }
    for row in rows { out.line("<tr><td align=\"left\" cellpadding=\"1\">\(row)</td></tr>") }
    // Some air above the first cards.
    out.line("<tr><td height=\"6\"></td></tr>")
    out.line("</table>")
    out.depth -= 1
    out.line(">, labelloc=t, labeljust=l,")
  }

  /// As many marks in a row as the picture is wide.
  private func legendRows() -> [DOTLine] {
    var rows: [(cells: DOTLine, width: Int)] = []
    let limit = max(360, arrangement.width)
    for mark in marks() {
      let width = TextWidth.points(mark.words, size: DOTCardText.smallSize) + 40
      if rows.isEmpty || rows[rows.count - 1].width + width > limit { rows.append(("", 0)) }
      let sample: DOTLine = "<td \(mark.look) fixedsize=\"true\" width=\"20\" height=\"10\"></td>"
      let words = DOTCell.font(DOTCardText.smallSize, paint(.quietText), DOTText(mark.words))
      let row = rows.removeLast()
      rows.append(("\(row.cells)\(sample)<td align=\"left\">\(words)</td><td width=\"4\"></td>", row.width + width))
    }
    // All cells of a row grow where another one is wider, unless one takes the rest.
    let widest = max(
      TextWidth.points(Shortened(diagram.title, limit: 120).text, size: 18), rows.map(\.width).max() ?? 0)
    return rows.map { row in
      let table: DOTLine = "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\">"
      return "\(table)<tr>\(row.cells)<td width=\"\(widest - row.width + 10)\"></td></tr></table>"
    }
  }

  private func marks() -> [Mark] {
    let used = MarksUsed(diagram, plan)
    let quiet = paint(.quietText)
    var marks: [Mark] = used.cards.map { ("bgcolor=\"\(paint($0.look.fill))\"", $0.look.word) }
    for mark in used.changes {
      let look: DOTLine =
        mark == .removed
        ? "border=\"2\" style=\"dashed\" color=\"\(paint(mark.look.line))\"" : "bgcolor=\"\(paint(mark.look.fill))\""
      marks.append((look, mark.signed(mark.look.word)))
    }
    if used.hasMatches {
      marks.append(("border=\"2\" sides=\"b\" style=\"dashed\" color=\"\(paint(MatchLook.colour))\"", MatchLook.word))
    }
    for presence in used.absences {
      guard let word = presence.word else { continue }
      marks.append(("border=\"1\" style=\"dashed\" color=\"\(paint(presence.stroke))\"", word))
    }
    if used.hasReplicas { marks.append(("border=\"2\" sides=\"rb\" color=\"\(quiet)\"", "several equal pods")) }
    for look in used.edges.map(\.look) {
      marks.append(
        ("border=\"2\" sides=\"b\" style=\"\(look.line)\" color=\"\(paint(look.colour))\"", look.word))
    }
    if used.hasInferred {
      marks.append(("border=\"2\" sides=\"b\" style=\"dashed\" color=\"\(quiet)\"", "inferred from a value"))
    }
    if used.hasDenied {
      marks.append(
        (
          "border=\"2\" sides=\"b\" style=\"solid\" color=\"\(paint(.alarm))\"",
          "\(EdgeLook.deniedSign) denied by a policy"
        ))
    }
    return marks
  }
}
