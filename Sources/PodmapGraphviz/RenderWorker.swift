#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A process of its own for each picture, with a time limit: a layout that hangs or crashes is an error and harms
/// nothing else.
package struct RenderWorker: Sendable {
  /// The program, with the arguments that make it read DOT from standard input and write a picture to standard
  /// output; the name of the format comes behind them.
  package var executable: String
  package var arguments: [String]
  package var seconds: Double

  package init(executable: String, arguments: [String], seconds: Double = 30) {
    self.executable = executable
    self.arguments = arguments
    self.seconds = seconds
  }

  package func render(_ dot: String, as format: PictureFormat) throws(RenderError) -> [UInt8] {
    // Files rather than pipes: no reader has to keep up, and nothing is left once they are closed.
    let input = try UnnamedFile(holding: dot)
    let output = try UnnamedFile()
    let errors = try UnnamedFile()
    let ending = try run(input, output, errors, format)
    let complaint = String(decoding: errors.bytes().prefix(2000), as: UTF8.self).split(separator: "\n").last
    switch ending {
    case .exited(0): return output.bytes()
    case .exited(let code):
      throw RenderError(complaint.map { String($0) } ?? "the renderer ended with code \(code)")
    case .killed(let signal):
      throw RenderError("graphviz crashed (signal \(signal)); draw a smaller part with --focus or -n")
    case .timedOut:
      throw RenderError("graphviz did not finish within \(Int(seconds)) s; draw a smaller part with --focus or -n")
    }
  }

  private enum Ending {
    case exited(Int32)
    case killed(Int32)
    case timedOut
  }

  private func run(
    _ input: UnnamedFile, _ output: UnnamedFile, _ errors: UnnamedFile, _ format: PictureFormat
  ) throws(RenderError) -> Ending {
    // The worker holds the other end of a pipe that it never uses: when it is gone, the pipe ends.
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw RenderError("no renderer can be started: \(String(cString: strerror(errno)))") }
    defer { close(ends[0]) }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)

    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, file) in [input, output, errors].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file.descriptor, Int32(target))
    }
    var process: pid_t = 0
    let words = [executable] + arguments + [format.rawValue]
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    let result = posix_spawn(&process, executable, &actions, nil, &pointers, environ)
    close(ends[1])
    guard result == 0 else {
      throw RenderError("the renderer \(executable) can't be started: \(String(cString: strerror(result)))")
    }
    var events = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
    var ready: Int32
    repeat { ready = poll(&events, 1, Int32(seconds * 1000)) } while ready < 0 && errno == EINTR
    if ready == 0 { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    if ready == 0 { return .timedOut }
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal)
  }
}

/// A temporary file without a name, which is gone when it is closed, whatever happens.
private final class UnnamedFile {
  let descriptor: Int32

  init(holding text: String = "") throws(RenderError) {
    var template = Array("\(UnnamedFile.folder)/podmap-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw RenderError("no temporary file can be made: \(String(cString: strerror(errno))); set TMPDIR to a folder")
    }
    unlink(template)
    // The worker gets copies of its own.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else {
        throw RenderError("a temporary file can't be written: \(String(cString: strerror(errno)))")
      }
      rest = rest.dropFirst(max(0, count))
    }
    lseek(descriptor, 0, SEEK_SET)
  }

  deinit { close(descriptor) }

  func bytes() -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(start)) }
      guard count > 0 else { break }
      start += count
    }
    return Array(bytes[..<start])
  }

  private static var folder: String {
    getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }
}
