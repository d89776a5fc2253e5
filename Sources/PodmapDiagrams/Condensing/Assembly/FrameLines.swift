import PodmapManifests
import PodmapTopology

// Lines that end at frames, and frames without cards.

extension Assembly {
  /// Cards for the groups that are empty, or that a line ends at although all their cards are rows elsewhere.
  func emptyFrames() -> [CondensedDiagram.Card] {
    var isUsed = framesInUse()
    var cards: [CondensedDiagram.Card] = []
    // The innermost first, because a frame with a card in it isn't empty.
    for position in diagram.groups.indices.reversed() where !isUsed[position] {
      guard work.index.isEmpty(group: position) || connectedGroups.contains(position) else { continue }
      var around = diagram.parent(ofGroup: position)
      while let group = around {
        isUsed[group] = true
        around = diagram.parent(ofGroup: group)
      }
      cards.append(emptyFrame(position))
    }
    return cards.reversed()
  }

  private func emptyFrame(_ position: Int) -> CondensedDiagram.Card {
    let group = diagram.groups[position]
    let row = CondensedDiagram.Row(subject: .fact, tag: "", items: [CondensedDiagram.Item("(empty)")])
    return CondensedDiagram.Card(
      id: group.id, frame: diagram.parent(ofGroup: position), form: .object, style: .other, icon: .custom,
      presence: .external, mark: nil, heading: group.kind, name: group.name.isBlank ? "(no name)" : group.name,
      isProse: false, tabs: [], rows: work.index.isEmpty(group: position) ? [row] : [], foot: [], members: [],
      tooltip: group.fullTitle,
      represents: CondensedDiagram.Represented())
  }

  /// The links that end at groups, with the places where they end. One from a frame to what is inside it is a row.
  mutating func frameLines() -> [(link: Int, from: CondensedDiagram.End, to: CondensedDiagram.End)] {
    var lines: [(link: Int, from: CondensedDiagram.End, to: CondensedDiagram.End)] = []
    for link in work.links.indices where work.links[link] == nil {
      let flow = diagram.links[link]
      guard let from = end(flow.from), let to = end(flow.to) else { continue }
      if let inner = inner(from, to) {
        var row = CondensedDiagram.Row(
          subject: .fact, tag: "",
          items: [CondensedDiagram.Item(flow.mark.signed(diagram.inner(flow, work.index)))], mark: flow.mark)
        row.tooltip = flow.source
        row.represents.links = [link]
        cards[inner].rows.append(row)
      } else {
        lines.append((link, from, to))
      }
    }
    return lines
  }

  private func end(_ element: ElementID) -> CondensedDiagram.End? {
    if let card = work.index.card(of: element) {
      return positions[work.holder(card)].map { CondensedDiagram.End(card: $0, row: nil) }
    }
    guard let group = work.index.group(of: element) else { return nil }
    return framePlaces[group]
      ?? cards.firstIndex { $0.id == element }.map { CondensedDiagram.End(card: $0, row: nil) }
  }

  /// The card that shows a relation between a frame and what is inside it.
  private func inner(_ from: CondensedDiagram.End, _ to: CondensedDiagram.End) -> Int? {
    func isInside(_ end: CondensedDiagram.End, _ outer: CondensedDiagram.End) -> Bool {
      guard let frame = outer.frame else { return false }
      var next = end.frame ?? cards[end.card].frame
      while let around = next, around != frame { next = frames[around].parent }
      return next == frame
    }
    if from == to { return from.card }
    return isInside(from, to) ? from.card : isInside(to, from) ? to.card : nil
  }
}
