import PodmapManifests
import PodmapTopology

/// Finds everything in a layout that can be reached from outside the cluster, from the list of entry points.
struct OpeningFinder {
  private let layout: Layout
  private let topology: Topology
  private let paths: LayoutPaths
  private let routes: [Int: [Edge]]
  private let callers: UnknownCallers
  /// The container at a position of the topology.
  private let members: [Int: Int]
  /// By entry point and door, in the order in which they were found.
  private var found: [Key: Opening] = [:]
  private var order: [Key] = []

  private struct Key: Hashable {
    var entry: Int
    var door: Opening.Door
  }

  static func openings(of layout: Layout) -> [Opening] {
    var finder = OpeningFinder(layout)
    for entry in layout.topology.entryPoints { finder.add(entry) }
    return finder.order.compactMap { finder.found[$0] }.map { opening in
      var opening = opening
      opening.denial = finder.denial(of: opening.targets)
      return opening
    }
  }

  private init(_ layout: Layout) {
    self.layout = layout
    topology = layout.topology
    paths = LayoutPaths(layout.topology, layout.pods, layout.containers)
    routes = Dictionary(grouping: layout.topology.edges.filter { $0.kind == .routes }, by: \.from)
    callers = UnknownCallers(layout.topology.nodes)
    members = Dictionary(layout.containers.enumerated().map { ($1.node, $0) }) { first, _ in first }
  }

  private mutating func add(_ entry: EntryPoint) {
    switch entry.form {
    case .gate:
      var seen: Set<Int> = []
      addRequests(through: entry.node, of: entry, hosts: [""], &seen)
    case .service: addPorts(of: entry)
    case .hostPorts: addHostPorts(of: entry)
    }
  }

  /// Adds an opening, or what it leads to if requests for one door are split.
  private mutating func add(_ opening: Opening) {
    let key = Key(entry: opening.entry.node, door: opening.door)
    guard var known = found[key] else {
      found[key] = opening
      order.append(key)
      return
    }
    known.services = (known.services + opening.services).uniqued
    known.targets = (known.targets + opening.targets).uniqued
    known.evidence = (known.evidence + opening.evidence).uniqued
    found[key] = known
  }

  // MARK: - Gates

  /// Follows a gate to the Services behind it, through the routes that are attached to a Gateway.
  private mutating func addRequests(
    through node: Int, of entry: EntryPoint, hosts: [String], _ seen: inout Set<Int>
  ) {
    guard seen.insert(node).inserted else { return }
    let facts = topology.nodes[node].entry
    let own = (facts?.hosts ?? []) + (facts?.doors.flatMap(\.hosts) ?? [])
    for edge in routes[node] ?? [] where !edge.isDenied {
      if topology.nodes[edge.to].isGate {
        addRequests(through: edge.to, of: entry, hosts: own.isEmpty ? hosts : own.uniqued, &seen)
        continue
      }
      let ways = (facts?.ways ?? []).filter { way in edge.evidence.contains { $0.path == way.field } }
      if ways.isEmpty { addRequest(edge, entry, nil, .request(host: "", match: edge.label)) }
      for way in ways where way.weight != 0 && !way.isCopy {
        for host in way.hosts.isEmpty ? hosts : way.hosts {
          for match in way.matches.isEmpty ? [""] : way.matches {
            addRequest(edge, entry, way, .request(host: host, match: match))
          }
        }
      }
    }
  }

  private mutating func addRequest(_ edge: Edge, _ entry: EntryPoint, _ way: Entry.Way?, _ door: Opening.Door) {
    let service = topology.nodes[edge.to].service
    let number = service?.ports.first { known in
      switch way?.port {
      case .number(let number): known.number == number
      case .name(let name): known.name == name
      case nil: false
      }
    }?.number
    let isService = service != nil || topology.nodes[edge.to].kind == .service
    var traits: [Opening.Trait: String] = [:]
    if case .request(let host, _) = door { traits[.encryption] = encryption(of: entry.node, host) }
    add(
      Opening(
        entry: entry, door: door, services: isService ? [edge.to] : [],
        targets: isService ? paths.targets(of: edge.to, port: number) : [.object(topology.nodes[edge.to].id.text)],
        traits: traits, evidence: edge.evidence.filter { way == nil || $0.path == way?.field }))
  }

  /// What the doors of a gate say about TLS for a host; `nil` if they say nothing.
  private func encryption(of gate: Int, _ host: String) -> String? {
    let doors = (topology.nodes[gate].entry?.doors ?? []).filter { door in
      door.hosts.isEmpty || host.isEmpty
        || door.hosts.contains { $0 == host || $0.hasPrefix("*.") && host.hasSuffix($0.dropFirst()) }
    }
    if doors.isEmpty { return nil }
    let encrypted = doors.count { $0.encryption != nil }
    return encrypted == doors.count ? "with TLS" : encrypted == 0 ? "without TLS" : "with and without TLS"
  }

  // MARK: - Ports

  private mutating func addPorts(of entry: EntryPoint) {
    guard let service = topology.nodes[entry.node].service else { return }
    let spec = layout.sources.root(of: entry.node)?["spec"]
    let fields = [spec?["type"], service.externalAddresses.isEmpty ? nil : spec?["externalIPs"]]
    let evidence = fields.compactMap { $0?.evidence }
    var traits: [Opening.Trait: String] = [.type: service.type]
    if !service.externalAddresses.isEmpty {
      traits[.addresses] = service.externalAddresses.sorted().joined(separator: ", ")
    }
    if !service.sourceRanges.isEmpty, service.type == "LoadBalancer" {
      traits[.sources] = service.sourceRanges.sorted().joined(separator: ", ")
    }
    for port in service.ports {
      traits[.nodePort] = service.type == "NodePort" ? port.nodePort.map { String($0) } : nil
      add(
        Opening(
          entry: entry, door: .port(port.number, transport: port.transport), services: [],
          targets: paths.targets(of: entry.node, port: port.number), traits: traits,
          evidence: evidence.isEmpty ? [port.evidence] : evidence))
    }
  }

  private mutating func addHostPorts(of entry: EntryPoint) {
    guard let position = members[entry.node] else { return }
    let member = layout.containers[position]
    let pod = layout.pods[member.pod].written
    let written = pod?.container(member.container.key)?["ports"]?.items ?? []
    for found in topology.hostPorts(of: entry.node) {
      let port = written.first { $0["hostPort"]?.value.integer == found.number }
      let field = port?["hostPort"] ?? pod?.spec?["hostNetwork"]
      add(
        Opening(
          entry: entry, door: .hostPort(found.number, transport: found.port.transport), services: [],
          targets: [.container(position)], traits: [:], evidence: [field?.evidence].compactMap(\.self)))
    }
  }

  // MARK: - Policies

  /// The verdict on clients outside if the policies of every pod behind an opening deny them.
  private func denial(of targets: [Endpoint]) -> Verdict? {
    let verdicts = targets.map { target -> Verdict? in
      switch target {
      case .container(let position): callers.verdict(on: layout.pods[layout.containers[position].pod].owner)
      case .object(let id): topology.position(of: NodeID(id)).flatMap { callers.verdict(on: $0) }
      case .host: nil
      }
    }
    guard let first = verdicts.first ?? nil, verdicts.allSatisfy({ $0?.state == .denied }) else { return nil }
    return first
  }
}
