import PodmapManifests
import PodmapTopology

/// The topology as requests see it: the hops from every stop to the next ones.
///
/// A Service that leads to one container is not a separate stop, but the address on the arrow to that container: that
/// says the same with half of the columns.
struct TrafficGraph {
  let topology: Topology
  /// The position of each node's first edge in the sorted list of edges.
  private let starts: [Int]
  /// The containers of each object.
  private let containers: [Int: [Int]]
  /// Whether an edge of the kind `routes` leads to the node.
  private let isRouted: [Bool]
  private let policies: UnknownCallers
  private let telemetry: Telemetry
  private let showsPossible: Bool
  /// Whether an autoscaler sets the number of the node's pods.
  private let isScaled: [Bool]
  /// The routes of a mesh that take what pods send to a Service.
  private let meshRoutes: [Int: Int]

  init(_ topology: Topology, showsPossible: Bool = false) {
    self.topology = topology
    self.showsPossible = showsPossible
    var starts = [Int](repeating: 0, count: topology.nodes.count + 1)
    var isRouted = [Bool](repeating: false, count: topology.nodes.count)
    var isScaled = isRouted
    for edge in topology.edges {
      starts[edge.from + 1] += 1
      if edge.kind == .routes { isRouted[edge.to] = true }
      if edge.kind == .scales { isScaled[edge.to] = true }
    }
    for position in topology.nodes.indices { starts[position + 1] += starts[position] }
    var containers: [Int: [Int]] = [:]
    for (position, node) in topology.nodes.enumerated() where node.kind == .container {
      if let parent = node.parent { containers[parent, default: []].append(position) }
    }
    self.starts = starts
    self.isRouted = isRouted
    self.isScaled = isScaled
    meshRoutes = Self.meshRoutes(topology)
    self.containers = containers
    policies = UnknownCallers(topology.nodes)
    telemetry = Telemetry(topology)
  }

  func edges(from node: Int, _ kind: EdgeKind) -> [Edge] {
    topology.edges[starts[node]..<starts[node + 1]].filter { $0.kind == kind }
  }

  /// The containers of a pod that serve requests: those that run as long as it does.
  func servers(of owner: Int) -> [Int] {
    // A suspended Job has no pods, and a pod that has ended doesn't call anything.
    if let workload = topology.nodes[owner].workload, workload.runsNoPods { return [] }
    return (containers[owner] ?? []).filter { isServer($0) }
  }

  func containers(of owner: Int) -> [Int] { containers[owner] ?? [] }

  /// Whether a container's calls are part of requests; those of init and debugging containers aren't.
  func isServer(_ node: Int) -> Bool {
    switch topology.nodes[node].container?.role {
    case .app, .sidecar: true
    case .initial, .ephemeral, nil: false
    }
  }

  // MARK: - Hops

  func hops(from stop: TrafficStop) -> TrafficHops {
    var hops = allHops(from: stop)
    for number in hops.list.indices { hops.list[number].isUnserved = hasNoPods(hops.list[number].to.node) }
    return hops
  }

  /// Whether no pod runs: the manifest sets zero replicas, and no autoscaler changes that; or it is suspended, or has
  /// ended.
  func hasNoPods(_ node: Int) -> Bool {
    let owner = topology.owner(of: node)
    guard let workload = topology.nodes[owner].workload else { return false }
    return workload.scale == .replicas(0) && !isScaled[owner] || workload.runsNoPods
  }

  private func allHops(from stop: TrafficStop) -> TrafficHops {
    let node = topology.nodes[stop.node]
    if node.kind == .container { return TrafficHops(choice: .all, list: joined(calls(from: stop.node))) }
    if node.service != nil { return TrafficHops(choice: .one, list: balanced(stop)) }
    if let shares = node.workload?.shares.value { return TrafficHops(choice: .one, list: shared(stop, shares)) }
    if node.workload != nil {
      // We don't know which of its containers gets the request.
      let list = servers(of: stop.node).flatMap { calls(from: $0) }
        .filter { topology.owner(of: $0.to.node) != stop.node }
      return TrafficHops(choice: .all, list: joined(list))
    }
    return TrafficHops(choice: .one, list: routed(from: stop.node))
  }

  /// Whether a request continues from a node.
  func leadsOn(_ node: Int) -> Bool { leadsOn(TrafficStop(node: node)) }

  private func leadsOn(_ stop: TrafficStop) -> Bool { !hops(from: stop).list.isEmpty }

  func isEntry(_ node: Int) -> Bool {
    let node = topology.nodes[node]
    return node.entry != nil || node.service == nil && FlowDiagram.Card.Style(node) == .entry
  }

  /// Whether another entry point leads to a node.
  func hasEntryInFront(_ node: Int) -> Bool { isRouted[node] }

  /// What a client sends to a Service: a request to one of its ports.
  func hops(toService node: Int) -> [TrafficHop] {
    guard let service = topology.nodes[node].service else { return [] }
    let ports: [Service.Port?] = service.ports.isEmpty ? [nil] : service.ports.map { $0 }
    return joined(
      ports.flatMap { port in
        arrivals(at: node, port: port?.number, words: TrafficWords()).filter { $0.service != nil || leadsOn(node) }
          .map { arrival in
            let others = port.map { service.otherAddresses(of: $0).joined(separator: ", ") } ?? ""
            return TrafficHop(
              to: arrival.stop, text: arrival.text + (others.isEmpty ? "" : " (\(others))"),
              label: port.map { "port \($0.number)" } ?? "",
              service: arrival.service, isUnserved: hasNoPods(arrival.stop.node))
          }
      })
  }

  // MARK: - Calls

  private func calls(from container: Int) -> [TrafficHop] { hops(of: shownCalls(from: container), from: container) }

  private func hops(of calls: [Edge], from container: Int) -> [TrafficHop] {
    let isCollector = telemetry.isCollector(container)
    return calls.flatMap { edge -> [TrafficHop] in
      let words = TrafficWords(protocolName: edge.protocolName)
      // A collector scrapes, probes and exports; what it calls doesn't continue its work.
      let isProbe = isCollector || Telemetry.isHealthCheck(edge)
      let ports = Telemetry.ports(of: edge)
      let found: [(port: Int?, arrival: Arrival)] = (ports.isEmpty ? [nil] : ports.map { $0 }).flatMap { port in
        if let route = meshRoutes[edge.to] {
          let text = words.text(address: name(of: edge.to), port: port)
          return [(port, Arrival(stop: TrafficStop(node: route), text: text))]
        }
        return arrivals(at: edge.to, port: port, words: words, near: port == nil ? nil : container).map { (port, $0) }
      }
      return found.filter { $0.arrival.stop.node != container }.map { port, arrival in
        TrafficHop(
          to: arrival.stop, text: arrival.text, label: name(of: edge.to), service: arrival.service,
          denial: edge.verdict.flatMap { denial($0) },
          isOneWay: telemetry.isTelemetry(port, at: arrival.stop.node), isProbe: isProbe,
          isInferred: edge.certainty != .declared)
      }
    }
  }

  /// The calls of a container that are drawn: those that are merely possible only if the user asks for them.
  func shownCalls(from container: Int) -> [Edge] {
    edges(from: container, .calls).filter { showsPossible || $0.certainty != .possible }
  }

  /// How many calls of a container are left out because they are merely possible.
  func unshownCalls(from container: Int) -> Int {
    if showsPossible { return 0 }
    // A container that reads its own address doesn't call itself.
    return edges(from: container, .calls).count { edge in
      edge.certainty == .possible && !hops(of: [edge], from: container).isEmpty
    }
  }

  /// Whether all that the pods of an object do is collect telemetry.
  func isCollector(_ owner: Int) -> Bool {
    let servers = servers(of: owner)
    return !servers.isEmpty && servers.allSatisfy { telemetry.isCollector($0) }
  }

  /// A text about the policies that let nobody reach the pod of a node.
  func denialOfUnknownCallers(at node: Int) -> String? {
    guard topology.nodes[node].service == nil else { return nil }
    return policies.verdict(on: topology.owner(of: node)).flatMap { denial($0) }
  }

  private func denial(_ verdict: Verdict) -> String? {
    guard verdict.state == .denied else { return nil }
    let policies = verdict.policies.compactMap {
      $0.text.split(separator: "/").last.map { Shortened(String($0), limit: 40).text }
    }
    let names = Set(policies).sorted().joined(separator: ", ")
    let kinds = verdict.kinds.joined(separator: " or ")
    let place =
      switch verdict.end {
      case .egress: " (egress)"
      case .ingress: " (ingress)"
      case .both: " (egress and ingress)"
      case nil: ""
      }
    return "denied by \(kinds) \(names)\(place)"
  }

  /// Joins the hops with the same end into one, with each text once.
  func joined(_ hops: [TrafficHop]) -> [TrafficHop] {
    struct Key: Hashable {
      var to: TrafficStop
      var denial: String?
      var isCopy: Bool
      var isOneWay: Bool
      var isProbe: Bool
    }
    var positions: [Key: Int] = [:]
    var joined: [TrafficHop] = []
    var texts: [[String]] = []
    var labels: [[String]] = []
    for hop in hops {
      let key = Key(
        to: hop.to, denial: hop.denial, isCopy: hop.isCopy, isOneWay: hop.isOneWay, isProbe: hop.isProbe)
      guard let position = positions[key] else {
        positions[key] = joined.count
        joined.append(hop)
        texts.append([hop.text])
        labels.append([hop.label])
        continue
      }
      // One call that is certain makes the joined one certain.
      if !hop.isInferred { joined[position].isInferred = false }
      if !texts[position].contains(hop.text) { texts[position].append(hop.text) }
      if !labels[position].contains(hop.label) { labels[position].append(hop.label) }
    }
    for position in joined.indices {
      joined[position].text = texts[position].joined(separator: ", ").shortenedList(to: 60)
      joined[position].label = labels[position].joined(separator: ", ").shortenedList(to: 50)
    }
    return joined
  }

  /// Whether something answers there, as far as the manifests say.
  func isAnswering(_ stop: TrafficStop) -> Bool {
    let node = topology.nodes[stop.node]
    return node.presence != .missing && (node.service == nil || node.presence == .external || leadsOn(stop))
  }

  func name(of node: Int) -> String {
    let node = topology.nodes[node]
    return node.name.isBlank ? "(no name)" : node.name
  }
}
