import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that was started to render one picture: it reads a graph to the end, writes an answer, and ends.
///
/// It may be started long before there is a graph. Its failures affect nothing else, and it ends together with this
/// value.
final class WorkerProcess: Sendable {
  /// How the program ended.
  enum Ending: Equatable {
    case exited(Int32)
    case killed(Int32)
    case timedOut
    /// Something else collected its exit status.
    case unknown
  }

  struct Outcome {
    var ending: Ending
    /// Whatever was written, even an incomplete answer.
    var output: [UInt8]
    /// The beginning of what was written to standard error.
    var complaints: [UInt8]
  }

  private let process: pid_t
  private let talk: WorkerChannel
  private let errors: WorkerChannel
  private let isOver = Mutex(false)

  init(_ executable: String, _ words: [String]) throws(RenderError) {
    let (talk, errors) = (try WorkerChannel(), try WorkerChannel())
    (self.talk, self.errors) = (talk, errors)
    defer {
      talk.closeFarEnd()
      errors.closeFarEnd()
    }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      // The worker must not inherit what other threads have open.
      let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    #endif
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    // Threads of dispatch queues block most signals, and processes that they start inherit this.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, channel) in [talk, talk, errors].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, channel.farEnd, Int32(target))
    }
    var pointers: [UnsafeMutablePointer<CChar>?] = ([executable] + words).map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, executable, &actions, &attributes, &pointers, environ)
    guard result == 0 else {
      throw RenderError("can't start the renderer \(executable): \(String(cString: strerror(result)))")
    }
    self.process = process
  }

  deinit { end() }

  /// Sends the graph and waits for the program to end; kills it if it has not begun to answer, or has not ended, in
  /// time. Call it at most once.
  func exchange(
    _ dot: [UInt8], answeringBefore beginning: SuspendingClock.Instant, endingBefore end: SuspendingClock.Instant
  ) -> Outcome {
    var outcome = Outcome(ending: .timedOut, output: [], complaints: [])
    var rest = dot[...]
    var (isAnswering, isComplaining) = (true, true)
    if rest.isEmpty { talk.endSending() }
    while isAnswering {
      var events = [
        pollfd(fd: talk.descriptor, events: Int16(rest.isEmpty ? POLLIN : POLLIN | POLLOUT), revents: 0),
        pollfd(fd: isComplaining ? errors.descriptor : -1, events: Int16(POLLIN), revents: 0),
      ]
      let milliseconds = Self.milliseconds(until: outcome.output.isEmpty ? beginning : end)
      guard milliseconds > 0, poll(&events, nfds_t(events.count), milliseconds) >= 0 || errno == EINTR else { break }
      if !rest.isEmpty && events[0].revents & Int16(POLLOUT) != 0 {
        // If the worker is gone, nobody needs the rest.
        rest = rest.dropFirst(talk.send(rest) ?? rest.count)
        if rest.isEmpty { talk.endSending() }
      }
      if events[1].revents != 0 { isComplaining = receiveComplaints(&outcome) }
      if events[0].revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
        isAnswering = talk.receive(into: &outcome.output)
      }
    }
    if isComplaining { _ = receiveComplaints(&outcome) }
    outcome.ending = isAnswering ? .timedOut : ending(before: end)
    self.end()
    return outcome
  }

  /// Kills the program if it is still running.
  private func end() {
    isOver.withLock { isOver in
      guard !isOver else { return }
      isOver = true
      kill(process, SIGKILL)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    }
  }

  /// Waits for a program that has closed its output, which will end any moment, and returns how it ended.
  private func ending(before deadline: SuspendingClock.Instant) -> Ending {
    isOver.withLock { isOver in
      var pause: UInt32 = 50
      while true {
        var status: Int32 = 0
        let result = waitpid(process, &status, WNOHANG)
        if result == process {
          isOver = true
          let signal = status & 0x7F
          return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal)
        }
        if result < 0 && errno != EINTR {
          isOver = true
          return .unknown
        }
        guard SuspendingClock.now < deadline else { return .timedOut }
        usleep(pause)
        pause = min(pause * 2, 10_000)
      }
    }
  }

  private func receiveComplaints(_ outcome: inout Outcome) -> Bool {
    errors.receive(into: &outcome.complaints, atMost: RenderLimits.outputBytes)
  }

  /// Rounded up, so that `poll` doesn't return just before the deadline.
  private static func milliseconds(until deadline: SuspendingClock.Instant) -> Int32 {
    let left = (deadline - SuspendingClock.now) / .milliseconds(1)
    return Int32(max(0, min(left.rounded(.up), 1e9)))
  }
}
