import PodmapManifests

/// The entry points of the input by the hosts that they serve: Ingresses, Gateways and routes.
struct EntryHosts: Sendable {
  struct Found: Sendable {
    var position: Int
    /// The path of the entry's rule; `nil` for all paths.
    var path: String?
    /// The Services behind the rule.
    var services: Set<Int>
  }

  private struct Rule: Sendable {
    var position: Int
    var id: NodeID
    var paths: [String]
    var services: Set<Int>
  }

  private var rules: [String: [Rule]] = [:]

  init(_ objects: [ObjectDescription], _ edges: [Edge]) {
    let entries = objects.filter { $0.entry != nil }
    guard !entries.isEmpty else { return }
    var routes: [Int: [Edge]] = [:]
    for edge in edges where edge.kind == .routes { routes[edge.from, default: []].append(edge) }
    for object in entries {
      guard let entry = object.entry else { continue }
      let position = object.positions.object
      var ends: [String: Set<Int>] = [:]
      for edge in routes[position] ?? [] {
        for evidence in edge.evidence { ends[evidence.path, default: []].insert(edge.to) }
      }
      let ways = entry.ways.map { (way: $0, services: ends[$0.field] ?? []) }
      var byHost: [String: [Int]] = [:]
      for (number, way) in entry.ways.enumerated() {
        for host in way.hosts.isEmpty ? [""] : Array(Set(way.hosts)) { byHost[host, default: []].append(number) }
      }
      for host in Set(entry.hosts + entry.doors.flatMap(\.hosts)) where host != "*" && !host.isEmpty {
        let own = ((byHost[""] ?? []) + (byHost[host] ?? [])).sorted().map { ways[$0] }
        if own.isEmpty {
          add(Rule(position: position, id: object.id, paths: [], services: []), host)
        }
        for (way, services) in own {
          let paths = way.matches.compactMap(Self.path)
          add(Rule(position: position, id: object.id, paths: paths, services: services), host)
        }
      }
    }
  }

  private mutating func add(_ rule: Rule, _ host: String) { rules[host.lowercased(), default: []].append(rule) }

  /// The path in the words of a match: "GET /cart with header env".
  private static func path(_ match: String) -> String? {
    guard let start = match.firstIndex(of: "/") else { return nil }
    return String(match[start...].prefix { $0 != " " })
  }

  /// The entry point that serves a host, by the longest of its paths that the request begins with.
  func entry(_ host: String, path: String?) -> Found? {
    if rules.isEmpty { return nil }
    guard let candidates = rules[host] ?? wildcard(host) else { return nil }
    let ranked = candidates.map { rule -> (rule: Rule, path: String?, rank: Int) in
      let fitting = rule.paths.filter { Self.covers($0, path ?? "/") }.max { $0.utf8.count < $1.utf8.count }
      // A rule for other paths comes last, one that forwards nothing after those that do.
      let rank =
        (fitting.map { 2 + $0.utf8.count } ?? (rule.paths.isEmpty ? 1 : 0)) * 2 + (rule.services.isEmpty ? 0 : 1)
      return (rule, fitting, rank)
    }
    guard let best = ranked.min(by: { ($1.rank, $0.rule.id) < ($0.rank, $1.rule.id) }) else { return nil }
    let known = path == nil || best.path == "/" ? nil : best.path
    return Found(position: best.rule.position, path: known, services: best.rule.services)
  }

  private func wildcard(_ host: String) -> [Rule]? {
    var rest = host[...]
    while let dot = rest.firstIndex(of: ".") {
      rest = rest[rest.index(after: dot)...]
      if let found = rules["*.\(rest)"] { return found }
    }
    return nil
  }

  private static func covers(_ rule: String, _ path: String) -> Bool {
    // `/api(/|$)(.*)`, `/api/*`
    let plain = rule.prefix { !"(*[$".contains($0) }
    guard path.hasPrefix(plain) else { return path + "/" == plain }
    return plain.hasSuffix("/") || path.utf8.count == plain.utf8.count || plain.utf8.count < rule.utf8.count
      || path.dropFirst(plain.count).first == "/"
  }
}
