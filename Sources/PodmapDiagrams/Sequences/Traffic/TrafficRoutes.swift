import PodmapManifests
import PodmapTopology

// What Ingresses, Gateways and routes do with requests.
extension TrafficGraph {
  /// What an entry does, and the routes behind it: one of them takes the request.
  func routed(from entry: Int) -> [TrafficHop] {
    var seen: Set<Int> = [entry]
    let ways = self.ways(from: entry, &seen, areHostsTold: hosts(behind: entry).count < 2)
    var positions: [String: Int] = [:]
    var hops: [TrafficHop] = []
    var labels: [[String]] = []
    var known: [Set<String>] = []
    var bare: [(text: String, target: String)] = []
    for way in ways {
      let key = "\(way.arrival.stop.node) \(way.arrival.stop.port ?? 0) \(way.arrival.text) \(way.isCopy)"
      if let position = positions[key] {
        labels[position] += way.labels.filter { known[position].insert($0).inserted }
        continue
      }
      positions[key] = hops.count
      hops.append(
        TrafficHop(
          to: way.arrival.stop, text: way.arrival.text, label: "", service: way.arrival.service, isCopy: way.isCopy))
      labels.append(way.labels)
      known.append(Set(way.labels))
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

  /// All backends, those of the routes behind last. Where `areHostsTold`, the arrow to the entry says the host, since
  /// there is only one.
  private func ways(from entry: Int, _ seen: inout Set<Int>, areHostsTold: Bool) -> [RoutedWay] {
    let node = topology.nodes[entry]
    let words = TrafficWords(from: node.kind)
    var found: [(order: Int, way: RoutedWay)] = []
    let known = Dictionary(
      (node.entry?.ways ?? []).enumerated().map { ($1.field, (order: $0, way: $1)) },
      uniquingKeysWith: { first, _ in first })
    for edge in edges(from: entry, .routes) {
      if isEntry(edge.to) {
        if seen.insert(edge.to).inserted {
          found += ways(from: edge.to, &seen, areHostsTold: areHostsTold).map { (Int.max, $0) }
        }
        continue
      }
      let named = edge.evidence.compactMap { known[$0.path] }
      for (order, way) in named {
        found += arrivals(at: edge.to, port: number(of: way.port, at: edge.to), words: words).map {
          (
            order,
            RoutedWay(
              target: edge.to, arrival: $0, labels: areHostsTold ? way.matches : labels(of: way), weight: way.weight,
              isCopy: way.isCopy
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

  /// Hosts and paths that take the way.
  private func labels(of way: Entry.Way) -> [String] {
    let hosts = way.hosts.filter { $0 != "*" }
    let host = hosts.joined(separator: ", ").shortenedList(to: 40)
    if way.matches.isEmpty || host.isEmpty { return way.matches.isEmpty && !host.isEmpty ? [host] : way.matches }
    return way.matches.map { hosts.count == 1 && $0.hasPrefix("/") ? host + $0 : "\(host) \($0)" }
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
    var known: Set<String> = ["*"]
    var seen: Set<Int> = [entry]
    var open = [entry]
    var done = 0
    while done < open.count {
      let next = open[done]
      done += 1
      let facts = topology.nodes[next].entry
      hosts += ((facts?.hosts ?? []) + (facts?.doors.flatMap(\.hosts) ?? [])).filter { known.insert($0).inserted }
      for edge in edges(from: next, .routes) where isEntry(edge.to) && seen.insert(edge.to).inserted {
        open.append(edge.to)
      }
    }
    return hosts
  }
}
