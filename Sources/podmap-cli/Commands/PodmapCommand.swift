import ArgumentParser
import PodmapProject

struct PodmapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "podmap",
    abstract: "Draws what runs inside a Kubernetes application: pods, their containers, and how they connect.",
    discussion: """
      INPUT is a file, a directory (read recursively) or '-' for standard input; several are read as one \
      application. 'podmap INPUT' is the same as 'podmap draw INPUT'.

      Examples:
        podmap deploy/ -o app.svg
        podmap overlays/prod --view network -o network.png
        podmap compare main/deploy/ branch/deploy/
        podmap init && podmap publish

      'podmap --version --verbose' also names the libraries in use. 'podmap doctor' says more.

      Exit codes:
      \(HelpColumns(ExitCodes.all.map { (String($0.code), $0.short) }).text)
      """,
    version: Version.text,
    subcommands: commands,
    // The parser looks at all options of the default command even if another one is named, which takes a millisecond.
    defaultSubcommand: namesCommand(CommandLine.arguments) ? nil : DrawCommand.self
  )

  private static let commands: [any ParsableCommand.Type] = [
    DrawCommand.self, CompareCommand.self, SplitCommand.self, MergeCommand.self, InitCommand.self,
    PublishCommand.self, TemplatesCommand.self, InspectCommand.self, DoctorCommand.self,
  ]

  private static func namesCommand(_ arguments: [String]) -> Bool {
    let first = arguments.dropFirst().first
    return commands.contains { $0.configuration.commandName == first }
  }

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    if let script = CompletionScript(arguments: words) {
      StandardOutput.end(printing: script.text + "\n")
    } else if words.count == 2, words.contains("--version"), words.contains("--verbose") || words.contains("-v") {
      StandardOutput.end(printing: VersionReport(version: Version.text, commit: ThisProgram.commit).text)
    } else if words == ["-V"] {
      StandardOutput.end(printing: Version.text + "\n")
    } else if words.first == "help", let refusal = CommandWords.refusal(ofHelp: words.dropFirst()) {
      endProcess(CommandRun().refusal(refusal).rawValue)
    } else {
      do {
        var command = try parseAsRoot(words)
        try command.run()
      } catch {
        CommandFailure.end(with: error)
      }
    }
  }
}

enum Version {
  static let text = "0.1.0"
}
