/// Positions: invisible links that put islands one below the other, and the direction inside frames.
extension MermaidFlowchart {
  /// Writes invisible links from the end of one island to the top of the next.
  mutating func writeArrangement() {
    for alignment in arrangement.alignments {
      guard let above = edge(of: alignment.above, isTop: false), let below = edge(of: alignment.below, isTop: true)
      else { continue }
      out.link("\(above) ~~~ \(below)")
    }
  }

  /// Mermaid turns the direction inside a frame that no line crosses, unless the frame states it. If a
  /// line does cross it, a stated direction would move the line's end to the frame.
  mutating func writeDirection(isCrossed: Bool) {
    if !isCrossed { out.line("direction \(direction)") }
  }

  var direction: MermaidLine {
    switch diagram.direction ?? .topToBottom {
    case .topToBottom: "TB"
    case .leftToRight: "LR"
    }
  }

  /// The box at which a card begins or ends; a frame can't be the end of a link that should not affect its
  /// content.
  func edge(of card: ElementID, isTop: Bool) -> MermaidLine? {
    guard case .card(let position) = index[card] else { return nil }
    let card = diagram.cards[position]
    guard card.isFrame, let pod = card.pod else { return "\(card.id)" }
    if isTop {
      if hasFacts(card) { return "note_\(card.id)" }
      return (pod.containers.first?.id ?? pod.volumes.first?.id).map { "\($0)" }
    }
    return (pod.volumes.last?.id ?? pod.containers.last?.id).map { "\($0)" }
  }
}

extension LinkPlan {
  /// The frames that a line leads out of: groups by their positions, pods by their cards'.
  func crossedFrames(_ diagram: FlowDiagram, _ index: ElementIndex) -> (groups: Set<Int>, cards: Set<Int>) {
    var groups: Set<Int> = []
    var cards: Set<Int> = []
    for line in lines {
      guard let from = index[line.from.element], let to = index[line.to.element] else { continue }
      let (left, right) = (index.groups(around: from), index.groups(around: to))
      if left != right { groups.formUnion(Set(left).symmetricDifference(right)) }
      for place in [from, to] {
        switch place {
        case .card(let card), .container(_, let card), .volume(_, let card): cards.insert(card)
        case .group(let group): groups.insert(group)
        }
      }
    }
    return (groups, cards)
  }
}
