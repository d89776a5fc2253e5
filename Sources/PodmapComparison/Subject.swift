extension Comparison {
  /// What the two sides of a comparison are to each other.
  package enum Subject: String, Sendable, Hashable, CaseIterable {
    /// An application before and after a change. Reports leave out what speaks for one pod or several, even if a
    /// container has moved.
    case versions
    /// An application with its containers grouped into pods in two ways.
    case layouts

    /// Two layouts if a side has pods that the other has split or merged, and most containers have other pods because
    /// of that. A container that moves to another pod among many that stay doesn't make a new layout.
    init(_ left: Layout, _ right: Layout, _ matches: [Match], _ pods: PodPairs) {
      func hasSplit(_ ends: [(own: Int, other: Int)]) -> Bool {
        Dictionary(grouping: ends, by: \.own).values.contains { Set($0.map(\.other)).count > 1 }
      }
      let ends = matches.map { (left.containers[$0.left].pod, right.containers[$0.right].pod) }
      let isRegrouped =
        hasSplit(ends.map { (own: $0.0, other: $0.1) }) || hasSplit(ends.map { (own: $0.1, other: $0.0) })
      let stayed = ends.count { pods.rightOfLeft[$0.0] == $0.1 }
      self = isRegrouped && stayed * 2 <= min(left.containers.count, right.containers.count) ? .layouts : .versions
    }
  }
}
