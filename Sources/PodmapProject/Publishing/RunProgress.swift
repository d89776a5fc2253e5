/// How a long run reports its progress.
package struct RunProgress: Sendable {
  /// Names the step that begins.
  package var say: @Sendable (String) -> Void
  /// Names a step that consists of several equal ones, and returns the function to call after each.
  package var steps: @Sendable (String, Int) -> @Sendable () -> Void

  package init(
    say: @escaping @Sendable (String) -> Void = { _ in },
    steps: @escaping @Sendable (String, Int) -> @Sendable () -> Void = { _, _ in {} }
  ) {
    self.say = say
    self.steps = steps
  }
}
