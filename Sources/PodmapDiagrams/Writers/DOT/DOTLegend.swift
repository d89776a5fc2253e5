import PodmapManifests
import PodmapTopology

extension DOTGraph {
  /// A mark as a small cell, and its words.
  private typealias Mark = (style: StyleClass, look: DOTLine, words: String)

  /// The heading of the picture, and below it what the marks of this picture mean. It is the label of the graph,
  /// so it takes no room among the cards.
  mutating func writeTitle() {
    let rows = diagram.showsLegend ? legendRows() : []
    if diagram.title.isBlank && rows.isEmpty { return }
    out.line("label=<")
    out.depth += 1
    out.line("<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\">")
    if !diagram.title.isBlank {
      let title = DOTCell.font(18, paint(.text), DOTText(diagram.title, limit: Limit.title.value))
      out.line("<tr><td align=\"left\"\(icons.cellClass(.title))>\(title)</td></tr>")
    }
    for row in rows { out.line("<tr><td align=\"left\" cellpadding=\"1\">\(row)</td></tr>") }
    // Leaves some space above the first cards.
    out.line("<tr><td height=\"6\"></td></tr>")
    out.line("</table>")
    out.depth -= 1
    out.line(">, labelloc=t, labeljust=l,")
  }

  /// As many marks in a row as fit the width of the picture.
  private func legendRows() -> [DOTLine] {
    var rows: [(cells: DOTLine, width: Int)] = []
    let limit = max(360, arrangement.width)
    for mark in marks() {
      let width = TextWidth.points(mark.words, size: DOTCardText.smallSize) + 40
      if rows.isEmpty || rows[rows.count - 1].width + width > limit { rows.append(("", 0)) }
      let sample: DOTLine =
        "<td \(mark.look)\(icons.cellClass(mark.style)) fixedsize=\"true\" width=\"20\" height=\"10\"></td>"
      let words = DOTCell.font(DOTCardText.smallSize, paint(.quietText), DOTText(mark.words))
      let row = rows.removeLast()
      rows.append(
        (
          "\(row.cells)\(sample)<td align=\"left\"\(icons.cellClass(.legendWords))>\(words)</td><td width=\"4\"></td>",
          row.width + width
        ))
    }
    // All cells of a row would grow with the widest row, unless one cell takes up the rest.
    let widest = max(
      TextWidth.points(Shortened(diagram.title, limit: .title).text, size: 18), rows.map(\.width).max() ?? 0)
    return rows.map { row in
      let table: DOTLine = "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\">"
      return "\(table)<tr>\(row.cells)<td width=\"\(widest - row.width + 10)\"></td></tr></table>"
    }
  }

  private func marks() -> [Mark] {
    let used = MarksUsed(diagram, plan)
    var marks: [Mark] = used.cards.map { mark(.sample($0), "", $0.look.word) }
    for change in used.changes {
      let look: DOTLine = change == .removed ? "border=\"2\" style=\"dashed\"" : ""
      marks.append(mark(.sample(change), look, change.signed(change.look.word)))
    }
    if used.hasMatches { marks.append(mark(.matchSample, line("dashed"), MatchLook.word)) }
    for presence in used.absences {
      guard let word = presence.word else { continue }
      marks.append(mark(.sample(presence), "border=\"1\" style=\"dashed\"", word))
    }
    if used.hasReplicas {
      marks.append(mark(.replicasSample, "border=\"2\" sides=\"rb\"", "several equal pods"))
    }
    for kind in used.edges { marks.append(mark(.sample(kind), line("\(kind.look.line)"), kind.verb)) }
    if used.hasInferred { marks.append(mark(.inferredSample, line("dashed"), "inferred from a value")) }
    if used.hasDenied {
      marks.append(mark(.deniedSample, line("solid"), "\(FlowDiagram.Link.deniedSign) denied by a policy"))
    }
    return marks
  }

  private func line(_ style: DOTLine) -> DOTLine { "border=\"2\" sides=\"b\" style=\"\(style)\"" }

  private func mark(_ style: StyleClass, _ look: DOTLine, _ words: String) -> Mark {
    if let fill = style.fill { return (style, "bgcolor=\"\(paint(fill))\"", words) }
    return (style, "\(look) color=\"\(paint(style.stroke))\"", words)
  }
}
