package import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program whose messages go to a terminal, and also its output if a test wants that.
package final class TerminalCommand {
  private let child: ChildProcess
  private let terminal: Int32
  private var bytes: [UInt8] = []

  package init(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], in directory: URL,
    showingOutput: Bool = false
  ) throws {
    terminal = try openFile("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK)
    let (nothing, errors) = (
      try openFile("/dev/null", O_RDWR), try openFile(try Self.name(of: terminal), O_RDWR | O_NOCTTY)
    )
    defer {
      close(nothing)
      close(errors)
    }
    child = try ChildProcess(
      program, arguments, environment: ["TERM": "xterm", "CI": ""].merging(environment) { $1 }, in: directory,
      standard: (input: nothing, output: showingOutput ? errors : nothing, errors: errors))
  }

  deinit {
    child.end()
    close(terminal)
  }

  /// The path of the end of a pseudo-terminal that programs use.
  private static func name(of terminal: Int32) throws -> String {
    #if canImport(Darwin)
      guard grantpt(terminal) == 0, unlockpt(terminal) == 0, let name = ptsname(terminal) else {
        throw Failure("there is no pseudo-terminal: \(String(cString: strerror(errno)))")
      }
      return String(cString: name)
    #else
      // Swift's Glibc lacks the functions of POSIX; these are TIOCSPTLCK and TIOCGPTN.
      var (lock, number): (Int32, UInt32) = (0, 0)
      guard ioctl(terminal, 0x4004_5431, &lock) == 0, ioctl(terminal, 0x8004_5430, &number) == 0 else {
        throw Failure("there is no pseudo-terminal: \(String(cString: strerror(errno)))")
      }
      return "/dev/pts/\(number)"
    #endif
  }

  /// Everything that has been written so far.
  package var text: String {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(terminal, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Waits until a text has been written.
  package func wait(for words: String, secondsAllowed: Double = 30) throws {
    let end = Date() + secondsAllowed
    while !text.contains(words) {
      guard Date() < end else { throw Failure("'\(words)' was not written: \(text)") }
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  /// What Ctrl-C does.
  package func interrupt() { child.send(SIGINT) }

  /// Waits for the end, and returns the exit code, or 128 + the number of the signal that ended it.
  package func exitCode(secondsAllowed: Double = 60) throws -> Int32 {
    guard let code = child.wait(secondsAllowed: secondsAllowed) else { throw Failure("it did not end: \(text)") }
    return code
  }
}
