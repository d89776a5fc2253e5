extension FlowDiagram {
  /// Two columns to compare: the frames of the page are the sides, the left one first, and lines join what is the same
  /// in both. Inside a side nothing is ordered by lines.
  package struct Sides: Sendable, Equatable {
    /// What stands beside what where no line says so.
    package var alignments: [Arrangement.Alignment]

    package init(alignments: [Arrangement.Alignment] = []) {
      self.alignments = alignments
    }
  }

  /// Whether the picture tells what became of its elements; then colours mean that, and no kinds.
  var isMarked: Bool {
    cards.contains { $0.mark != nil || $0.pod?.containers.contains { $0.mark != nil } ?? false }
      || links.contains { $0.mark != nil }
  }
}
