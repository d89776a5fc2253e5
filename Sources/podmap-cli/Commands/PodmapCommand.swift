import ArgumentParser
import PodmapProject

struct PodmapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "podmap",
    abstract: "Draws what runs inside a Kubernetes application: pods, their containers, and how they connect.",
    discussion: """
      INPUT is a file, a directory (read recursively) or '-' for standard input; several are read as one \
      application. 'podmap INPUT' is the same as 'podmap draw INPUT'.

      'podmap --version --verbose' also names the libraries in use. 'podmap doctor' says more.

      Exit status: 0 done, 1 the input has errors, 2 the environment failed, 64 the command line is wrong.
      """,
    version: Version.text,
    subcommands: [
      DrawCommand.self, CompareCommand.self, SplitCommand.self, MergeCommand.self, InitCommand.self,
      PublishCommand.self, TemplatesCommand.self, InspectCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: DrawCommand.self
  )

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    if let script = CompletionScript(arguments: words) {
      print(script.text)
    } else if words.count == 2, words.contains("--version"), words.contains("--verbose") || words.contains("-v") {
      print(VersionReport(version: Version.text).text, terminator: "")
    } else {
      main(nil)
    }
  }
}

enum Version {
  static let text = "0.1.0"
}
