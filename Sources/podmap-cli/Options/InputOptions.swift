import ArgumentParser
import PodmapManifests
import PodmapProject
import PodmapTopology

/// The arguments and options of every command that reads one application.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A file, a directory, a kustomization, a Helm chart, or '-' for standard input.", valueName: "input"),
    completion: .file())
  var inputs: [String] = []

  @OptionGroup(title: "Kustomizations and charts") var source: SourceOptions
  @OptionGroup var namespace: NamespaceOption
  @OptionGroup var common: CommonOptions

  var verbose: Bool { common.verbose }

  func validate() throws {
    guard !inputs.isEmpty else {
      throw ValidationError("no input; name a file or a directory with manifests, or '-' for standard input")
    }
    // A misspelt command looks like an input.
    if let first = inputs.first, !first.contains("/"), !FileSystem.canFind(first),
      let meant = CommandWords.meant(by: first)
    {
      throw ValidationError("there is no file or command '\(first)'; did you mean '\(meant)'?")
    }
  }

  var project: ProjectFile {
    get throws { try common.project }
  }

  /// For commands that change manifests, which need them as they were rendered.
  var streams: SourceSettings {
    var settings = source.settings
    settings.keepsStreams = true
    return settings
  }

  /// The namespace of objects that name none, if it is given.
  var defaultNamespace: DefaultNamespace? { namespace.value }

  /// Ends the command, with exit code 1 if a message is at least as severe as `--fail-on`.
  ///
  /// The process exits immediately: freeing the memory of a large graph piece by piece would take longer than drawing
  /// it.
  func end(_ diagnostics: [Diagnostic]) -> Never {
    endProcess(common.isFailure(diagnostics) ? 1 : 0)
  }
}
