extension CondensedFlowchart {
  private enum Step {
    case open(Int)
    case close
  }

  /// Writes all cards, each in its frames. Frames may be nested deeper than a stack allows.
  mutating func writeFrames() {
    var cards = [[Int]](repeating: [], count: diagram.frames.count + 1)
    var frames = cards
    for (position, card) in diagram.cards.enumerated() { cards[card.frame ?? diagram.frames.count].append(position) }
    for (position, frame) in diagram.frames.enumerated() {
      frames[frame.parent ?? diagram.frames.count].append(position)
    }
    let crossed = crossedFrames()
    for card in cards[diagram.frames.count] { write(card) }
    var steps = frames[diagram.frames.count].reversed().map(Step.open)
    while let step = steps.popLast() {
      switch step {
      case .open(let position):
        let frame = diagram.frames[position]
        out.line("subgraph \(frame.id)[\"\(MermaidFlowchart.title(frame.kind, frame.name))\"]")
        out.depth += 1
        // Mermaid turns the direction inside a frame that no line crosses, unless the frame states it. If a line does
        // cross it, a stated direction would move the line's end to the frame.
        if !crossed.contains(position) { out.line("direction \(direction)") }
        for card in cards[position] { write(card) }
        steps.append(.close)
        steps += frames[position].reversed().map(Step.open)
      case .close:
        out.depth -= 1
        out.line("end")
      }
    }
  }

  /// The frames that a line leads out of, or ends at.
  private func crossedFrames() -> Set<Int> {
    var crossed: Set<Int> = []
    for line in diagram.lines {
      let (from, to) = (around(line.from), around(line.to))
      crossed.formUnion(Set(from).symmetricDifference(to))
      crossed.formUnion([line.from.frame, line.to.frame].compactMap(\.self))
    }
    return crossed
  }

  private func around(_ end: CondensedDiagram.End) -> [Int] {
    var around: [Int] = []
    var next = end.frame.map { diagram.frames[$0].parent } ?? diagram.cards[end.card].frame
    while let frame = next {
      around.append(frame)
      next = diagram.frames[frame].parent
    }
    return around
  }

  private mutating func write(_ position: Int) {
    let card = diagram.cards[position]
    let label = arrangement.labels[position]
    let shape = shape(of: card, lines: label.lines.count)
    out.line("\(card.id)\(shape.start)\"\(label.escaped)\"\(shape.end):::\(use(look(of: card)))")
  }

  private func look(of card: CondensedDiagram.Card) -> MermaidClass {
    switch card.form {
    case .table, .tray: return .legend
    case .object, .set: break
    }
    if let mark = card.mark, mark != .kept || card.presence == .present { return .mark(mark) }
    guard card.presence == .present else { return .absence(card.presence) }
    return card.style.isWork || card.style == .plain ? .card(card.style) : .pale(card.style)
  }

  /// Uses only the classic shapes; named ones make drawing fail before 11.3. Round ends take half of a box's height at
  /// each side, so a box with many lines has straight ones.
  private func shape(of card: CondensedDiagram.Card, lines: Int) -> (start: MermaidLine, end: MermaidLine) {
    switch card.form {
    case .table, .tray: return ("[", "]")
    case .set: return ("[[", "]]")
    case .object: break
    }
    // Some versions draw the dashes of round shapes as an unbroken line.
    if card.presence != .present || card.mark == .removed { return ("[", "]") }
    let isLow = lines <= 3
    return switch card.style {
    case .workload, .job, .node, .other, .cluster, .container, .plain: ("[", "]")
    case .service, .outside, .user: isLow ? ("([", "])") : ("(", ")")
    case .entry: isLow ? ("{{", "}}") : ("(", ")")
    case .storage: ("[(", ")]")
    case .configuration, .secret, .identity, .policy, .network: ("(", ")")
    }
  }
}
