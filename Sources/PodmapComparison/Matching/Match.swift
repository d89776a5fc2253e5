/// A container of the left layout that is also in the right layout, as far as the manifests show.
package struct Match: Sendable, Hashable {
  package enum Strength: String, Sendable, Hashable, CaseIterable {
    /// The same ID, a pair named by the user, or the same name and more that no other container has.
    case certain
    /// Strong evidence supports it, and no other container has as much.
    case likely
    /// The evidence is weak, or another container has just as much.
    case doubtful
  }

  /// Positions in `Layout.containers` of either side.
  package var left: Int
  package var right: Int
  package var strength: Strength
  /// "same image repository redis"; never empty.
  package var reasons: [String]
}

/// A pair of containers that the user says are the same.
package struct SettledMatch: Sendable, Hashable {
  package var left: Int
  package var right: Int

  package init(left: Int, right: Int) {
    self.left = left
    self.right = right
  }
}
