import PodmapManifests
import PodmapTopology

// What Ingresses, Gateways and routes do with requests.
extension TrafficGraph {
  /// What an entry point does, and the routes attached to it: one of them takes the request.
  func routed(from entry: Int) -> [TrafficHop] {
    var seen: Set<Int> = [entry]
    let ways = self.ways(from: entry, at: entry, &seen, areHostsShown: haveSameHosts(behind: entry), hosts: [])
    var positions: [RoutedWay.Key: Int] = [:]
    var joined: [(way: RoutedWay, known: Set<String>)] = []
    for way in ways {
      if let position = positions[way.key] {
        joined[position].way.labels += way.labels.filter { joined[position].known.insert($0).inserted }
      } else {
        positions[way.key] = joined.count
        joined.append((way, Set(way.labels)))
      }
    }
    let counts = Dictionary(joined.map { ([$0.way.door] + $0.way.labels, 1) }, uniquingKeysWith: +)
    let isAlone = joined.lazy.filter { !$0.way.isCopy }.prefix(2).count == 1
    return joined.map { way, _ in
      let labels = way.labels.joined(separator: ", ").shortenedList(to: 50)
      let label = [way.door, labels].filter { !$0.isEmpty }.joined(separator: " ")
      let isAmbiguous = label.isEmpty || way.rule != nil || counts[[way.door] + way.labels, default: 0] > 1
      let target =
        way.isReply ? way.arrival.text : [name(of: way.target), way.subset].compactMap(\.self).joined(separator: " ")
      let share = way.shares.isEmpty ? "" : " (\(way.shares.joined(separator: ", ")))"
      var hop = TrafficHop(
        to: way.arrival.stop, text: way.arrival.text,
        label: isAmbiguous ? [label, target + share].filter { !$0.isEmpty }.joined(separator: " → ") : label,
        service: way.arrival.service, denial: way.denial ?? denialOfUnknownCallers(at: way.arrival.stop.node),
        isCopy: way.isCopy, isReply: way.isReply)
      // If there are several, the label of the section says it.
      if isAlone, !label.isEmpty, label != "/", !way.isCopy {
        hop.text = label.shortenedList(to: 23) + " · " + hop.text
      }
      if isAlone || way.isCopy, !way.shares.isEmpty { hop.text += share }
      return hop
    }
  }

  private struct RoutedWay {
    /// Equal routes are joined, such as those of two rules with the same single backend.
    struct Key: Hashable {
      var stop: TrafficStop
      var text: String
      /// Set for a rule that distributes requests among backends, which is never joined with others.
      var rule: [Int]?
      /// The listener, if the route is not attached to all of them.
      var door: String
      var isRest: Bool
      var isCopy: Bool
      var denial: String?
    }

    var target: Int
    var arrival: Arrival
    var labels: [String]
    /// The pods of the target that are meant, by the name of their subset.
    var subset: String?
    /// Which of the requests it gets, from the outermost route to the innermost: "weight 3".
    var shares: [String] = []
    var rule: [Int]?
    var door = ""
    /// Whether it gets the requests that no other rule takes.
    var isRest = false
    var isCopy = false
    var isReply = false
    /// Why no request takes it.
    var denial: String?

    var key: Key {
      Key(
        stop: arrival.stop, text: arrival.text, rule: rule, door: door, isRest: isRest || labels.isEmpty,
        isCopy: isCopy, denial: denial)
    }
  }

  /// All backends, those of attached routes last. With `areHostsShown`, the arrow to the entry point shows the host,
  /// because there is only one. `outermost` is the entry point that a client sends requests to; `hosts` are those of
  /// the entry in front, for one that has none of its own.
  private func ways(
    from entry: Int, at outermost: Int, _ seen: inout Set<Int>, areHostsShown: Bool, hosts: [String]
  ) -> [RoutedWay] {
    let node = topology.nodes[entry]
    let words = TrafficWords(from: node)
    let facts = node.entry?.ways ?? []
    let rest = RestOfRequests(facts)
    var found: [(order: Int, way: RoutedWay)] = []
    func routedWay(_ way: Entry.Way, to target: Int, _ arrival: Arrival) -> RoutedWay {
      let rest = rest.words(for: way)
      let matches = rest.map { [$0] } ?? way.matches
      return RoutedWay(
        target: target, arrival: arrival,
        labels: areHostsShown
          ? matches : labels(matches, hosts: !way.hosts.isEmpty || matches.isEmpty ? way.hosts : hosts),
        subset: way.subset, shares: [way.weight.map(way.unit.words)].compactMap(\.self),
        rule: way.rule.map { [entry, $0] }, isRest: rest != nil, isCopy: way.isCopy, isReply: way.reply != nil)
    }
    let known = Dictionary(grouping: facts.enumerated().map { (order: $0, way: $1) }, by: \.way.field)
    for (order, way) in facts.enumerated() {
      guard let reply = way.reply else { continue }
      let arrival = Arrival(stop: TrafficStop(node: outermost), text: Shortened(reply, limit: 60).text)
      found.append((order, routedWay(way, to: outermost, arrival)))
    }
    let edges = edges(from: entry, .routes)
    // A route that is accepted at one listener and refused at another is drawn once.
    for edge in edges.filter({ !$0.isDenied }) + edges.filter(\.isDenied) {
      let named = edge.evidence.flatMap { known[$0.path] ?? [] }.filter { $0.way.weight != 0 }
      if isEntry(edge.to) {
        guard seen.insert(edge.to).inserted else { continue }
        let door = door(along: edge, from: node)
        let own = named.first?.way.hosts ?? node.entry?.hosts ?? []
        let inner = ways(
          from: edge.to, at: outermost, &seen, areHostsShown: areHostsShown && !edge.isDenied,
          hosts: own.isEmpty ? hosts : own)
        found += inner.flatMap { way -> [(Int, RoutedWay)] in
          var way = way
          if way.door.isEmpty { way.door = door }
          if let reason = edge.verdict?.reason, edge.isDenied { way.denial = "not accepted: \(reason)" }
          if named.isEmpty { return [(Int.max, way)] }
          return named.map { outer in
            (
              outer.order,
              joined(routedWay(outer.way, to: way.target, way.arrival), way, node.entry?.joinsPaths ?? false)
            )
          }
        }
        continue
      }
      for (order, way) in named {
        found += arrivals(
          at: edge.to, port: number(of: way.port, at: edge.to), words: words, owners: way.owners
        ).map { (order, routedWay(way, to: edge.to, $0)) }
      }
      if named.isEmpty, edge.evidence.allSatisfy({ known[$0.path] == nil }) {
        let labels = [edge.label].filter { !$0.isEmpty }
        found += arrivals(at: edge.to, port: nil, words: words).map {
          (Int.max, RoutedWay(target: edge.to, arrival: $0, labels: labels))
        }
      }
    }
    return found.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(
      \.element.way)
  }

  /// A way of an entry that another entry leads to by a way of its own.
  private func joined(_ outer: RoutedWay, _ inner: RoutedWay, _ joinsPaths: Bool) -> RoutedWay {
    var way = inner
    if inner.labels.isEmpty || inner.isRest, !outer.labels.isEmpty {
      way.labels = outer.labels
      way.isRest = outer.isRest
    } else if joinsPaths, !outer.isRest, !outer.labels.isEmpty {
      way.labels = outer.labels.flatMap { front in
        inner.labels.map {
          $0.hasPrefix("/") ? (front.hasSuffix("/") ? String(front.dropLast()) : front) + $0 : "\(front) \($0)"
        }
      }
    }
    way.shares = outer.shares + inner.shares
    if let rule = outer.rule { way.rule = rule + (inner.rule ?? []) }
    way.isCopy = outer.isCopy || inner.isCopy
    return way
  }

  /// The listeners that a route is attached to, "HTTP :80"; empty if it is attached to all of them.
  private func door(along edge: Edge, from gateway: Node) -> String {
    let doors = gateway.entry?.doors ?? []
    let fields = Set(edge.evidence.map(\.path))
    let parents = (topology.nodes[edge.to].entry?.parents ?? []).filter { fields.contains($0.field) }
    guard !parents.contains(where: { $0.listener == nil && $0.port == nil }) else { return "" }
    let meant = doors.filter { door in
      parents.contains { ($0.listener ?? door.name) == door.name && ($0.port ?? door.port) == door.port }
    }
    guard !meant.isEmpty, meant.count < doors.count else { return "" }
    return EntryWords.names(of: meant)
  }

  /// The hosts and paths of a route.
  private func labels(_ matches: [String], hosts: [String]) -> [String] {
    let hosts = hosts.filter { $0 != "*" }
    let host = hosts.joined(separator: ", ").shortenedList(to: 40)
    if matches.isEmpty || host.isEmpty { return matches.isEmpty && !host.isEmpty ? [host] : matches }
    return matches.map { hosts.count == 1 && $0.hasPrefix("/") ? host + $0 : "\(host) \($0)" }
  }

  private func number(of port: Entry.Way.Port?, at service: Int) -> Int? {
    switch port {
    case .number(let number): number
    case .name(let name): topology.nodes[service].service?.ports.first { $0.name == name }?.number
    case nil: nil
    }
  }

  /// Whether all routes attached to an entry point are for the same hosts, which the arrow to it then shows.
  private func haveSameHosts(behind entry: Int) -> Bool {
    if hosts(behind: entry).count < 2 { return true }
    var seen: Set<Int> = [entry]
    var open = [entry]
    var found: Set<[String]> = []
    while let next = open.popLast() {
      found.formUnion((topology.nodes[next].entry?.ways ?? []).lazy.filter { !$0.isCopy }.map(\.hosts))
      for edge in edges(from: next, .routes) where isEntry(edge.to) && !edge.isDenied && seen.insert(edge.to).inserted {
        open.append(edge.to)
      }
    }
    return found.count == 1
  }

  /// The hosts of all routes attached to an entry point.
  func hosts(behind entry: Int) -> [String] {
    var hosts: [String] = []
    var known: Set<String> = ["*"]
    var seen: Set<Int> = [entry]
    var open = [entry]
    var done = 0
    while done < open.count {
      let next = open[done]
      done += 1
      let facts = topology.nodes[next].entry
      hosts += ((facts?.hosts ?? []) + (facts?.doors.flatMap(\.hosts) ?? [])).filter { known.insert($0).inserted }
      for edge in edges(from: next, .routes) where isEntry(edge.to) && !edge.isDenied && seen.insert(edge.to).inserted {
        open.append(edge.to)
      }
    }
    return hosts
  }
}

/// Which requests are left for a catch-all rule, besides those that other rules of the same object take.
private struct RestOfRequests {
  /// Whether all matches of each host are paths; no entry for hosts without matches.
  private var arePaths: [[String]: Bool] = [:]
  private var haveHosts = false

  init(_ ways: [Entry.Way]) {
    for way in ways where !way.isCopy {
      if !way.hosts.isEmpty { haveHosts = true }
      guard !way.matches.isEmpty else { continue }
      arePaths[way.hosts] =
        arePaths[way.hosts, default: true] && way.matches.allSatisfy { $0.hasPrefix("/") && !$0.contains(" ") }
    }
  }

  /// `nil` if the rule has matches of its own, or takes everything.
  func words(for way: Entry.Way) -> String? {
    guard way.matches.isEmpty else { return nil }
    if way.hosts.isEmpty, haveHosts { return "all other requests" }
    return arePaths[way.hosts].map { $0 ? "all other paths" : "all other requests" }
  }
}
