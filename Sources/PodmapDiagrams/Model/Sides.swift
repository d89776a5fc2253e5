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
}
