import PodmapManifests
import PodmapTopology

extension FlowDiagram.Card {
  /// The card of a node, without the pods in it.
  init(_ node: Node, id: ElementID) {
    self.init(
      id: id, style: Style(node), icon: node.kind.icon, presence: Presence(node.presence),
      kind: node.kind.name, name: node.name,
      tooltip: node.places.last.map { $0.file } ?? "")
    switch node.facts {
    case .workload(let workload): describe(workload)
    case .service(let service): describe(service)
    case .claim(let claim):
      lines = [([claim.size].compactMap(\.self) + claim.accessModes).joined(separator: " · ")].filter { !$0.isEmpty }
    case .autoscaler(let bounds): lines = [bounds.words]
    case .entry(let entry):
      if node.kind == .ingress { lines = entry.hosts.uniqued }
      lines += entry.replies
    case .networkPolicy(let policy):
      lines = (policy.isIdle ? [NetworkPolicy.idleWords] : []) + policy.cardWords.uniqued
    case .none where node.presence == .outside: kind += " · outside the cluster"
    case .drawn(let drawn):
      kind = drawn.kind?.words ?? ""
      name = drawn.label
      isProse = true
      icon = Icon(drawn.kind)
    case .none, .container, .volume, .volumeResource, .referenceGrant: break
    }
  }

  private mutating func describe(_ workload: Workload) {
    switch workload.scale {
    case .replicas(let count) where count > 1: replicas = count
    case .replicas(0): kind += " · scaled to 0"
    case .replicas, .unstated: break
    case .onePerNode: kind += " · one per node"
    case .completions(let count, let parallelism):
      if count > 1 { kind += " · \(count) completions" }
      if parallelism > 1 { kind += " · \(parallelism) at a time" }
    case .schedule(let schedule): if !schedule.isEmpty { kind += " · \(schedule)" }
    }
    if let hook = workload.hook { kind += " · \(hook)" }
    if workload.isSuspended { kind += " · suspended" }
    if let live = workload.live.value {
      if let end = live.end { kind += " · \(Shortened(end, limit: 24).text)" }
      if live.terminating > 0 {
        kind += live.terminating == 1 ? " · terminating" : " · \(live.terminating) terminating"
      }
      lines += live.failing.map(\.words)
    }
    let obstacles = (workload.obstacles.value ?? []).map(\.words).uniqued
    lines += obstacles.prefix(Limit.listedNames.value).map { "can't start: \($0)" }
    if obstacles.count > Limit.listedNames.value {
      lines.append("and \(obstacles.count - Limit.listedNames.value) more")
    }
  }

  /// The word before the ports of a Service.
  static let portWord = "port "

  private mutating func describe(_ service: Service) {
    if service.type != "ClusterIP" { kind += " · \(service.type)" } else if service.isHeadless { kind += " · headless" }
    if let host = service.externalName { lines.append(host) }
    if !service.ports.isEmpty {
      let ports = service.ports.map { $0.transport == "TCP" ? "\($0.number)" : "\($0.number)/\($0.transport)" }
      lines.append("\(Self.portWord)\(ports.joined(separator: ", "))".shortenedList(to: 44))
    }
  }
}

extension NetworkPolicy {
  static let idleWords = "selects no pods in the input"
}

extension FlowDiagram.Card.Presence {
  fileprivate init(_ presence: Node.Presence) {
    switch presence {
    case .present: self = .present
    case .missing: self = .missing
    case .notInInput: self = .notInInput
    case .external: self = .external
    // The card's kind says it.
    case .outside: self = .present
    }
  }
}

extension Entry {
  /// What it answers itself: "/old: redirect to https".
  fileprivate var replies: [String] {
    ways.compactMap { way in
      way.reply.map { reply in
        let routes = (way.matches.isEmpty ? way.hosts : way.matches).filter { $0 != "*" }.joined(separator: ", ")
        return routes.isEmpty ? reply : "\(routes.shortenedList(to: 40)): \(reply)"
      }
    }.uniqued
  }
}
