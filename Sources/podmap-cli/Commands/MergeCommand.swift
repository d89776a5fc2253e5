import ArgumentParser
import PodmapConversion
import PodmapManifests
import PodmapProject
import PodmapTopology

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge several pods into one, as manifests that can be applied.",
    usage: """
      podmap merge INPUT ... [--workload NAME] ... [--name NAME] [--replicas N]
                   [--force] [-o FOLDER|FILE.yaml]
      """,
    discussion: """
      The selected workloads become one, Services lead to it, and calls between its containers go over localhost. \
      Everything else is written unchanged. Conflicts are errors, unless --force resolves them.
      """
  )

  @OptionGroup var input: InputOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A workload to merge, by name, kind/name or ID, with '*'; may be given several times. By default, all "
        + "long-running workloads.",
      valueName: "name"),
    completion: .names(.workloads))
  var workload: [String] = []

  @Option(name: .long, help: ArgumentHelp("The name of the resulting workload.", valueName: "name"))
  var name: String?

  @Option(name: .long, help: ArgumentHelp("The number of replicas of the resulting workload.", valueName: "number"))
  var replicas: Int?

  @Flag(name: .long, help: "Resolve conflicts, with a warning for each, instead of reporting them as errors.")
  var force = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A folder or .yaml file to write; by default, standard output.", valueName: "output"),
    completion: .file())
  var output: String?

  func validate() throws {
    if let name, !MergeOptions.isName(name) {
      throw ValidationError(
        "--name '\(name.shortened())' can't be the name of a workload; use up to 63 lower-case letters, digits and '-'")
    }
    if let replicas, !(0...Limit.mergeReplicas.value).contains(replicas) {
      throw ValidationError("--replicas must be between 0 and \(Limit.mergeReplicas.value.grouped), but is \(replicas)")
    }
  }

  func run() throws {
    let run = CommandRun(input.common, inputs: input.inputs)
    let target = try run.requesting { () throws(RequestError) in try ConversionTarget(output, inputs: input.inputs) }
    let application = LinkedInput(
      reading: input.inputs, project: try input.project, namespace: input.defaultNamespace,
      settings: input.streams, keepsSources: true,
      onStep: run.progress.say)
    let patterns = try run.requesting { () throws(RequestError) in
      try WorkloadNames.mergeable(workload, in: application.topology)
    }
    run.progress.say("merging")
    let conversion = Merge.run(
      application, workloads: patterns, options: MergeOptions(name: name, replicas: replicas, isForced: force))
    let diagnostics = application.diagnostics + conversion.diagnostics
    run.report(diagnostics)
    if !conversion.files.isEmpty { try run.write(conversion, to: target) }
    input.end(diagnostics)
  }
}
