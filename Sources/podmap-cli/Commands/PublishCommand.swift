import ArgumentParser
import PodmapManifests

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Write the diagrams and documents that podmap.yaml names, where they have changed.",
    usage: "podmap publish [--config FILE] [--check | --watch]",
    discussion: """
      Diagrams go to files, and into Markdown between the lines '<!-- podmap:begin NAME -->' and \
      '<!-- podmap:end NAME -->'. 'podmap init' writes a first podmap.yaml.

      With --check nothing is written: the differences go to standard output, and the exit status is 1 where there \
      are any.
      """
  )

  @Flag(name: .long, help: "Write nothing; exit with 1 where something is out of date.")
  var check = false

  @Flag(name: .long, help: "Go on, and publish again whenever an input, a template, a page or podmap.yaml changes.")
  var watch = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if check, watch { throw ValidationError("--check writes nothing, and --watch goes on writing; give one of them") }
  }

  func run() throws {
    let console = Console(isVerbose: common.verbose)
    let name = common.config ?? "podmap.yaml"
    guard ThisProgram.canFind(name) else {
      throw ValidationError("there is no '\(name)'; 'podmap init' writes a first one")
    }
    let home = try ProjectHome(config: name)
    let run = PublishRun(home, common, console)
    if watch { PublishWatch(run, home, console).run() }
    endProcess(try run.run(check: check))
  }
}
