import PodmapManifests
import PodmapTopology

/// Where a request begins: at a client that sends it to an entry point or a Service, or at containers that call others.
struct TrafficStart {
  /// The node that the start is named after.
  var node: Int
  /// What the client sends; empty if containers begin on their own.
  var hops: [TrafficHop]
  /// Containers that begin on their own.
  var stops: [TrafficStop]
  /// The name of the client, if there is one.
  var client: String?
  /// The hops to draw from some of its stops, if others are drawn elsewhere.
  var rest: [TrafficStop: TrafficHops] = [:]
}

extension TrafficGraph {
  private static let outside = "Client"
  private static let inside = "Client in the cluster"

  /// The start at a node, if a request can begin there.
  func start(at node: Int) -> TrafficStart? {
    if isEntry(node) {
      guard leadsOn(node) || !(topology.nodes[node].entry?.doors ?? []).isEmpty else { return nil }
      let hop = TrafficHop(to: TrafficStop(node: node), text: EntryWords(node, of: self).request, label: "")
      return TrafficStart(node: node, hops: [hop], stops: [], client: Self.outside)
    }
    if let service = topology.nodes[node].service {
      let hops = hops(toService: node)
      guard !hops.isEmpty else { return nil }
      let client = service.isOpenToTheOutside ? Self.outside : Self.inside
      return TrafficStart(node: node, hops: hops, stops: [], client: client)
    }
    let isContainer = topology.nodes[node].kind == .container
    let callers = isContainer ? [node] : servers(of: node)
    let calling = callers.filter { !shownCalls(from: $0).isEmpty }
    if !calling.isEmpty {
      // A neighbour that another container calls appears with that call.
      let called = Set(calling.flatMap { shownCalls(from: $0).map(\.to) })
      let first = calling.filter { !called.contains($0) }
      let stops = (first.isEmpty ? [calling[0]] : first).map { TrafficStop(node: $0) }
      return TrafficStart(node: node, hops: [], stops: stops)
    }
    return nil
  }

  /// The start at a container or pod that calls nothing but that others reach.
  func start(atCalled node: Int) -> TrafficStart? {
    let hop = TrafficHop(to: TrafficStop(node: node), text: "request", label: "")
    return TrafficStart(node: node, hops: [hop], stops: [], client: Self.inside)
  }

  // MARK: - Starts that the user didn't name

  /// Entry points from outside the cluster.
  func entries() -> [TrafficStart] {
    topology.entryPoints.compactMap { entry in
      switch entry.form {
      case .gate: break
      // A request to it arrives by the entry point in front of it.
      case .service: if hasEntryInFront(entry.node) { return nil }
      case .hostPorts: return nil
      }
      return leadsOn(entry.node) ? start(at: entry.node) : nil
    }
  }

  /// Entry points from outside the cluster behind which nothing is known: a Gateway without routes.
  func emptyEntries() -> [TrafficStart] {
    topology.entryPoints.compactMap { entry in
      entry.form == .gate && !leadsOn(entry.node) ? start(at: entry.node) : nil
    }
  }

  /// Pods that listen on ports of their nodes.
  func hostPorts() -> [TrafficStart] {
    topology.nodes.indices.compactMap { owner in
      let hops = servers(of: owner).compactMap { container -> TrafficHop? in
        let ports = topology.hostPorts(of: container)
        guard !ports.isEmpty else { return nil }
        return TrafficHop(
          to: TrafficStop(node: container), text: HostPort.words(ports).shortenedList(to: 42),
          label: name(of: container), denial: denialOfUnknownCallers(at: container))
      }
      return hops.isEmpty ? nil : TrafficStart(node: owner, hops: hops, stops: [], client: Self.outside)
    }
  }

  /// Objects whose containers call others and that no request reaches: load generators, Jobs. If objects call each
  /// other in a circle, the first of them.
  func beginners(besides starts: [TrafficStart]) -> [Int] {
    var seen: Set<TrafficStop> = []
    for start in starts { mark(from: start.hops.map(\.to) + start.stops, &seen) }
    let callers = topology.nodes.indices.filter { owner in
      servers(of: owner).contains { !shownCalls(from: $0).isEmpty }
    }
    var owners = Set(seen.map { topology.owner(of: $0.node) })
    let called = Set(
      callers.flatMap { owner in
        // Telemetry and health checks aren't what makes their receivers work.
        servers(of: owner).flatMap { container in hops(from: TrafficStop(node: container)).list }
          .filter { !$0.isOneWay && !$0.isProbe }.flatMap { reached(from: $0.to) }
          .map { topology.owner(of: $0.node) }.filter { $0 != owner }
      })
    var found: [Int] = []
    for owner in callers.filter({ !called.contains($0) }) + callers where !owners.contains(owner) {
      found.append(owner)
      seen.removeAll(keepingCapacity: true)
      mark(from: servers(of: owner).map { TrafficStop(node: $0) }, &seen, besides: owners)
      owners.formUnion(seen.map { topology.owner(of: $0.node) })
    }
    return found
  }

  /// Whether an object's containers send nothing but telemetry.
  func onlySendsTelemetry(_ owner: Int) -> Bool {
    servers(of: owner).allSatisfy { hops(from: TrafficStop(node: $0)).list.allSatisfy(\.isOneWay) }
  }

  /// Marks everything that requests reach from some stops.
  private func mark(from stops: [TrafficStop], _ seen: inout Set<TrafficStop>, besides owners: Set<Int> = []) {
    var open = stops.filter { seen.insert($0).inserted }
    while let next = open.popLast() {
      for hop in hops(from: next).list where hop.leadsOn && !owners.contains(topology.owner(of: hop.to.node)) {
        if seen.insert(hop.to).inserted { open.append(hop.to) }
      }
    }
  }
}

/// What an entry point listens for, and what happens to TLS there.
struct EntryWords {
  /// "HTTPS shop.example"
  private(set) var request = ""
  /// "TLS ends here (Secret shop-tls)"; empty if the manifests don't mention TLS.
  private(set) var note = ""

  init(_ node: Int, of graph: TrafficGraph) {
    let doors = graph.topology.nodes[node].entry?.doors ?? []
    var words = Self.names(of: doors)
    if words.isEmpty { words = "request" }
    let hosts = graph.hosts(behind: node).joined(separator: ", ").shortenedList(to: 48)
    request = hosts.isEmpty ? words : "\(words) \(hosts)"
    note = doors.compactMap { door -> String? in
      let port = doors.count > 2 ? door.port.map { " at :\($0)" } ?? "" : ""
      switch door.encryption {
      case nil: return nil
      case .ends(let secrets):
        return "TLS ends here\(port)"
          + (secrets.isEmpty ? "" : " (Secret \(secrets.joined(separator: ", ").shortenedList(to: 60)))")
      case .isRenewed: return "TLS ends here and starts again"
      case .passes: return "TLS passes through\(port)"
      }
    }.uniqued.prefix(Limit.tlsNotes.value).joined(separator: "\n")
  }

  /// "HTTP :80, HTTPS :443"
  static func names(of doors: [Entry.Door]) -> String {
    doors.map { door in
      let name = door.encryption == nil || door.protocolName != "HTTP" ? door.protocolName : "HTTPS"
      return [name, door.port.map { ":\($0)" } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }.filter { !$0.isEmpty }.uniqued.joined(separator: ", ").shortenedList(to: 40)
  }
}
