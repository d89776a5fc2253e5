extension FlowDiagram {
  /// Two columns to compare: the outermost frames are the sides, the left one first, and lines join what is the same
  /// in both. Inside a side, lines don't determine the order.
  package struct Sides: Sendable, Equatable {
    /// Which elements are next to each other although no line joins them.
    package var alignments: [Arrangement.Alignment]

    package init(alignments: [Arrangement.Alignment] = []) {
      self.alignments = alignments
    }
  }

  /// Whether the diagram shows what happened to its elements; then colours mean changes, not kinds.
  var isMarked: Bool {
    cards.contains { $0.mark != nil || $0.pod?.containers.contains { $0.mark != nil } ?? false }
      || links.contains { $0.mark != nil }
  }

  /// A picture of what changed without what was added, so that what is the same can stay where it was; `nil` if
  /// nothing was added to anything.
  var before: FlowDiagram? {
    guard sides == nil, cards.contains(where: { $0.mark == .added }),
      cards.contains(where: { $0.mark == .kept || $0.mark == .changed })
    else { return nil }
    var before = self
    before.cards.removeAll { $0.mark == .added }
    for position in before.cards.indices { before.cards[position].pod?.containers.removeAll { $0.mark == .added } }
    before = before.keepingUsedGroups()
    before.links.removeAll { $0.mark == .added }
    let elements = Set(
      before.cards.flatMap { card in
        [card.id] + (card.pod?.containers.map(\.id) ?? []) + (card.pod?.volumes.map(\.id) ?? [])
      } + before.groups.map(\.id))
    before.links.removeAll { !elements.contains($0.from) || !elements.contains($0.to) }
    return before
  }
}
