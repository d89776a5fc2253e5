import ArgumentParser
import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// What sequence diagrams show.
struct SequenceArguments: ParsableArguments {
  @Option(
    name: .long,
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

  @Option(name: .long, help: ArgumentHelp("For the view traffic: where they are to arrive.", valueName: "name"))
  var to: String?

  private var givenDetail: SequenceOptions.Detail? {
    get throws { try detail.map { try Choice.one(of: SequenceOptions.Detail.allCases, named: $0, what: "detail") } }
  }

  private var givenPhase: SequenceOptions.Phase? {
    get throws { try phase.map { try Choice.one(of: SequenceOptions.Phase.allCases, named: $0, what: "phase") } }
  }

  /// Checks the words, and that the view knows them.
  func validate(for view: DiagramView) throws {
    if try givenDetail != nil || givenPhase != nil, view != .sequence(.lifecycle) {
      throw ValidationError("--detail and --phase are for --view lifecycle")
    }
    if from != nil || to != nil, view != .sequence(.traffic) {
      throw ValidationError("--from and --to are for --view traffic")
    }
  }

  /// What is asked for, after checking that every name means something in what is drawn.
  func options(title: String?, subject: String?, in topology: Topology) throws -> SequenceOptions {
    SequenceOptions(
      title: title, subject: subject, detail: try givenDetail ?? .full, phase: try givenPhase,
      from: try from.map { try positions(of: $0, in: topology) }, to: try to.map { try positions(of: $0, in: topology) }
    )
  }

  private func positions(of name: String, in topology: Topology) throws -> [Int] {
    let pattern = NamePattern(name)
    guard topology.nodes.isEmpty || topology.hasNode(pattern) else {
      throw Choice.unknown(name, what: "object", among: topology.names(.objects))
    }
    return topology.positions(of: pattern)
  }
}
