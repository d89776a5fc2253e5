#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Erases the line that shows progress when the user ends the program with Ctrl-C.
///
/// Whoever handled the signal before still does so afterwards.
enum InterruptedLine {
  /// What handles the signal without us; only changed while we don't. In memory of its own: as a global variable with a
  /// constant value, Swift 6.2 makes it four bytes shorter than C does.
  nonisolated(unsafe) private static let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: 1)
  /// Whether it is our handler that is called.
  nonisolated(unsafe) private static var isInstalled = false

  /// Erases the line from now on. It is called from one thread at a time.
  static func erase() {
    guard !isInstalled else { return }
    var action = sigaction()
    // Reads what is there first: it is needed by then.
    guard sigaction(SIGINT, nil, previous) == 0, !isIgnored(previous.pointee) else { return }
    set(&action) { number in
      // Only what is safe in a handler: no memory, no locks.
      let text: StaticString = "\r\u{1B}[K"
      _ = write(2, text.utf8Start, text.utf8CodeUnitCount)
      sigaction(number, InterruptedLine.previous, nil)
      raise(number)
    }
    isInstalled = sigaction(SIGINT, &action, nil) == 0
  }

  /// Leaves the signal to whoever handled it before.
  static func ignore() {
    guard isInstalled else { return }
    isInstalled = false
    sigaction(SIGINT, previous, nil)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler.map { unsafeBitCast($0, to: Int.self) } == 1
    #else
      action.__sigaction_handler.sa_handler.map { unsafeBitCast($0, to: Int.self) } == 1
    #endif
  }

  private static func set(_ action: inout sigaction, _ handler: @escaping @convention(c) (Int32) -> Void) {
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
    #else
      action.__sigaction_handler.sa_handler = handler
    #endif
  }
}
