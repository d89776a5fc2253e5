#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One process from its start to its end, as the kernel accounts for it.
struct ProcessRun {
  let wallSeconds: Double
  /// User and system time of all threads.
  let processorSeconds: Double
  /// Most bytes of resident memory at any time. Linux counts what the starting process held at that moment too,
  /// so this program must stay small: inputs are streamed to disk.
  let peakMemory: Double

  /// Runs the command with nothing on standard input; its standard output is thrown away.
  init(_ command: Command) throws(BenchmarkFailure) {
    var usage = rusage()
    var status: Int32 = 0
    let clock = ContinuousClock()
    let start = clock.now
    let process = try Self.start(command)
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw .spawn(program: command.program, code: errno) }
    }
    wallSeconds = (clock.now - start) / .seconds(1)
    processorSeconds = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    #if canImport(Darwin)
      peakMemory = Double(usage.ru_maxrss)
    #else
      peakMemory = Double(usage.ru_maxrss) * 1024
    #endif
    guard status == 0 else { throw .command(line: command.line, status: status, errors: command.messages) }
  }

  private static func start(_ command: Command) throws(BenchmarkFailure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, command.messages, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    let arguments = strings([command.program] + command.arguments)
    let environment = strings(environment)
    defer { for string in arguments + environment { free(string) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, command.program, &actions, nil, arguments, environment)
    guard code == 0 else { throw .spawn(program: command.program, code: code) }
    return process
  }

  /// What a program needs to start, and no setting that could change its work.
  private static var environment: [String] {
    let names = ["PATH", "HOME", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"]
    return names.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
  }

  private static func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
  }
}
