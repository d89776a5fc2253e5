import PodmapTopology

extension DOTGraph {
  /// A mark as the attributes of a small cell, and its words.
  private typealias Mark = (look: DOTLine, words: DOTText)

  /// Writes a cluster that explains the marks of this diagram and no others: one table, so that it
  /// stays together. Whether there is anything to explain.
  mutating func writeLegend() -> Bool {
    let marks = MarksUsed(diagram, plan)
    if marks.isEmpty { return false }
    let frame = FlowDiagram.Card.Presence.external.stroke
    out.line("subgraph cluster_legend {")
    out.depth += 1
    out.line("graph [")
    out.line("  id=\"legend\", class=\"legend\", tooltip=\"Legend\",")
    out.line("  label=\"Legend\", labelloc=t, labeljust=l,")
    out.line("  fontsize=11, fontcolor=\"\(Colour.quietText)\", margin=8, style=\"rounded\", color=\"\(frame)\"")
    out.line("]")
    out.line("legend_marks [id=\"legend_marks\", class=\"legend\", tooltip=\"Legend\", label=<")
    out.depth += 1
    out.line("<table border=\"0\" cellborder=\"0\" cellspacing=\"2\" cellpadding=\"1\">")
    writeTable(Self.list(marks))
    out.line("</table>")
    out.depth -= 1
    out.line(">]")
    out.depth -= 1
    out.line("}")
    return true
  }

  private static func list(_ marks: MarksUsed) -> [Mark] {
    let quiet = Colour.quietText
    var list: [Mark] = marks.cards.map { ("bgcolor=\"\($0.look.fill)\"", DOTText($0.look.word)) }
    for presence in marks.absences {
      guard let word = presence.word else { continue }
      list.append(("border=\"1\" style=\"dashed\" color=\"\(presence.stroke)\"", DOTText(word)))
    }
    if marks.hasReplicas {
      list.append(("border=\"2\" sides=\"rb\" color=\"\(quiet)\"", DOTText("several equal pods")))
    }
    for look in marks.edges.map(\.look) {
      let line: DOTLine = "border=\"2\" sides=\"b\" style=\"\(look.line)\" color=\"\(look.colour)\""
      list.append((line, DOTText(look.word)))
    }
    if marks.hasInferred {
      list.append(("border=\"2\" sides=\"b\" style=\"dashed\" color=\"\(quiet)\"", DOTText("inferred from a value")))
    }
    return list
  }

  /// Fills the table column by column. A legend takes a rank of its own size: low where ranks lie below
  /// each other, narrow where they stand side by side.
  private mutating func writeTable(_ list: [Mark]) {
    let rows =
      switch diagram.direction {
      case .topToBottom: min(list.count, 4)
      case .leftToRight: min(list.count, 12)
      }
    for row in 0..<rows {
      var cells: DOTLine = ""
      for mark in stride(from: row, to: list.count, by: rows).map({ list[$0] }) {
        let sample: DOTLine = "<td \(mark.look) fixedsize=\"true\" width=\"22\" height=\"10\"></td>"
        cells = "\(cells)\(sample)<td align=\"left\">\(DOTCell.font(9, .text, mark.words))</td>"
      }
      out.line("<tr>\(cells)</tr>")
    }
  }
}
