import Dispatch
import PodmapManifests
import Synchronization

/// Shows on a terminal what is being done if it takes more than a second: one line, which is written at most once a
/// second and erased at the end. Elsewhere, nothing is shown.
final class Progress: Sendable {
  private struct State {
    var step = ""
    /// What is on the terminal; `nil` if nothing is.
    var shown: String?
    var isOver = false
  }

  private let state = Mutex(State())
  private let console: Console
  private let watchdog: Watchdog
  private static let barWidth = 24
  private static let eraseLine = "\r\u{1B}[K"

  init(_ console: Console) {
    self.console = console
    watchdog = Watchdog(console)
    if console.canErase { showSoon() }
  }

  /// Names the step that begins.
  @Sendable func say(_ step: String) {
    watchdog.note(step)
    state.withLock { $0.step = "\(step) …" }
  }

  /// Begins a step of `total` equal parts, and returns a function to call when one more part is done.
  func steps(_ step: String, of total: Int) -> @Sendable () -> Void {
    watchdog.note(step)
    state.withLock { state in
      // What begins now may want to know when the user ends the program.
      InterruptedLine.ignore()
      state.step = Self.bar(step, done: 0, of: total)
    }
    return counting(step) { Self.bar(step, done: $0, of: total) }
  }

  /// Returns a function to call when one more part of a step is done of which nobody knows how many parts it has.
  func counting(_ step: String) -> @Sendable () -> Void {
    counting(step) { "\(step): \($0.grouped) done" }
  }

  private func counting(_ step: String, _ words: @escaping @Sendable (Int) -> String) -> @Sendable () -> Void {
    let done = Mutex(0)
    return { [self] in
      let count = done.withLock { done in
        done += 1
        return done
      }
      watchdog.note(step)
      state.withLock { $0.step = words(count) }
    }
  }

  private static func bar(_ step: String, done: Int, of total: Int) -> String {
    let filled = total > 0 ? barWidth * done / total : barWidth
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: barWidth - filled)
    return "\(step) [\(bar)] \(done) of \(total)"
  }

  /// Erases the line.
  func end() {
    watchdog.stop()
    state.withLock { state in
      if state.shown != nil {
        console.write(Self.eraseLine)
        InterruptedLine.ignore()
      }
      state.shown = nil
      state.isOver = true
    }
  }

  deinit { end() }

  private func showSoon() {
    DispatchQueue.global().asyncAfter(deadline: .now() + 1) { [weak self] in self?.show() }
  }

  private func show() {
    let isOver = state.withLock { state in
      guard !state.isOver else { return true }
      if !state.step.isEmpty, state.step != state.shown {
        InterruptedLine.erase()
        // A line that doesn't fit can't be erased.
        let text = "podmap: \(state.step)".withoutControlCharacters.shortened(to: max(console.width - 1, 8))
        console.write(Self.eraseLine + text)
        state.shown = state.step
      }
      return false
    }
    if !isOver { showSoon() }
  }
}
