import PodmapManifests
import PodmapTopology

/// The topology as requests see it: from every stop the hops to the next ones.
///
/// A Service that leads to one container is no stop of its own, but the address on the arrow to that container: a
/// picture with half of the columns says the same.
struct TrafficGraph {
  let topology: Topology
  /// Where the edges of each node begin in the sorted list of edges.
  private let starts: [Int]
  /// The containers of each object.
  private let containers: [Int: [Int]]
  /// Whether an edge of the kind `routes` leads to the node.
  private let isRouted: [Bool]

  init(_ topology: Topology) {
    self.topology = topology
    var starts = [Int](repeating: 0, count: topology.nodes.count + 1)
    var isRouted = [Bool](repeating: false, count: topology.nodes.count)
    for edge in topology.edges {
      starts[edge.from + 1] += 1
      if edge.kind == .routes { isRouted[edge.to] = true }
    }
    for position in topology.nodes.indices { starts[position + 1] += starts[position] }
    var containers: [Int: [Int]] = [:]
    for (position, node) in topology.nodes.enumerated() where node.kind == .container {
      if let parent = node.parent { containers[parent, default: []].append(position) }
    }
    self.starts = starts
    self.isRouted = isRouted
    self.containers = containers
  }

  func edges(from node: Int, _ kind: EdgeKind) -> [Edge] {
    topology.edges[starts[node]..<starts[node + 1]].filter { $0.kind == kind }
  }

  /// The containers of a pod that serve requests: those that run as long as it does.
  func servers(of owner: Int) -> [Int] { (containers[owner] ?? []).filter { isServer($0) } }

  func containers(of owner: Int) -> [Int] { containers[owner] ?? [] }

  /// What init containers and those for debugging call is no part of a request.
  func isServer(_ node: Int) -> Bool {
    switch topology.nodes[node].container?.role {
    case .app, .sidecar: true
    case .initial, .ephemeral, nil: false
    }
  }

  // MARK: - Hops

  func hops(from stop: TrafficStop) -> TrafficHops {
    let node = topology.nodes[stop.node]
    if node.kind == .container { return TrafficHops(choice: .all, list: joined(calls(from: stop.node))) }
    if node.service != nil { return TrafficHops(choice: .one, list: balanced(stop)) }
    if node.workload != nil {
      // Which of its containers got the request is not known.
      let list = servers(of: stop.node).flatMap { calls(from: $0) }
        .filter { topology.owner(of: $0.to.node) != stop.node }
      return TrafficHops(choice: .all, list: joined(list))
    }
    return TrafficHops(choice: .one, list: routed(from: stop.node))
  }

  /// Whether a node has a part in traffic by itself: it leads somewhere, or something leads to it.
  func leadsOn(_ node: Int) -> Bool { leadsOn(TrafficStop(node: node)) }

  private func leadsOn(_ stop: TrafficStop) -> Bool { !hops(from: stop).list.isEmpty }

  func isEntry(_ node: Int) -> Bool {
    let node = topology.nodes[node]
    return node.entry != nil || node.service == nil && FlowDiagram.Card.Style(node) == .entry
  }

  /// Whether requests come in here from outside: an entry that no other leads to and that leads somewhere. What
  /// belongs to no gateway is for requests inside of the cluster.
  func isOutermostEntry(_ node: Int) -> Bool {
    isEntry(node) && !isRouted[node] && topology.nodes[node].kind != "VirtualService.networking.istio.io"
      && !edges(from: node, .routes).isEmpty
  }

  /// A Service that can be reached from outside and that no entry leads to.
  func isOpenService(_ node: Int) -> Bool {
    guard let service = topology.nodes[node].service, service.isOpenToTheOutside else { return false }
    return !isRouted[node]
  }

  /// What a client sends to a Service: to one of its ports.
  func hops(toService node: Int) -> [TrafficHop] {
    guard let service = topology.nodes[node].service else { return [] }
    let ports: [Service.Port?] = service.ports.isEmpty ? [nil] : service.ports.map { $0 }
    return joined(
      ports.flatMap { port in
        arrivals(at: node, port: port?.number, words: TrafficWords()).filter { $0.service != nil || leadsOn(node) }
          .map { arrival in
            let nodePort = service.type == "NodePort" ? port?.nodePort.map { " (node port \($0))" } ?? "" : ""
            return TrafficHop(
              to: arrival.stop, text: arrival.text + nodePort, label: port.map { "port \($0.number)" } ?? "",
              service: arrival.service)
          }
      })
  }

  // MARK: - Calls

  private func calls(from container: Int) -> [TrafficHop] {
    edges(from: container, .calls).flatMap { edge -> [TrafficHop] in
      let words = TrafficWords(scheme: edge.evidence.lazy.compactMap { TrafficWords.scheme(in: $0.value) }.first)
      let ports = edge.port.map { [$0] } ?? edge.label.split(separator: ",").compactMap { Int($0.drop { $0 == " " }) }
      let found =
        ports.isEmpty
        ? arrivals(at: edge.to, port: nil, words: words)
        : ports.flatMap { arrivals(at: edge.to, port: $0, words: words, near: container) }
      return found.filter { $0.stop.node != container }.map {
        TrafficHop(
          to: $0.stop, text: $0.text, label: name(of: edge.to), service: $0.service,
          denial: edge.verdict.flatMap { denial($0) })
      }
    }
  }

  private func denial(_ verdict: Verdict) -> String? {
    guard verdict.state == .denied else { return nil }
    let policies = verdict.policies.compactMap {
      $0.text.split(separator: "/").last.map { Shortened(String($0), limit: 40).text }
    }
    let names = Set(policies).sorted().joined(separator: ", ")
    let place =
      switch verdict.end {
      case .egress: " (egress)"
      case .ingress: " (ingress)"
      case .both: " (egress and ingress)"
      case nil: ""
      }
    return "denied by NetworkPolicy \(names)\(place)"
  }

  /// One hop for all with the same end, with each text once.
  private func joined(_ hops: [TrafficHop]) -> [TrafficHop] {
    struct Key: Hashable {
      var to: TrafficStop
      var denial: String?
      var isCopy: Bool
    }
    var positions: [Key: Int] = [:]
    var joined: [TrafficHop] = []
    var texts: [[String]] = []
    var labels: [[String]] = []
    for hop in hops {
      let key = Key(to: hop.to, denial: hop.denial, isCopy: hop.isCopy)
      guard let position = positions[key] else {
        positions[key] = joined.count
        joined.append(hop)
        texts.append([hop.text])
        labels.append([hop.label])
        continue
      }
      if !texts[position].contains(hop.text) { texts[position].append(hop.text) }
      if !labels[position].contains(hop.label) { labels[position].append(hop.label) }
    }
    for position in joined.indices {
      joined[position].text = texts[position].joined(separator: ", ").shortenedList(to: 60)
      joined[position].label = labels[position].joined(separator: ", ").shortenedList(to: 50)
    }
    return joined
  }

  // MARK: - Services

  /// Where a request to an address arrives.
  private struct Arrival {
    var stop: TrafficStop
    var text: String
    var service: Int?
  }

  private func arrivals(
    at node: Int, port: Int?, words: TrafficWords, near caller: Int? = nil
  ) -> [Arrival] {
    var words = words
    guard let service = topology.nodes[node].service else {
      let isNeighbour = caller.map { topology.owner(of: $0) == topology.owner(of: node) } ?? false
      return [
        Arrival(
          stop: TrafficStop(node: node), text: words.text(address: isNeighbour ? "localhost" : "", port: port))
      ]
    }
    let port = port ?? (service.ports.count == 1 ? service.ports[0].number : nil)
    words.protocolName = words.protocolName ?? TrafficWords.protocolName(of: service.ports.first { $0.number == port })
    let targets = self.targets(of: node, port: port)
    guard targets.count == 1 else {
      let stop = TrafficStop(node: node, port: targets.isEmpty ? nil : port)
      return [Arrival(stop: stop, text: words.text(address: "", port: port))]
    }
    let name = topology.nodes[node].name
    let address = name == topology.nodes[topology.owner(of: targets[0].node)].name ? "" : name
    let text = words.text(
      address: address, port: port, target: service.isHeadless ? nil : targets[0].port)
    // The pods behind may be a Service's, too: an ExternalName.
    return [Arrival(stop: TrafficStop(node: targets[0].node), text: text, service: node)]
  }

  private typealias Target = (node: Int, port: String?)

  /// The containers, pods or hosts that a Service passes requests on to, which come to a port of it or to any.
  private func targets(of service: Int, port: Int?) -> [Target] {
    let facts = topology.nodes[service].service
    let routes = edges(from: service, .routes)
    let isPort = port.map { number in facts?.ports.contains { $0.number == number } ?? false } ?? false
    var targets = routes.compactMap { edge -> Target? in
      guard !isEntry(edge.to) else { return nil }
      let pairs = edge.label.split(separator: ",").map { TrafficWords.portPair($0) }
      if pairs.isEmpty || port == nil { return (edge.to, pairs.count == 1 ? pairs[0].target : nil) }
      // The name of a headless Service stands for its pods, with all of their ports.
      if facts?.isHeadless ?? false, !isPort { return (edge.to, nil) }
      return pairs.first { $0.port == port.map { String($0) } }.map { (edge.to, $0.target) }
    }
    if routes.isEmpty {
      targets = edges(from: service, .selects).map { edge in
        let servers = servers(of: edge.to)
        return (servers.count == 1 ? servers[0] : edge.to, nil)
      }
    }
    return targets
  }

  /// A Service's own hops: one of its pods gets the request.
  private func balanced(_ stop: TrafficStop) -> [TrafficHop] {
    let targets = self.targets(of: stop.node, port: stop.port)
    // A pod whose containers have the ports of the Service stands there several times.
    let pods = Dictionary(targets.map { (topology.owner(of: $0.node), Set([$0.node])) }) { $0.union($1) }
    let hops = targets.map { target in
      let owner = topology.owner(of: target.node)
      let isOne = pods[owner].map { $0.count < 2 } ?? true
      return TrafficHop(
        to: TrafficStop(node: target.node), text: target.port.map { "port \($0)" } ?? "request",
        label: isOne ? name(of: owner) : "\(name(of: owner))/\(name(of: target.node))")
    }
    return joined(hops)
  }

  // MARK: - Entries

  /// What an entry does, and the routes behind it: one of them takes the request.
  private func routed(from entry: Int) -> [TrafficHop] {
    var seen: Set<Int> = [entry]
    let ways = self.ways(from: entry, &seen)
    var positions: [String: Int] = [:]
    var hops: [TrafficHop] = []
    var labels: [[String]] = []
    var bare: [(text: String, target: String)] = []
    for way in ways {
      let key = "\(way.arrival.stop.node) \(way.arrival.stop.port ?? 0) \(way.arrival.text) \(way.isCopy)"
      if let position = positions[key] {
        labels[position] += way.labels.filter { !labels[position].contains($0) }
        continue
      }
      positions[key] = hops.count
      hops.append(
        TrafficHop(
          to: way.arrival.stop, text: way.arrival.text, label: "", service: way.arrival.service, isCopy: way.isCopy))
      labels.append(way.labels)
      bare.append((way.arrival.text, name(of: way.target) + (way.weight.map { " (weight \($0))" } ?? "")))
    }
    let counts = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
    let isAlone = hops.lazy.filter { !$0.isCopy }.prefix(2).count == 1
    for position in hops.indices {
      let label = labels[position].joined(separator: ", ").shortenedList(to: 50)
      let isAmbiguous = label.isEmpty || counts[labels[position], default: 0] > 1
      hops[position].label =
        isAmbiguous ? [label, bare[position].target].filter { !$0.isEmpty }.joined(separator: " → ") : label
      // Among several, the section says it.
      if isAlone, !label.isEmpty, label != "/" {
        hops[position].text = label.shortenedList(to: 23) + " · " + bare[position].text
      }
    }
    return hops
  }

  private struct RoutedWay {
    var target: Int
    var arrival: Arrival
    var labels: [String]
    var weight: Int?
    var isCopy: Bool
  }

  private func ways(from entry: Int, _ seen: inout Set<Int>) -> [RoutedWay] {
    let node = topology.nodes[entry]
    let words = TrafficWords(from: node.kind)
    var found: [(order: Int, way: RoutedWay)] = []
    let known = Dictionary(
      (node.entry?.ways ?? []).enumerated().map { ($1.field, (order: $0, way: $1)) },
      uniquingKeysWith: { first, _ in first })
    for edge in edges(from: entry, .routes) {
      if isEntry(edge.to) {
        if seen.insert(edge.to).inserted { found += ways(from: edge.to, &seen).map { (Int.max, $0) } }
        continue
      }
      let named = edge.evidence.compactMap { known[$0.path] }
      for (order, way) in named {
        found += arrivals(at: edge.to, port: number(of: way.port, at: edge.to), words: words).map {
          (
            order,
            RoutedWay(
              target: edge.to, arrival: $0, labels: labels(of: way, among: node), weight: way.weight, isCopy: way.isCopy
            )
          )
        }
      }
      if named.isEmpty {
        let labels = [edge.label].filter { !$0.isEmpty }
        found += arrivals(at: edge.to, port: nil, words: words).map {
          (Int.max, RoutedWay(target: edge.to, arrival: $0, labels: labels, isCopy: false))
        }
      }
    }
    return found.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(
      \.element.way)
  }

  /// Hosts and paths that take the way. One host that all ways have is on the arrow to the entry already.
  private func labels(of way: Entry.Way, among node: Node) -> [String] {
    let host = way.hosts.count == 1 && Set(node.entry?.hosts ?? []).count > 1 ? way.hosts[0] : ""
    return way.matches.isEmpty ? [host].filter { !$0.isEmpty } : way.matches.map { host + $0 }
  }

  private func number(of port: Entry.Way.Port?, at service: Int) -> Int? {
    switch port {
    case .number(let number): number
    case .name(let name): topology.nodes[service].service?.ports.first { $0.name == name }?.number
    case nil: nil
    }
  }

  /// What all routes behind an entry together listen for.
  func hosts(behind entry: Int) -> [String] {
    var hosts: [String] = []
    var seen: Set<Int> = [entry]
    var open = [entry]
    while let next = open.popLast() {
      let facts = topology.nodes[next].entry
      for host in (facts?.hosts ?? []) + (facts?.doors.flatMap(\.hosts) ?? [])
      where host != "*" && !hosts.contains(host) {
        hosts.append(host)
      }
      for edge in edges(from: next, .routes) where isEntry(edge.to) && seen.insert(edge.to).inserted {
        open.append(edge.to)
      }
    }
    return hosts
  }

  /// Whether something answers there, as far as the manifests tell.
  func isAnswering(_ stop: TrafficStop) -> Bool {
    let node = topology.nodes[stop.node]
    return node.presence != .missing && (node.service == nil || node.presence == .external || leadsOn(stop))
  }

  func name(of node: Int) -> String {
    let node = topology.nodes[node]
    return node.name.isBlank ? "(no name)" : node.name
  }
}
