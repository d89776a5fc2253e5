/// A view that chooses what it shows by kind; all others choose by the edges between objects.
package enum KindView: String, Sendable, CaseIterable {
  /// Pods and what they use; shows every kind that is part of an application.
  case workloads
  /// Where data is kept.
  case storage
  /// ConfigMaps and Secrets, and where they come from.
  case configuration
  /// Who may do what.
  case access
}
