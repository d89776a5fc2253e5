import ArgumentParser
import PodmapManifests
import PodmapProject

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a first podmap.yaml for this repository.",
    usage: "podmap init [--config FILE]",
    discussion: """
      Looks for folders with manifests in the current directory, names a diagram for each in podmap.yaml, and adds \
      the markers of the first to README.md. 'podmap publish' does the rest.
      """
  )

  @OptionGroup var common: CommonOptions

  func run() throws {
    let run = CommandRun(common)
    let console = run.console
    let name = common.config ?? "podmap.yaml"
    guard !FileSystem.canFind(name) else {
      throw ValidationError("'\(name)' already exists; edit it, or remove it to start again")
    }
    let home = try usage { () throws(RequestError) in try ProjectHome(config: name) }
    let folders = ManifestFolders()
    let draft = ProjectDraft(folders: folders.running)
    guard !draft.isEmpty else {
      console.say(.noManifests)
      throw ExitCode(1)
    }
    for path in [ProjectDraft.page, home.config.text] where RealPath.leaves(path) {
      throw ValidationError(
        "'\(path)' is a link that leads out of this folder; "
          + "remove it, or run podmap init in the folder that it leads to")
    }
    let files = FileWriter(shownBelow: home.prefix)
    if let readme = try usage({ () throws(RequestError) in try draft.readme() }) {
      try run.reporting { () throws(FileWriter.Failure) in try files.write(readme, to: ProjectDraft.page) }
      console.write("wrote \(home.prefix)\(ProjectDraft.page)\n")
    }
    try run.reporting { () throws(FileWriter.Failure) in
      try files.write(Array(draft.text.utf8), to: home.config.text)
    }
    for folder in folders.idle { console.say(.idle(folder)) }
    let command = "podmap publish" + (common.config.map { " --config \($0)" } ?? "")
    console.write("wrote \(name)\npodmap: to draw what it names, run: \(command)\n")
  }
}

extension Diagnostic {
  fileprivate static func idle(_ folder: ProjectPath) -> Diagnostic {
    Diagnostic(
      .note, at: Place(file: folder.text),
      "the manifests in this folder run nothing; "
        + "add it to the inputs of the diagram that it belongs to")
  }

  fileprivate static let noManifests = Diagnostic(
    .error, "no folder here has manifests that podmap reads; run podmap init in the top folder of the repository")
}
