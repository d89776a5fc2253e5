import Dispatch
import Synchronization

/// Says on a terminal what is being done when it takes more than a second.
final class Progress: Sendable {
  private struct State {
    var step = ""
    var isShown = false
    var isOver = false
  }

  private let state = Mutex(State())
  private let console: Console

  init(_ console: Console) {
    self.console = console
    guard console.isTerminal else { return }
    DispatchQueue.global().asyncAfter(deadline: .now() + 1) { [weak self] in self?.show() }
  }

  func say(_ step: String) {
    state.withLock { state in
      state.step = step
      if state.isShown { console.write("\r\u{1B}[Kpodmap: \(step) …") }
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
      console.write("podmap: \(state.step) …")
    }
  }
}
