package import PodmapDiagrams
internal import PodmapTopology

/// What sequence diagrams show.
package struct SequenceSettings: Sendable {
  /// Of the view `lifecycle`; full if it is not given.
  package var detail: SequenceOptions.Detail?
  /// Of the view `lifecycle`; chosen by the view if it is not given.
  package var phase: SequenceOptions.Phase?
  /// Of the view `traffic`: the name of the object where requests begin.
  package var from: String?
  /// Of the view `traffic`: the name of the object where requests end.
  package var to: String?

  package init(
    detail: SequenceOptions.Detail? = nil, phase: SequenceOptions.Phase? = nil, from: String? = nil, to: String? = nil
  ) {
    self.detail = detail
    self.phase = phase
    self.from = from
    self.to = to
  }

  package static func detail(named name: String) throws(RequestError) -> SequenceOptions.Detail {
    try Choice.one(of: SequenceOptions.Detail.allCases, named: name, what: "detail")
  }

  package static func phase(named name: String) throws(RequestError) -> SequenceOptions.Phase {
    try Choice.one(of: SequenceOptions.Phase.allCases, named: name, what: "phase")
  }

  /// Checks that a view uses what is set.
  package func check(for view: View) throws(RequestError) {
    let given: [(option: ViewOption, isSet: Bool)] = [
      (.detail, detail != nil), (.phase, phase != nil), (.from, from != nil), (.to, to != nil),
    ]
    for (option, isSet) in given where isSet && !view.options.contains(option) { throw Self.wrongView(for: option) }
  }

  /// "--detail and --phase only apply to --view lifecycle"
  private static func wrongView(for option: ViewOption) -> RequestError {
    let options = ViewOption.allCases.filter { $0.views == option.views }.map(RequestMessage.Setting.init)
    let views = option.views.map(\.name).joined(separator: " or ")
    return RequestError("\(options) only \(options.count > 1 ? "apply" : "applies") to \(.view) \(views)")
  }

  /// The options for drawing a topology; throws if a name matches nothing in it.
  func options(_ look: LookSettings, subject: String?, in topology: Topology) throws(RequestError) -> SequenceOptions {
    SequenceOptions(
      title: look.title, subject: subject, detail: detail ?? .full, phase: phase,
      from: try positions(of: from, in: topology), to: try positions(of: to, in: topology))
  }

  private func positions(of name: String?, in topology: Topology) throws(RequestError) -> [Int]? {
    guard let name else { return nil }
    let pattern = NamePattern(name)
    guard topology.nodes.isEmpty || topology.hasNode(pattern) else {
      throw Choice.unknown(name, what: "object", among: topology.names(.objects))
    }
    return topology.positions(of: pattern)
  }
}
