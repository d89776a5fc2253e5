import ArgumentParser
import PodmapConversion
import PodmapManifests
import PodmapProject
import PodmapTopology

struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Split one pod into several: a workload for each container, and the Services between them.",
    usage: """
      podmap split INPUT ... [--workload NAME] ... [--separate-all]
                   [-o FOLDER|FILE.yaml]
      """,
    discussion: """
      Everything else in the input is written unchanged, so that the output can be applied as a whole. Containers that \
      share data stay together, and sidecars stay with their main container.
      """
  )

  @OptionGroup var input: InputOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A workload to split, by name, kind/name or ID; may be given several times. By default, all that can be split.",
      valueName: "name"),
    completion: .names(.workloads))
  var workload: [String] = []

  @Flag(name: .long, help: "Also separate containers that share data, and sidecars from their main container.")
  var separateAll = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A folder or .yaml file to write; by default, standard output.", valueName: "folder"),
    completion: .directory)
  var output: String?

  func run() throws {
    let run = CommandRun(input.common, inputs: input.inputs)
    let target = try run.requesting { () throws(RequestError) in try ConversionTarget(output, inputs: input.inputs) }
    let application = LinkedInput(
      reading: input.inputs, project: try input.project, namespace: input.defaultNamespace,
      settings: input.streams, keepsSources: true,
      onStep: run.progress.say)
    let names = try run.requesting { () throws(RequestError) in
      try WorkloadNames.patterns(workload, in: application.topology)
    }
    let conversion = Split.run(application, Split.Options(workloads: names, separatesAll: separateAll))
    let diagnostics = application.diagnostics + conversion.diagnostics
    run.report(diagnostics)
    if conversion.converted == 0 { run.console.say(.nothingToSplit) }
    if !conversion.diagnostics.contains(where: { $0.severity == .error }) {
      try run.write(conversion, to: target)
    }
    input.end(diagnostics)
  }
}

extension Diagnostic {
  fileprivate static let nothingToSplit = Diagnostic(
    .note, "no workload could be split; the output is the unchanged input")
}
