import ArgumentParser
import PodmapDiagrams
import PodmapProject
import PodmapTopology

/// What sequence diagrams show.
struct SequenceArguments: ParsableArguments {
  @Option(
    name: .customLong("steps"),
    help: ArgumentHelp(
      "For the view lifecycle: simple, with user, API, pod and container, or full. (default: simple)",
      valueName: "steps"),
    completion: .list(SequenceOptions.Steps.allCases.map(\.rawValue)))
  var steps: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "For the view lifecycle: only start, run or stop; all puts the whole life into one diagram, however wide.",
      valueName: "phase"),
    completion: .list(SequenceOptions.Phase.allCases.map(\.rawValue)))
  var phase: String?

  @Option(
    name: .long, help: ArgumentHelp("For the view traffic: where requests begin.", valueName: "name"),
    completion: .names(.objects))
  var from: String?

  @Option(
    name: .long, help: ArgumentHelp("For the view traffic: where requests end.", valueName: "name"),
    completion: .names(.objects))
  var to: String?

  @Flag(name: .long, help: "For the view traffic: also draw calls that are merely possible.")
  var possible = false

  var settings: SequenceSettings {
    get throws(RequestError) {
      SequenceSettings(
        steps: try steps.map { name throws(RequestError) in try SequenceSettings.steps(named: name) },
        phase: try phase.map { name throws(RequestError) in try SequenceSettings.phase(named: name) }, from: from,
        to: to, possible: possible ? true : nil)
    }
  }
}
