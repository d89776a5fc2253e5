import ArgumentParser
import PodmapDiagrams
import PodmapProject

/// What sequence diagrams show.
struct SequenceArguments: ParsableArguments {
  @Option(
    name: .customLong("steps"),
    help: ArgumentHelp(
      "For the view lifecycle: full (default), or simple with user, API, pod and container.", valueName: "detail"),
    completion: .list(SequenceOptions.Detail.allCases.map(\.rawValue)))
  var detail: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "For the view lifecycle: only start, run or stop; all puts the whole life into one diagram, however wide.",
      valueName: "phase"),
    completion: .list(SequenceOptions.Phase.allCases.map(\.rawValue)))
  var phase: String?

  @Option(name: .long, help: ArgumentHelp("For the view traffic: where requests begin.", valueName: "name"))
  var from: String?

  @Option(name: .long, help: ArgumentHelp("For the view traffic: where requests end.", valueName: "name"))
  var to: String?

  var settings: SequenceSettings {
    get throws(RequestError) {
      SequenceSettings(
        detail: try detail.map { name throws(RequestError) in try SequenceSettings.detail(named: name) },
        phase: try phase.map { name throws(RequestError) in try SequenceSettings.phase(named: name) }, from: from,
        to: to)
    }
  }
}
