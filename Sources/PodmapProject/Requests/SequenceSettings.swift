package import PodmapDiagrams
internal import PodmapTopology

/// What sequence diagrams show.
package struct SequenceSettings: Sendable {
  /// Of the view `lifecycle`; simple if it is not given.
  package var steps: SequenceOptions.Steps?
  /// Of the view `lifecycle`; chosen by the view if it is not given.
  package var phase: SequenceOptions.Phase?
  /// Of the view `traffic`: the name of the object where requests begin.
  package var from: String?
  /// Of the view `traffic`: the name of the object where requests end.
  package var to: String?
  /// Of the view `traffic`: whether possible calls are drawn; `nil` if it is not given, which means no.
  package var possible: Bool?

  package init(
    steps: SequenceOptions.Steps? = nil, phase: SequenceOptions.Phase? = nil, from: String? = nil, to: String? = nil,
    possible: Bool? = nil
  ) {
    self.steps = steps
    self.phase = phase
    self.from = from
    self.to = to
    self.possible = possible
  }

  package static func steps(named name: String) throws(RequestError) -> SequenceOptions.Steps {
    try Choice.one(of: SequenceOptions.Steps.allCases, named: name, what: "choice of steps")
  }

  package static func phase(named name: String) throws(RequestError) -> SequenceOptions.Phase {
    try Choice.one(of: SequenceOptions.Phase.allCases, named: name, what: "phase")
  }

  /// Checks that a view uses what is set.
  package func check(for view: View) throws(RequestError) {
    let given: [(option: ViewOption, isSet: Bool)] = [
      (.steps, steps != nil), (.phase, phase != nil), (.from, from != nil), (.to, to != nil),
      (.possible, possible != nil),
    ]
    for (option, isSet) in given where isSet && !view.options.contains(option) { throw Self.wrongView(for: option) }
  }

  /// "--steps and --phase only apply to --view lifecycle"
  private static func wrongView(for option: ViewOption) -> RequestError {
    let options = ViewOption.allCases.filter { $0.views == option.views }.map(RequestMessage.Setting.init)
    let views = option.views.map(\.name).joined(separator: " or ")
    return RequestError("\(options) only \(options.count > 1 ? "apply" : "applies") to \(.view) \(views)")
  }

  /// The options for drawing a topology; throws if a name matches nothing in it.
  func options(_ look: LookSettings, subject: String?, in topology: Topology) throws(RequestError) -> SequenceOptions {
    SequenceOptions(
      title: look.title, subject: subject, steps: steps ?? .simple, phase: phase,
      from: try positions(of: from, in: topology), to: try positions(of: to, in: topology),
      showsPossible: possible ?? false)
  }

  private func positions(of name: String?, in topology: Topology) throws(RequestError) -> [Int]? {
    guard let name else { return nil }
    let pattern = NamePattern(name)
    guard topology.nodes.isEmpty || topology.hasNode(pattern) else {
      throw Choice.unknown(name, what: "object", among: topology.candidates(.objects))
    }
    return topology.positions(of: pattern)
  }
}
