extension DOTSequence {
  /// Writes a participant: a card in the colour of its family, or a person.
  mutating func write(_ head: SequenceLayout.Head) {
    let participant = diagram.participants[head.participant]
    let name: DOTLine = head.isFoot ? "a_foot_\(participant.id)" : "\(participant.id)"
    let isPerson = head.content.isPerson
    let styleClass: StyleClass = isPerson ? .person : .participant(participant.style)
    out.line("\(name) [")
    out.line(
      "  id=\"\(name)\", class=\"\(styleClass) participant \(participant.style)\", tooltip=\(tooltip(of: participant)),"
    )
    if isPerson {
      out.line("  \(place(head.frame)),")
    } else {
      let style: DOTLine = participant.isPerson ? "rounded,filled" : "filled"
      out.line("  \(place(head.frame)), shape=box, style=\"\(style)\",")
      out.line("  color=\"\(paint(styleClass.stroke))\", fillcolor=\"\(paint(styleClass.fill))\",")
    }
    out.line("  label=<\(isPerson ? person(participant, head) : card(participant, head))>")
    out.line("]")
  }

  private func tooltip(of participant: SequenceDiagram.Participant) -> DOTTooltip {
    DOTTooltip([participant.name, participant.detail].filter { !$0.isBlank }.joined(separator: " · "))
  }

  private static let table: DOTLine =
    "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\">"

  private func card(_ participant: SequenceDiagram.Participant, _ head: SequenceLayout.Head) -> DOTLine {
    let ink = paint(.onFill)
    var texts = DOTCell()
    for line in head.content.name.lines { texts.addBold(line, size: SequenceSize.name, ink) }
    for line in head.content.detail.lines { texts.add(line, size: SequenceSize.small, ink) }
    let room = head.content.hasIcon ? SequenceSize.icon + 8 : 12
    let gap: DOTLine = "<td width=\"4\"></td>"
    let icon: DOTLine =
      head.content.hasIcon
      ? "\(gap)\(icons.cell(for: participant.icon, isOnFill: true, side: SequenceSize.icon, rows: 1))\(gap)"
      : "<td width=\"9\"></td>"
    // Graphviz measures bold text as regular; an explicit width makes room for the difference.
    return
      "\(Self.table)<tr>\(icon)<td align=\"left\" width=\"\(head.frame.width - room)\">\(texts.content)</td></tr></table>"
  }

  /// The name is not bold: Graphviz would not know its width, and so not its centre.
  private func person(_ participant: SequenceDiagram.Participant, _ head: SequenceLayout.Head) -> DOTLine {
    var lines = head.content.name.lines.map {
      DOTCell.font(SequenceSize.name, paint(.text), DOTText($0))
    }
    lines += head.content.detail.lines.map { DOTCell.font(SequenceSize.small, paint(.quietText), DOTText($0)) }
    let icon = icons.cell(for: participant.icon, isOnFill: false, side: SequenceSize.icon, rows: 1)
    var rows: DOTLine = "<tr><td>\(Self.table)<tr>\(icon)</tr></table></td></tr>"
    for line in lines where !line.text.isEmpty { rows = "\(rows)<tr><td>\(line)</td></tr>" }
    return "\(Self.table)\(rows)</table>"
  }
}
