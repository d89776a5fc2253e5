package import Foundation

/// A program that goes on until it is ended.
package struct RunningCommand {
  private let process = Process()
  private let messages: URL
  private let folder: TemporaryFolder

  package init(_ program: String, _ arguments: [String], in directory: URL) throws {
    folder = try TemporaryFolder()
    messages = try folder.write("", to: "messages")
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
  }

  /// Waits until a word has been written to standard error so many times.
  package func wait(for word: String, times: Int = 1, secondsAllowed: Double = 60) throws {
    let end = Date() + secondsAllowed
    while Date() < end {
      let text = try String(contentsOf: messages, encoding: .utf8)
      if text.components(separatedBy: word).count > times { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw Failure("'\(word)' was not written \(times) times: \(try String(contentsOf: messages, encoding: .utf8))")
  }

  package func end() {
    // It may have inherited a thread that blocks every signal that can be blocked.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    folder.remove()
  }
}
