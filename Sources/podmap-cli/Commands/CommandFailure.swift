import ArgumentParser

/// A command line that can't be understood, in the words and the form of all other messages: the argument parser's
/// begin with "Error:" and a capital letter.
struct CommandFailure {
  let text: String

  init(parserText text: String) {
    let own = "Error: "
    guard text.hasPrefix(own) else {
      self.text = text
      return
    }
    let message = String(text.dropFirst(own.count)).replacing(". Did you mean", with: "; did you mean")
    self.text = "podmap: error: \(Self.lowercasedFirst(message))"
  }

  /// "Unknown option" in lower case, but not "PNG".
  private static func lowercasedFirst(_ text: String) -> String {
    guard let second = text.dropFirst().first, second.isLowercase else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// Prints an error that a command has thrown, and ends the process with its exit code.
  static func end(with error: any Error) -> Never {
    let code = PodmapCommand.exitCode(for: error)
    let text = PodmapCommand.fullMessage(for: error)
    // Help and the version aren't failures, and belong on standard output.
    if code == .success { StandardOutput.end(printing: text.isEmpty ? "" : text + "\n") }
    if text.isEmpty { endProcess(code.rawValue) }
    Console(isVerbose: false).write(CommandFailure(parserText: text).text + "\n")
    endProcess(code.rawValue)
  }
}
