import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that was started for one task: it reads its input to the end, writes an answer, and ends.
///
/// It may be started long before there is any input. Its failures affect nothing else, and it ends together with this
/// value.
package final class ChildProcess: Sendable {
  /// Why a program could not be started.
  package struct Failure: Error {
    package let text: String
  }

  /// How the program ended.
  package enum Ending: Equatable, Sendable {
    case exited(Int32)
    case killed(Int32)
    case timedOut
    /// Something else collected its exit status.
    case unknown
  }

  package struct Outcome: Sendable {
    package var ending: Ending
    /// Whatever was written, even an incomplete answer.
    package var output: [UInt8]
    /// The beginning of what was written to standard error.
    package var complaints: [UInt8]
    /// The most memory that the program has used, in bytes; 0 if that isn't known.
    package var memory = 0
  }

  /// How much a program may write.
  package struct Room: Sendable {
    /// The largest answer, in bytes; more ends the program, as if its time had run out.
    package var output: Int
    /// How many bytes of its messages are kept.
    package var complaints: Int

    package init(output: Int = .max, complaints: Int) {
      self.output = output
      self.complaints = complaints
    }
  }

  private let process: pid_t
  private let talk: ProcessChannel
  private let errors: ProcessChannel
  private let room: Room
  private let leadsGroup: Bool
  private let isOver = Mutex(false)

  /// Starts a program. `environment` has entries like `HOME=/tmp`; with `nil`, the program gets the environment
  /// of this process. With `leadsGroup`, the programs that it starts end with it.
  package init(
    _ executable: String, _ words: [String], environment: [String]? = nil, leadsGroup: Bool = false, room: Room
  ) throws(Failure) {
    let (talk, errors) = (try ProcessChannel(), try ProcessChannel())
    (self.talk, self.errors, self.room, self.leadsGroup) = (talk, errors, room, leadsGroup)
    defer {
      talk.closeFarEnd()
      errors.closeFarEnd()
    }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      // The program must not inherit what other threads have open.
      var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    #endif
    posix_spawnattr_init(&attributes)
    if leadsGroup { flags |= POSIX_SPAWN_SETPGROUP }
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
    var variables: [UnsafeMutablePointer<CChar>?] = (environment ?? []).map { strdup($0) } + [nil]
    defer { variables.forEach { free($0) } }
    let result =
      environment == nil
      ? posix_spawn(&process, executable, &actions, &attributes, &pointers, environ)
      : posix_spawn(&process, executable, &actions, &attributes, &pointers, &variables)
    guard result == 0 else { throw Failure(text: String(cString: strerror(result))) }
    self.process = process
  }

  deinit { end() }

  /// Sends the input and waits for the program to end; kills it if it has not begun to answer, or has not ended, in
  /// time. Call it at most once.
  package func exchange(
    _ input: [UInt8], answeringBefore beginning: SuspendingClock.Instant, endingBefore end: SuspendingClock.Instant
  ) -> Outcome {
    var outcome = Outcome(ending: .timedOut, output: [], complaints: [])
    var rest = input[...]
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
        // If the program is gone, nobody needs the rest.
        rest = rest.dropFirst(talk.send(rest) ?? rest.count)
        if rest.isEmpty { talk.endSending() }
      }
      if events[1].revents != 0 { isComplaining = receiveComplaints(&outcome) }
      if events[0].revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
        isAnswering = talk.receive(into: &outcome.output)
      }
      if outcome.output.count > room.output { break }
    }
    if isComplaining { _ = receiveComplaints(&outcome) }
    (outcome.ending, outcome.memory) = isAnswering ? (.timedOut, 0) : ending(before: end)
    self.end()
    return outcome
  }

  /// Kills the program if it is still running.
  private func end() {
    isOver.withLock { isOver in
      guard !isOver else { return }
      isOver = true
      kill(leadsGroup ? -process : process, SIGKILL)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    }
  }

  /// Waits for a program that has closed its output, which will end any moment, and returns how it ended, and how much
  /// memory it has used.
  private func ending(before deadline: SuspendingClock.Instant) -> (Ending, memory: Int) {
    isOver.withLock { isOver in
      var pause: UInt32 = 50
      while true {
        var status: Int32 = 0
        var usage = rusage()
        let result = wait4(process, &status, WNOHANG, &usage)
        if result == process {
          isOver = true
          let signal = status & 0x7F
          return (signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal), Self.memory(in: usage))
        }
        if result < 0 && errno != EINTR {
          isOver = true
          return (.unknown, 0)
        }
        guard SuspendingClock.now < deadline else { return (.timedOut, 0) }
        usleep(pause)
        pause = min(pause * 2, 10_000)
      }
    }
  }

  /// Linux counts what this process held when it started the program as the program's, so less than that says nothing
  /// about a program.
  private static func memory(in usage: rusage) -> Int {
    let memory = PeakMemory.bytes(in: usage)
    #if canImport(Darwin)
      return memory
    #else
      return memory > PeakMemory.ofThisProcess ? memory : 0
    #endif
  }

  private func receiveComplaints(_ outcome: inout Outcome) -> Bool {
    errors.receive(into: &outcome.complaints, atMost: room.complaints)
  }

  /// Rounded up, so that `poll` doesn't return just before the deadline.
  private static func milliseconds(until deadline: SuspendingClock.Instant) -> Int32 {
    let left = (deadline - SuspendingClock.now) / .milliseconds(1)
    return Int32(max(0, min(left.rounded(.up), 1e9)))
  }
}
