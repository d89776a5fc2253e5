import ArgumentParser
import PodmapManifests
import PodmapProject

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what podmap recognises, which programs it would run, and what to do next.",
    usage: "podmap doctor [INPUT ...]",
    discussion: """
      Lists the sources in the inputs, or in the current directory, with the programs that would render them; what \
      is skipped and why; the libraries and fonts in use; and the commands to run next. It renders no source. The \
      exit code is 1 if something in the inputs can't be drawn.
      """
  )

  @Argument(
    help: ArgumentHelp("A file, a directory, a kustomization or a Helm chart; by default '.'.", valueName: "input"),
    completion: .file())
  var inputs: [String] = []

  @OptionGroup var common: CommonOptions

  func run() throws {
    let run = CommandRun(common)
    let hasProject = common.config != nil || FileSystem.canFind("podmap.yaml")
    let report = DoctorReport(
      inputs.isEmpty ? ["."] : inputs, project: hasProject ? try common.project : nil, by: .thisProgram,
      onStep: run.progress.say)
    run.progress.end()
    try run.write(report.text, to: "-")
    if !report.canDrawAll { throw ExitCode(1) }
  }
}
