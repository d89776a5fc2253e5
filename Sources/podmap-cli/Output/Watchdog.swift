import PodmapManifests
import PodmapProcesses
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ends the program with a message if a step takes too long, or if the process needs too much memory: nothing in an
/// input may occupy a machine for hours, whatever it is.
///
/// It has a thread of its own, because those that do the work may all be busy.
final class Watchdog: Sendable {
  private struct State {
    /// What is being done, for the message.
    var step = "reading the arguments"
    var begin = SuspendingClock.now
    var isOver = false
  }

  private let state = Mutex(State())
  private let console: Console

  init(_ console: Console) {
    self.console = console
    let reference = Unmanaged.passRetained(self)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let result = pthread_create(
      &thread, nil,
      { pointer in
        #if canImport(Darwin)
          let pointer: UnsafeMutableRawPointer? = pointer
        #endif
        if let pointer { Unmanaged<Watchdog>.fromOpaque(pointer).takeRetainedValue().watch() }
        return nil
      }, reference.toOpaque())
    if result != 0 { reference.release() }
  }

  /// Names the step that begins, or one more part of a step.
  func note(_ step: String) {
    state.withLock { state in
      state.step = step
      state.begin = .now
    }
  }

  /// Nothing more will be done, or for as long as the user wants.
  func stop() { state.withLock { $0.isOver = true } }

  private func watch() {
    while true {
      usleep(100_000)
      let state = state.withLock { $0 }
      if state.isOver { return }
      if .now - state.begin > .seconds(Limit.stepTime.value) { end(state.step, beyond: .stepTime) }
      if PeakMemory.ofThisProcess > Limit.memory.value { end(state.step, beyond: .memory) }
    }
  }

  private func end(_ step: String, beyond limit: Limit) -> Never {
    // Not `report`, which may wait for whoever is writing.
    console.write(
      Diagnostic(
        .error, topic: .limit,
        "\(step) needs more than \(limit.text), so the program ends; give it less, or \(limit.advice)"
      ).description + "\n")
    _exit(1)
  }
}
