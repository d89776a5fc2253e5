extension FlowDiagram {
  /// The diagram with its cards in the order in which Graphviz draws them as they were written.
  ///
  /// From left to right, Graphviz sets pieces that no line connects from the bottom up, though the cards of each
  /// from the top down. Pieces that the arrangement has put in rows stay.
  var inGraphvizOrder: FlowDiagram {
    guard !isArranged, direction == .leftToRight else { return self }
    let islands = Islands(self, ElementIndex(self)).components.sorted { $0[0] < $1[0] }
    guard islands.count > 1 else { return self }
    var ordered = self
    ordered.cards = islands.reversed().flatMap { island in island.map { cards[$0] } }
    return ordered
  }
}
