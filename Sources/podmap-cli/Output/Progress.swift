import Dispatch
import Synchronization

/// Shows on a terminal what is being done if it takes more than a second.
final class Progress: Sendable {
  private struct State {
    var step = ""
    var isShown = false
    var isOver = false
  }

  private let state = Mutex(State())
  private let console: Console
  private static let barWidth = 24

  init(_ console: Console) {
    self.console = console
    guard console.isTerminal else { return }
    DispatchQueue.global().asyncAfter(deadline: .now() + 1) { [weak self] in self?.show() }
  }

  func say(_ step: String) {
    state.withLock { state in
      state.step = "\(step) …"
      if state.isShown { console.write("\r\u{1B}[Kpodmap: \(state.step)") }
    }
  }

  /// Begins a step of `total` equal parts, and returns a function to call when one more part is done. Without a
  /// terminal, prints a line when the step begins.
  func steps(_ step: String, of total: Int) -> @Sendable () -> Void {
    if !console.isTerminal { console.write("podmap: \(step)\n") }
    let done = Mutex(0)
    say(step, done: 0, of: total)
    return { [self] in
      let count = done.withLock { done in
        done += 1
        return done
      }
      say(step, done: count, of: total)
    }
  }

  private func say(_ step: String, done: Int, of total: Int) {
    let filled = total > 0 ? Self.barWidth * done / total : Self.barWidth
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: Self.barWidth - filled)
    state.withLock { state in
      state.step = "\(step) [\(bar)] \(done) of \(total)"
      if state.isShown { console.write("\r\u{1B}[Kpodmap: \(state.step)") }
    }
  }

  func end() {
    state.withLock { state in
      if state.isShown { console.write("\r\u{1B}[K") }
      state.isShown = false
      state.isOver = true
    }
  }

  deinit { end() }

  private func show() {
    state.withLock { state in
      guard !state.isOver else { return }
      state.isShown = true
      console.write("podmap: \(state.step)")
    }
  }
}
