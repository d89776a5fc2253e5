import ArgumentParser
import PodmapManifests
import PodmapProject

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a first podmap.yaml for this repository.",
    usage: "podmap init [--config FILE]",
    discussion: """
      Looks for manifests, kustomizations and charts in the current directory, names a diagram for each application \
      and a comparison of its overlays in podmap.yaml, and adds the markers of the first diagram to README.md. \
      'podmap publish' does the rest.
      """
  )

  @OptionGroup var common: CommonOptions

  func run() throws {
    let run = CommandRun(common)
    let console = run.console
    let name = common.config ?? "podmap.yaml"
    guard !FileSystem.canFind(name) else {
      throw run.refusal("'\(name)' already exists; edit it, or remove it to start again")
    }
    let home = try run.requesting { () throws(RequestError) in try ProjectHome(config: name) }
    let found = RepositoryDraft(onStep: run.progress.say)
    run.progress.end()
    let draft = found.project
    for remark in found.remarks { console.say(remark) }
    guard !draft.isEmpty else {
      console.say(found.remarks.isEmpty ? .noManifests : .nothingDrawable)
      throw ExitCode(1)
    }
    for path in [ProjectDraft.page, home.config.text] where RealPath.leaves(path) {
      throw run.refusal(
        "'\(path)' is a link that leads out of this folder; "
          + "remove it, or run podmap init in the folder that it leads to")
    }
    let files = FileWriter(shownBelow: home.prefix)
    let readme = try run.requesting { () throws(RequestError) in try draft.readme() }
    if let bytes = readme?.bytes {
      try run.reporting { () throws(FileWriter.Failure) in try files.write(bytes, to: ProjectDraft.page) }
    }
    try run.reporting { () throws(FileWriter.Failure) in
      try files.write(Array(draft.text.utf8), to: home.config.text)
    }
    let command = "podmap publish" + (common.config.map { " --config \($0)" } ?? "")
    console.tell(["wrote \(name)"] + draft.contents.map { "  \($0)" })
    if let readme {
      let page = "\(home.prefix)\(ProjectDraft.page)"
      console.tell(
        readme.bytes == nil
          ? "\(page) has the block of \(readme.name) at line \(readme.line)"
          : "wrote \(page): the block of \(readme.name) is at its end, from line \(readme.line) on; move it where you want"
      )
    }
    console.tell("podmap: to draw all that, run: \(command)")
  }
}

extension Diagnostic {
  fileprivate static let noManifests = Diagnostic(
    .error,
    "no folder here has manifests that podmap reads; run podmap init in the top folder of a repository with manifests, "
      + "or save what runs in a cluster and run it again: \(String.clusterExport) > app.yaml")

  fileprivate static let nothingDrawable = Diagnostic(
    .error,
    "nothing here can be drawn, for the reasons above; podmap doctor says what each source needs, "
      + "and podmap draw FOLDER draws what is skipped")
}
