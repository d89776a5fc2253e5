import ArgumentParser
import PodmapManifests
import PodmapProject

/// The options of every command that reads manifests.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The settings of the repository; by default, podmap.yaml in the current directory.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var config: String?

  @Option(
    name: .long, help: ArgumentHelp("Exit with 1 on an 'error' or on a 'warning'.", valueName: "severity"),
    completion: .list(["error", "warning"]))
  var failOn: String = Diagnostic.Severity.error.rawValue

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Another value for a limit of docs/limits.md, as in edges=200000; may be given several times.",
      valueName: "name=number"),
    completion: .list(LimitSettings.names.map { "\($0)=" }))
  var limit: [String] = []

  @Flag(name: .shortAndLong, help: "Print every message with its code, even if there are many of one kind.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Print only errors.")
  var quiet = false

  func validate() throws {
    try usage { () throws(RequestError) in try LimitSettings(limit).apply() }
    if quiet, verbose { throw ValidationError("--quiet and --verbose can't be combined; give one of them") }
    guard Set(["error", "warning"]).contains(failOn) else {
      throw ValidationError("no severity '\(failOn)' for --fail-on; use error or warning")
    }
  }

  /// The settings in `podmap.yaml`; empty if there is none.
  var project: ProjectFile {
    get throws {
      let name = config ?? "podmap.yaml"
      guard config != nil || FileSystem.canFind(name) else { return ProjectFile() }
      do throws(FileSystem.Failure) {
        return ProjectFile(try FileSystem.read(name), name: name)
      } catch {
        throw ValidationError("the file '\(name)' can't be read: \(error.text)")
      }
    }
  }

  /// Whether a message is at least as severe as `--fail-on`.
  func isFailure(_ diagnostics: [Diagnostic]) -> Bool {
    let limit: Diagnostic.Severity = failOn == "warning" ? .warning : .error
    return diagnostics.contains { $0.severity >= limit }
  }
}
