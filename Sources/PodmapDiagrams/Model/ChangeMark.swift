/// What became of an element between the two sides of a comparison.
///
/// Elements without a mark look as they do in a diagram of one application.
package enum ChangeMark: String, Sendable, CaseIterable {
  /// It is on both sides, and nothing about it differs.
  case kept
  /// It is on both sides, in different places.
  case moved
  case added
  case removed
  /// It is on both sides at the same place, and something about it differs.
  case changed
}
