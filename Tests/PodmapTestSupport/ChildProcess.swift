import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that a test has started.
///
/// It is started with `posix_spawn`, not with Foundation's `Process`, which leaks descriptors and crashes once a process
/// has about 1,350 of them (docs/decisions/0020-tests-start-programs-with-posix-spawn.md).
final class ChildProcess {
  private let process: pid_t
  private var status: Int32?

  /// Starts a program that reads and writes the three descriptors, and has no others of ours.
  ///
  /// It leads a process group of its own, so that what it starts can be ended with it.
  init(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], in directory: URL? = nil,
    standard descriptors: (input: Int32, output: Int32, errors: Int32)
  ) throws {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    // Tests run on threads that block most signals, and a child would inherit that.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, descriptors.input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, descriptors.output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, descriptors.errors, STDERR_FILENO)

    // What would change the folder is not declared for Swift in every C library.
    let entering = directory.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0.path] } ?? []
    let command = entering + [program] + arguments
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }.map { "\($0)=\($1)" }
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, command[0], &actions, &attributes, &words, &settings)
    guard result == 0 else { throw Failure("\(program) can't be started: \(String(cString: strerror(result)))") }
    self.process = process
  }

  /// Waits for the program to end and returns its exit code, 128 + the number of the signal that ended it, or `nil` if
  /// it is still running after that many seconds.
  func wait(secondsAllowed: Double) -> Int32? {
    let deadline = SuspendingClock.now + .seconds(secondsAllowed)
    var pause: UInt32 = 100
    while true {
      if let code = exitCode(waiting: false) { return code }
      guard SuspendingClock.now < deadline else { return nil }
      usleep(pause)
      pause = min(pause * 2, 5_000)
    }
  }

  /// Sends a signal to the program and everything in its group, as a terminal does.
  func send(_ signal: Int32) {
    if status == nil { kill(-process, signal) }
  }

  /// Ends the program and everything in its group, if it is still running.
  func end() {
    guard status == nil else { return }
    kill(-process, SIGKILL)
    _ = exitCode(waiting: true)
  }

  private func exitCode(waiting: Bool) -> Int32? {
    if status == nil {
      var status: Int32 = 0
      var result: pid_t
      repeat { result = waitpid(process, &status, waiting ? 0 : WNOHANG) } while result < 0 && errno == EINTR
      if result == process { self.status = status }
    }
    return status.map { status in
      let signal = status & 0x7F
      return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
  }
}

/// Opens a file that no other child inherits.
func openFile(_ path: String, _ flags: Int32) throws -> Int32 {
  let descriptor = open(path, flags | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { throw Failure("\(path) can't be opened: \(String(cString: strerror(errno)))") }
  return descriptor
}

/// A pipe whose ends no other child inherits.
struct Channel {
  let readingEnd: Int32
  let writingEnd: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Failure("a pipe can't be made: \(String(cString: strerror(errno)))") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (readingEnd, writingEnd) = (ends[0], ends[1])
  }

  /// Writes all bytes; `false` if nobody reads them any more.
  func send(_ bytes: some Sequence<UInt8>) -> Bool {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(writingEnd, $0.baseAddress, $0.count) }
      if count < 0 && errno != EINTR { return false }
      rest = rest.dropFirst(max(0, count))
    }
    return true
  }

  /// Waits for bytes and returns those that have arrived; none at the end. (`FileHandle.read(upToCount:)` waits until it
  /// has as many as it may return.)
  func receive() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(readingEnd, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      return Array(buffer.prefix(max(0, count)))
    }
  }
}
