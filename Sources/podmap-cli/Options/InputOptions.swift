import ArgumentParser
import PodmapManifests

/// What every command that reads manifests takes.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A file, a directory, or '-' for standard input.", valueName: "input"), completion: .file())
  var inputs: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What the repository adds to podmap; podmap.yaml in the current directory unless given.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var config: String?

  @Option(
    name: .long, help: ArgumentHelp("Exit with 1 on an 'error' (default) or on a 'warning'.", valueName: "severity"),
    completion: .list(["error", "warning"]))
  var failOn: String = Diagnostic.Severity.error.rawValue

  @Flag(name: .shortAndLong, help: "Print every message, however many there are of one kind.")
  var verbose = false

  func validate() throws {
    guard !inputs.isEmpty else {
      throw ValidationError("no input; name a file or a directory with manifests, or '-' for standard input")
    }
    // A misspelt command is taken for an input.
    if let first = inputs.first, inputs.count > 1, !first.contains("/"), !ThisProgram.canFind(first),
      let command = Spelling.nearest(to: first, among: ["draw", "inspect"])
    {
      throw ValidationError("no file and no command '\(first)'; did you mean '\(command)'?")
    }
    guard Set(["error", "warning"]).contains(failOn) else {
      throw ValidationError("no severity '\(failOn)' for --fail-on; there are error and warning")
    }
  }

  /// What `podmap.yaml` says, where there is one.
  var project: ProjectFile {
    get throws {
      let name = config ?? "podmap.yaml"
      guard config != nil || ThisProgram.canFind(name) else { return ProjectFile() }
      do throws(FileSystem.Failure) {
        return ProjectFile(try FileSystem.read(name), name: name)
      } catch {
        throw ValidationError("the file '\(name)' can't be read: \(error.text)")
      }
    }
  }

  /// Ends the command, with exit code 1 where a message is as severe as the user cares about.
  ///
  /// The process ends here and now: giving back the memory of a large graph piece by piece would take
  /// longer than drawing it.
  func end(_ diagnostics: [Diagnostic]) -> Never {
    let limit: Diagnostic.Severity = failOn == "warning" ? .warning : .error
    endProcess(diagnostics.contains { $0.severity >= limit } ? 1 : 0)
  }
}
