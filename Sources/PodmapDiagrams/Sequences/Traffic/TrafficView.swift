import PodmapManifests
import PodmapTopology

extension SequenceView {
  /// How a request travels.
  package static let traffic = SequenceView(
    name: "traffic", help: "how a request travels through the containers, as a sequence diagram",
    options: [.from, .to, .possible], content: .network
  ) { TrafficView($0, $1).drawings }
}

/// Draws how requests travel: from a client through entry points and Services to containers, and on to whatever they
/// call.
struct TrafficView {
  private(set) var drawings: [SequenceView.Result] = []
  private let graph: TrafficGraph
  private let options: SequenceOptions

  init(_ topology: Topology, _ options: SequenceOptions) {
    graph = TrafficGraph(topology, showsPossible: options.showsPossible)
    self.options = options
    let choice = TrafficChoice(graph, options)
    var remarks = choice.remarks
    if !options.showsPossible, let remark = String.possible(in: graph) { remarks.append(remark) }
    guard !choice.starts.isEmpty else {
      drawings = [nothing(choice.reason, remarks)]
      return
    }
    let limit = Limit.trafficDiagrams.value
    let shown = Array(choice.starts.prefix(limit))
    if choice.starts.count > shown.count {
      remarks.append(.moreStarts(choice.starts.dropFirst(shown.count).map { graph.name(of: $0.node) }))
    }
    let groups = groups(shown, choice.destination)
    var drawn: Set<TrafficStop> = []
    for (number, starts) in groups.enumerated() {
      // Each entry point has at least one diagram.
      let room = max(1, limit - drawings.count - (groups.count - number - 1))
      let parts = TrafficParts(graph, starts, to: choice.destination, drawn: drawn, limit: room).list
      for part in parts { drawn.formUnion(part.plan.kept.keys) }
      for (position, part) in parts.enumerated() {
        drawings.append(
          drawing(
            part, of: starts, choice.destination, isOnly: groups.count == 1,
            number: parts.count == 1 ? nil : position + 1, remarks: drawings.isEmpty ? remarks : []))
      }
    }
  }

  /// One diagram for all starts if that fits a page, else one for each.
  private func groups(_ starts: [TrafficStart], _ destination: TrafficDestination?) -> [[TrafficStart]] {
    guard starts.count > 1 else { return [starts] }
    // One column can't represent clients in two places.
    if starts.count <= Limit.sharedTrafficStarts.value, Set(starts.compactMap(\.client)).count < 2 {
      let plan = TrafficPlan(graph, starts, to: destination, .page)
      if plan.isWhole, TrafficParts.Part(plan, isWholePath: destination == nil).fitsPage { return [starts] }
    }
    return starts.map { [$0] }
  }

  /// `number` counts the parts of a request that needs several.
  private func drawing(
    _ part: TrafficParts.Part, of starts: [TrafficStart], _ destination: TrafficDestination?, isOnly: Bool,
    number: Int?, remarks: [String]
  ) -> SequenceView.Result {
    let cast = part.cast
    let names = starts.map { graph.name(of: $0.node) }
    let beginning = options.from == nil && isOnly ? "" : " from \(names.joined(separator: ", ").shortenedList(to: 60))"
    let ends = beginning + (destination == nil ? "" : ending) + (number.map { " (part \($0))" } ?? "")
    let diagram = SequenceDiagram(
      title: title(ends), summary: summary(cast), participants: cast.participants, boxes: cast.boxes,
      steps: part.steps)
    var remarks = remarks
    if part.isCut { remarks.append(.leftOut(part.plan, of: names)) }
    let waiting = cast.order.filter { $0 >= 0 }.map { graph.topology.owner(of: $0) }.filter { owner in
      graph.containers(of: owner).contains { container in
        graph.topology.nodes[container].container?.role == .initial && !graph.edges(from: container, .calls).isEmpty
      }
    }
    if !waiting.isEmpty { remarks.append(.startUp(waiting.map { graph.name(of: $0) })) }
    return SequenceView.Result(
      name: names[0], diagram: diagram, remarks: remarks, heading: "Traffic\(ends)",
      about: cast.order.filter { $0 >= 0 }.map { Shortened(cast.name(of: $0), limit: 60).text })
  }

  private func title(_ ends: String) -> String {
    options.title ?? (options.subject.map { "\($0): traffic" } ?? "Traffic") + ends
  }

  /// " to redis"
  private var ending: String {
    // A Service, its workload and a container may have the same name.
    let names = Set((options.to ?? []).map { graph.name(of: $0) }).sorted()
    return " to \(names.joined(separator: ", ").shortenedList(to: 60))"
  }

  private func summary(_ cast: TrafficCast) -> String {
    let names = cast.order.map { Shortened(cast.name(of: $0), limit: 40).text }
    guard let first = names.first, names.count > 1 else { return "A request that reaches nothing else." }
    return "How a request travels from \(first) to \(names.dropFirst().joined(separator: ", "))."
  }

  /// A diagram that says why there is nothing to show.
  private func nothing(_ reason: String, _ remarks: [String]) -> SequenceView.Result {
    var names = ElementNames()
    let client = SequenceDiagram.Participant(
      id: names.name(for: "client"), style: .user, icon: .user, name: "Client")
    let diagram = SequenceDiagram(
      title: title(""), summary: "No requests: \(reason).", participants: [client],
      steps: [.note(SequenceDiagram.Note(.over(0...0), reason))])
    return SequenceView.Result(name: "nothing", diagram: diagram, remarks: [reason] + remarks)
  }
}

extension String {
  /// A message about calls that are merely possible; `nil` if there are none.
  fileprivate static func possible(in graph: TrafficGraph) -> String? {
    let calls = graph.topology.edges.filter { $0.kind == .calls && $0.certainty == .possible }
    guard !calls.isEmpty else { return nil }
    let callers = calls.map { graph.name(of: graph.topology.owner(of: $0.from)) }.uniqued
    return "\(calls.count.counted("possible call")) of \(callers.joined(separator: ", ").shortenedList(to: 100)) "
      + "\(calls.count == 1 ? "is" : "are") left out; use --possible to draw \(calls.count == 1 ? "it" : "them")"
  }

  fileprivate static func moreStarts(_ names: [String]) -> String {
    "\(names.count) more entry points are left out: \(names.joined(separator: ", ").shortenedList(to: 100)); "
      + "use --from NAME to begin there"
  }

  fileprivate static func leftOut(_ plan: TrafficPlan, of names: [String]) -> String {
    let hops = plan.dropped.sorted { ($0.key.node, $0.key.port ?? 0) < ($1.key.node, $1.key.port ?? 0) }
    let places = hops.map { plan.graph.name(of: plan.graph.topology.owner(of: $0.key.node)) }
    let count = hops.reduce(plan.unsent.count) { $0 + $1.value.count }
    return "the diagram from '\(Shortened(names[0], limit: 60).text)' leaves out \(count) hops"
      + (places.isEmpty ? "" : " after \(places.joined(separator: ", ").shortenedList(to: 100))")
      + "; use --from NAME to begin there, or --to NAME to draw only the path to it"
  }

  fileprivate static func startUp(_ names: [String]) -> String {
    "calls of init containers belong to the start of a pod and are left out: "
      + "\(names.uniqued.joined(separator: ", ").shortenedList(to: 100)); see --view lifecycle"
  }
}
