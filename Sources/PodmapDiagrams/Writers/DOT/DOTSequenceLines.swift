extension DOTSequence {
  /// Writes lifelines and bars. They are edges from a participant to itself, which is enough for an edge of a graph
  /// without a layout.
  mutating func writeLines() {
    for line in layout.lifelines where !line.pieces.isEmpty {
      let participant = diagram.participants[line.participant]
      out.line("\(participant.id) -> \(participant.id) [")
      out.line(
        "  id=\"a_life_\(participant.id)\", class=\"\(StyleClass.lifeline) lifeline\", tooltip=\(DOTTooltip(participant.name)),"
      )
      out.line("  color=\"\(paint(StyleClass.lifeline.stroke))\", style=dashed, pos=\"\(pieces(of: line))\"")
      out.line("]")
    }
    for (position, box) in layout.boxes.enumerated() {
      let frame = box.frame
      let corners = [frame.top, frame.bottom].map { y in
        path([SequencePoint(x: frame.left, y: y), SequencePoint(x: frame.right, y: y)])
      }
      let participant = diagram.participants[box.box.participants.lowerBound].id
      out.line("\(participant) -> \(participant) [")
      out.line(
        "  id=\"a_box_\(position + 1)_frame\", class=\"\(StyleClass.boxFrame) box\", tooltip=\(DOTTooltip(box.box.name)),"
      )
      out.line("  color=\"\(paint(StyleClass.boxFrame.stroke))\",")
      out.line("  pos=\"\(paths(corners + box.sides.map(pieces)))\"")
      out.line("]")
    }
    for (position, bar) in layout.bars.enumerated() {
      let participant = diagram.participants[bar.participant]
      out.line("\(participant.id) -> \(participant.id) [")
      out.line(
        "  id=\"a_bar_\(position + 1)\", class=\"\(StyleClass.bar(participant.style)) bar\", tooltip=\(DOTTooltip(participant.name)),"
      )
      out.line("  color=\"\(paint(StyleClass.bar(participant.style).stroke))\", penwidth=\(2 * SequenceSize.bar),")
      out.line("  pos=\"\(pieces(of: bar))\"")
      out.line("]")
    }
    for frame in layout.frames.enumerated() where !frame.element.dividers.isEmpty {
      let lines = frame.element.dividers.map { y in
        path([
          SequencePoint(x: frame.element.frame.left, y: y), SequencePoint(x: frame.element.frame.right, y: y),
        ])
      }
      let participant = diagram.participants[0].id
      out.line("\(participant) -> \(participant) [")
      out.line(
        "  id=\"a_block_\(frame.offset + 1)_sections\", class=\"\(StyleClass.sectionLine) sections\", tooltip=\"Sections\","
      )
      out.line("  color=\"\(paint(StyleClass.sectionLine.stroke))\", style=dashed, pos=\"\(paths(lines))\"")
      out.line("]")
    }
    for (position, ending) in layout.endings.enumerated() {
      let participant = diagram.participants[0].id
      out.line("\(participant) -> \(participant) [")
      out.line("  id=\"a_end_\(position + 1)\", class=\"\(StyleClass.lifelineEnd) end\", tooltip=\"The end\",")
      out.line("  color=\"\(paint(StyleClass.lifelineEnd.stroke))\", penwidth=2, pos=\"\(paths(cross(ending)))\"")
      out.line("]")
    }
  }

  private func pieces(of line: SequenceLayout.Line) -> DOTLine {
    paths(
      line.pieces.map {
        path([SequencePoint(x: line.x, y: $0.lowerBound), SequencePoint(x: line.x, y: $0.upperBound)])
      })
  }

  /// Writes an arrow and its text.
  mutating func write(_ arrow: SequenceLayout.Arrow, number: Int) {
    let message = arrow.message
    let (from, to) = (diagram.participants[message.from].id, diagram.participants[message.to].id)
    let isLost = message.head == .cross
    let styleClass = isLost ? StyleClass.lostArrow : .arrow
    let colour = paint(styleClass.stroke)
    let dashes: DOTLine = message.line == .dashed ? "dashed" : "solid"
    let kind: DOTLine = isLost ? "message lost" : message.line == .dashed ? "message answer" : "message"
    out.line("\(from) -> \(to) [")
    out.line("  id=\"link_\(number)\", class=\"\(styleClass) \(kind)\", tooltip=\(DOTTooltip(message.text)),")
    let (shape, head) = shape(of: arrow)
    out.line("  color=\"\(colour)\", style=\(dashes), penwidth=1.2,")
    out.line("  \(shape)")
    out.line("]")
    if !head.isEmpty {
      out.line("\(from) -> \(to) [")
      out.line("  id=\"link_\(number)_head\", class=\"\(styleClass) head\", tooltip=\(DOTTooltip(message.text)),")
      out.line("  color=\"\(colour)\", penwidth=1.5, pos=\"\(paths(head))\"")
      out.line("]")
    }
    let textClass = isLost ? StyleClass.lostArrowText : .arrowText
    let isOwn = message.from == message.to
    let label = isOwn ? DOTLabel(left: arrow.label.text.lines, limit: 200) : DOTLabel(centred: arrow.label.text.lines)
    out.line("link_\(number)_text [")
    out.line("  id=\"link_\(number)_text\", class=\"\(textClass) message\", tooltip=\(DOTTooltip(message.text)),")
    out.line("  \(place(arrow.label.frame)), fontcolor=\"\(paint(textClass.text))\", label=\(label)")
    out.line("]")
  }

  /// The line, and its head if Graphviz has no such head: it is drawn separately, so that it is never dashed.
  private func shape(of arrow: SequenceLayout.Arrow) -> (line: DOTLine, head: [DOTLine]) {
    let (from, to) = (arrow.from, arrow.to)
    let isOwn = arrow.message.from == arrow.message.to
    // The direction of the head.
    let ahead = isOwn ? -1 : from.x < to.x ? 1 : -1
    func line(to end: SequencePoint) -> DOTLine {
      guard isOwn else { return path([from, end]) }
      let far = max(from.x, to.x) + SequenceSize.loop.width
      return path([from, SequencePoint(x: far, y: from.y), SequencePoint(x: far, y: to.y), end])
    }
    switch arrow.message.head {
    case .arrow:
      // The outline of the head reaches over its tip by two points, for which Graphviz allows since version 7.
      let tip = SequencePoint(x: to.x - ahead, y: to.y)
      let neck = SequencePoint(x: tip.x - ahead * 8, y: to.y)
      return ("dir=forward, arrowhead=normal, pos=\"e,\(at(tip.x, tip.y)) \(line(to: neck))\"", [])
    case .open:
      let tip = SequencePoint(x: to.x - ahead, y: to.y)
      let barbs = [-5, 5].map { y in path([SequencePoint(x: tip.x - ahead * 8, y: to.y + y), tip]) }
      return ("pos=\"\(line(to: tip))\"", barbs)
    case .cross:
      let centre = SequencePoint(x: to.x - ahead * (SequenceSize.cross + 3), y: to.y)
      return ("pos=\"\(line(to: centre))\"", cross(centre))
    }
  }
}
