/// A command line that is measured.
struct Command {
  /// What the report calls it.
  let label: String
  let program: String
  let arguments: [String]
  /// The file that takes its standard error.
  private(set) var messages = "/dev/null"

  init(_ label: String, _ program: String, _ arguments: [String]) {
    self.label = label
    self.program = program
    self.arguments = arguments
  }

  var line: String { ([program] + arguments).joined(separator: " ") }

  func saying(to file: String) -> Command {
    var command = self
    command.messages = file
    return command
  }
}
