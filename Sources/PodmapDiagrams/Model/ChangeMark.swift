/// What happened to an element between the two sides of a comparison.
///
/// Elements without a mark look the same as in a diagram of one application.
package enum ChangeMark: String, Sendable, CaseIterable {
  /// It is on both sides, and nothing about it differs.
  case kept
  /// It is on both sides, in different places.
  case moved
  case added
  case removed
  /// It is in the same place on both sides, but something about it differs.
  case changed
}
