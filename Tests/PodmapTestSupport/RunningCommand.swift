package import Foundation

/// A program that runs until it is ended.
package struct RunningCommand {
  private let child: ChildProcess
  private let messages: URL
  private let folder: TemporaryFolder

  package init(_ program: String, _ arguments: [String], in directory: URL) throws {
    folder = try TemporaryFolder()
    messages = try folder.write("", to: "messages")
    let (nothing, errors) = (try openFile("/dev/null", O_RDWR), try openFile(messages.path, O_WRONLY))
    defer {
      close(nothing)
      close(errors)
    }
    child = try ChildProcess(
      program, arguments, in: directory, standard: (input: nothing, output: nothing, errors: errors))
  }

  /// Waits until a word has been written to standard error that many times.
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
    child.end()
    folder.remove()
  }
}
