import ArgumentParser
import PodmapManifests
import PodmapPublishing

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Write the diagrams that podmap.yaml names, where they have changed.",
    usage: "podmap publish [--config FILE] [--check]",
    discussion: """
      Diagrams go to files, and into Markdown between the lines '<!-- podmap:begin NAME -->' and \
      '<!-- podmap:end NAME -->'. 'podmap init' writes a first podmap.yaml.

      With --check nothing is written: the differences go to standard output, and the exit status is 1 where there \
      are any.
      """
  )

  @Flag(name: .long, help: "Write nothing; exit with 1 where something is out of date.")
  var check = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(isVerbose: common.verbose)
    let name = common.config ?? "podmap.yaml"
    guard ThisProgram.canFind(name) else {
      throw ValidationError("there is no '\(name)'; 'podmap init' writes a first one")
    }
    let home = try ProjectHome(config: name)
    let project = ProjectFile(try home.read(), name: home.config.text)
    let progress = Progress(console)
    let plan = PublishPlan(project, config: home.config, onStep: progress.say)
    if project.diagrams.isEmpty, plan.isValid {
      throw ValidationError("'\(name)' names no diagrams; docs/podmap-yaml.md has an example")
    }
    guard plan.isValid else {
      progress.end()
      console.report(home.shown(plan.diagnostics))
      throw ExitCode(1)
    }
    let found = PublishCheck(plan)
    let code = try check ? report(found, plan, home, console, progress) : write(found, plan, home, console, progress)
    endProcess(code != 0 ? code : common.isFailure(plan.diagnostics) ? 1 : 0)
  }

  private func write(
    _ found: PublishCheck, _ plan: PublishPlan, _ home: ProjectHome, _ console: Console, _ progress: Progress
  ) throws -> Int32 {
    var publication = Publication(plan, found, home, console)
    try publication.write(onStep: progress.say)
    progress.end()
    let messages = plan.diagnostics + publication.messages + found.abandoned.map { .abandoned($0) }
    console.report(home.shown(messages.uniqued))
    for file in publication.written { console.write("wrote \(home.prefix)\(file.text)\n") }
    let rest = found.items.count - found.outdated.count
    let failed = publication.failed.isEmpty ? "" : ", \(publication.failed.count) failed"
    console.write("podmap: \(publication.written.count) written, \(rest) up to date\(failed)\n")
    return publication.failed.isEmpty ? 0 : 2
  }

  /// Shows what differs, and how to repair it.
  private func report(
    _ found: PublishCheck, _ plan: PublishPlan, _ home: ProjectHome, _ console: Console, _ progress: Progress
  ) throws -> Int32 {
    progress.end()
    console.report(home.shown(plan.diagnostics))
    var differences = ""
    var messages: [Diagnostic] = []
    for item in found.outdated {
      messages.append(.outdated(item))
      if case .outOfDate(let difference?) = item.state { differences += difference.text }
    }
    if messages.isEmpty, !found.isWritten(found.index(without: [])) { messages.append(.noIndex(plan.index)) }
    try OutputFiles(console).writeToStandardOutput(Array(differences.utf8))
    for message in home.shown(messages) { console.say(message) }
    guard !messages.isEmpty else {
      console.write("podmap: \(found.items.count) up to date\n")
      return 0
    }
    let command = "podmap publish" + (common.config.map { " --config \($0)" } ?? "")
    console.write(
      "podmap: \(messages.count) out of date, \(found.items.count - found.outdated.count) up to date; "
        + "to repair, run: \(command)\n")
    return 1
  }
}

extension Diagnostic {
  fileprivate static func outdated(_ item: PublishCheck.Item) -> Diagnostic {
    let place = Place(file: item.file.text)
    let names = item.outputs.map { "'\($0.diagram)'" }.joined(separator: ", ")
    return switch item.state {
    case .missing: Diagnostic(.error, at: place, "the file of \(names) is not there")
    case .outOfDate(nil): Diagnostic(.error, at: place, "the picture of \(names) is drawn from something else by now")
    case .outOfDate, .upToDate: Diagnostic(.error, at: place, "what it shows of \(names) is out of date")
    }
  }

  fileprivate static func noIndex(_ index: ProjectPath) -> Diagnostic {
    Diagnostic(.error, at: Place(file: index.text), "the index does not say what is published")
  }

  fileprivate static func abandoned(_ file: String) -> Diagnostic {
    Diagnostic(
      .note, at: Place(file: file), "no diagram is written to this file any more; delete it if nothing shows it")
  }
}
