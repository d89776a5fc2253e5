import ArgumentParser
import PodmapManifests
import PodmapProject

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Write the diagrams and documents that podmap.yaml names, if they have changed.",
    usage: "podmap publish [--config FILE] [--check | --watch]",
    discussion: """
      Diagrams go to files, and into Markdown between the lines '<!-- podmap:begin NAME -->' and \
      '<!-- podmap:end NAME -->'. 'podmap init' writes a first podmap.yaml.

      With --check, nothing is written: the differences go to standard output, and the exit status is 1 if there are \
      any.
      """
  )

  @Flag(name: .long, help: "Write nothing; exit with 1 if something is out of date.")
  var check = false

  @Flag(name: .long, help: "Keep running, and publish again when an input, a template, a page or podmap.yaml changes.")
  var watch = false

  @OptionGroup(title: "Kustomizations and charts") var renderer: RendererOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if check, watch { throw ValidationError("--check and --watch can't be combined; give one of them") }
  }

  func run() throws {
    let output = CommandRun(common)
    let name = common.config ?? "podmap.yaml"
    guard FileSystem.canFind(name) else {
      throw output.refusal("there is no '\(name)'; run 'podmap init' to create one")
    }
    // Rendering starts this program again, from another folder.
    let engine = PictureEngine.thisProgram
    let home = try output.requesting { () throws(RequestError) in try ProjectHome(config: name) }
    let program = [Version.text, ThisProgram.identity, common.failOn]
    var settings = renderer.settings
    // podmap.yaml says what to draw.
    settings.choosesVariant = false
    let run = PublishRun(home, engine, program: program, settings: settings)
    guard watch else {
      let report = try output.requesting { () throws(RequestError) in try publish(run, output) }
      messages(report).showChanges(output.console)
      if check { try output.write(report.differences.withoutLogCommands, to: "-") }
      messages(report).showSummary(output.console)
      endProcess(exitCode(of: report))
    }
    let console = output.console
    PublishWatch(home).run {
      do throws(RequestError) {
        let report = try publish(run, CommandRun(console))
        messages(report).showChanges(console)
        messages(report).showSummary(console)
      } catch {
        // podmap.yaml may be incomplete while somebody edits it, so keep watching.
        console.say(Diagnostic(.error, error.textForOptions))
      }
    } isWatching: { count in
      console.tell("podmap: watching \(count) files; press Ctrl-C to stop")
    }
  }

  /// Publishes once, with its progress.
  private func publish(_ run: PublishRun, _ output: CommandRun) throws(RequestError) -> PublishReport {
    let progress = output.progress
    defer { progress.end() }
    return try run.run(
      check: check, RunProgress(say: { progress.say($0) }, steps: { progress.steps($0, of: $1) }))
  }

  private func exitCode(of report: PublishReport) -> Int32 {
    switch report.ending {
    case .failed: 2
    case .refused: 1
    case .done: common.isFailure(report.judged) ? 1 : 0
    }
  }

  private func messages(_ report: PublishReport) -> PublishMessages {
    PublishMessages(
      report: report, isVerbose: common.verbose, isFailure: common.isFailure(report.judged),
      command: "podmap publish" + (common.config.map { " --config \($0)" } ?? ""))
  }
}
