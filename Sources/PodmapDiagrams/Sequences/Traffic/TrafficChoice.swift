import PodmapManifests
import PodmapTopology

/// Where requests begin and end, as the user says or as the manifests show.
struct TrafficChoice {
  private(set) var starts: [TrafficStart] = []
  private(set) var destination: TrafficDestination?
  /// Why there are no starts.
  private(set) var reason: String
  /// Messages about requests that begin elsewhere.
  private(set) var remarks: [String] = []

  init(_ graph: TrafficGraph, _ options: SequenceOptions) {
    reason =
      graph.topology.entryPoints.isEmpty
      ? "no entry points and no calls in the manifests"
      : "the entry points lead to no container in the manifests, and there are no calls"
    var others: [TrafficStart] = []
    if let named = options.from {
      starts = Self.starts(at: named, graph)
      if let remark = String.meaning(named, starts, graph) { remarks.append(remark) }
      if starts.isEmpty { reason = "the object that --from names neither sends nor receives requests" }
    } else {
      let entries = graph.entries()
      let hostPorts = graph.hostPorts()
      let beginners = graph.beginners(besides: entries + hostPorts)
      if entries.isEmpty {
        let (senders, callers) = beginners.partitioned { graph.onlySendsTelemetry($0) }
        // What a collector calls isn't a request of the application.
        let (collectors, programs) = callers.partitioned { graph.isCollector($0) }
        let shown = programs + collectors + (callers.isEmpty ? senders : [])
        starts = graph.emptyEntries() + hostPorts + shown.compactMap { graph.start(at: $0) }
        if !callers.isEmpty, !senders.isEmpty { remarks.append(.senders(senders.map { graph.name(of: $0) })) }
      } else {
        starts = entries + graph.emptyEntries() + hostPorts
        others = beginners.compactMap { graph.start(at: $0) }
      }
    }
    if let to = options.to, !starts.isEmpty || !others.isEmpty {
      let destination = TrafficDestination(to, in: graph, from: starts + others)
      let isReached = { (start: TrafficStart) in destination.isReached(from: start) }
      starts = (starts + others).filter(isReached)
      others = []
      self.destination = destination
      if starts.isEmpty { reason = "no request reaches the object that --to names" }
    }
    if !others.isEmpty { remarks.append(.others(others.map { graph.name(of: $0.node) })) }
  }

  /// The best of the nodes that a name can mean: an entry point, else a Service, else a caller, else a called node.
  private static func starts(at nodes: [Int], _ graph: TrafficGraph) -> [TrafficStart] {
    let topology = graph.topology
    let ranks: [(Int) -> Bool] = [
      { graph.isEntry($0) }, { topology.nodes[$0].service != nil }, { topology.nodes[$0].workload != nil },
      { topology.nodes[$0].kind == .container },
    ]
    for isOfRank in ranks {
      let found = nodes.filter(isOfRank).compactMap { graph.start(at: $0) }
      if !found.isEmpty { return found }
    }
    let called = Set(topology.edges.filter { $0.kind == .calls || $0.kind == .routes }.map(\.to))
    for isOfRank in ranks.dropFirst(2) {
      let reached = nodes.filter(isOfRank).compactMap { node -> TrafficStart? in
        ([node] + graph.servers(of: node)).first { called.contains($0) }.flatMap { graph.start(atCalled: $0) }
      }
      if !reached.isEmpty { return reached }
    }
    return []
  }
}

extension [Int] {
  /// Those that meet a condition, and the others.
  fileprivate func partitioned(_ condition: (Int) -> Bool) -> ([Int], [Int]) {
    (filter(condition), filter { !condition($0) })
  }
}

extension String {
  fileprivate static func senders(_ names: [String]) -> String {
    "workloads that only send telemetry are left out: \(names.uniqued.joined(separator: ", ").shortenedList(to: 100)); "
      + "use --from NAME to begin there"
  }

  /// A message that says what a name means if it exists in several namespaces.
  fileprivate static func meaning(_ named: [Int], _ starts: [TrafficStart], _ graph: TrafficGraph) -> String? {
    let nodes = graph.topology.nodes
    let taken = starts.map(\.node)
    let places = Set(taken.map { nodes[$0].namespace })
    let others = named.filter { node in
      !places.contains(nodes[node].namespace)
        && (graph.isEntry(node) || nodes[node].service != nil || nodes[node].workload != nil)
    }
    guard !taken.isEmpty, places.count > 1 || !others.isEmpty else { return nil }
    func list(_ nodes: [Int]) -> String {
      nodes.map { graph.topology.nodes[$0].id.text }.joined(separator: ", ").shortenedList(to: 100)
    }
    return "several namespaces have an object that --from names: the diagram begins at \(list(taken))"
      + (others.isEmpty ? "" : ", others are \(list(others))") + "; use --from NAMESPACE/KIND/NAME to choose one"
  }

  fileprivate static func others(_ names: [String]) -> String {
    "calls that no outside request causes are left out: "
      + "\(names.uniqued.joined(separator: ", ").shortenedList(to: 100)); use --from NAME to begin there"
  }
}
