import PodmapManifests
import PodmapTopology

extension FlowView {
  /// From the outside through entries and Services to the ports of containers, and from there to what they call.
  package static let network = FlowView(
    name: "network", help: "outside, Ingress, Service, container port; and who calls whom"
  ) { $0.chooseNetwork() }
}

extension ChosenObjects {
  fileprivate mutating func chooseNetwork() {
    let isAboutTraffic = trafficTest()
    let routes = topology.edges.filter(isAboutTraffic)
    let ends = Set(routes.flatMap { [topology.owner(of: $0.from), topology.owner(of: $0.to)] })
    let listeners = Set(
      topology.entryPoints.filter { $0.form == .hostPorts }.map { topology.owner(of: $0.node) })
    for (position, node) in topology.nodes.enumerated()
    where node.parent == nil && (ends.contains(position) || node.isShownAlone || listeners.contains(position)) {
      addInNamespace(position)
    }
    addEntrances()
    notePolicies()
    noteShares()
    let routed = topology.routedPairs
    addEdges { edge in
      isAboutTraffic(edge) && (edge.kind != .selects || !routed.contains([edge.from, edge.to]))
    }
  }

  /// Says which workloads no policy isolates, if there are policies at all: anyone may reach them.
  private mutating func notePolicies() {
    // A policy that selects no pods doesn't show that others are left open.
    let policies = Set(
      topology.nodes.indices.filter { topology.nodes[$0].networkPolicy.map { !$0.isUnread && !$0.isIdle } ?? false })
    guard !policies.isEmpty else { return }
    let isolated = Set(
      topology.edges.filter { edge in
        edge.kind == .selects && policies.contains(edge.from)
          && topology.nodes[edge.from].networkPolicy?.affected.contains(.ingress) ?? false
      }.map { topology.owner(of: $0.to) })
    // Where policies without lines are, nobody can say.
    let vague = topology.nodes.filter {
      $0.isPolicyWithoutEdges && $0.networkPolicy?.isIdle == false && $0.networkPolicy?.affected != [.egress]
    }
    let vagueHomes = Set(vague.map(\.namespace))
    for position in topology.nodes.indices
    where shows(position) && topology.nodes[position].workload != nil && !isolated.contains(position)
      && !vagueHomes.contains(nil) && !vagueHomes.contains(topology.nodes[position].namespace)
    {
      notes[position, default: []].append(
        FlowDiagram.Card.Brief.Note(style: .policy, tag: "policy", text: "none: open to all"))
    }
  }

  /// Says how requests are divided among the versions of a workload.
  private mutating func noteShares() {
    for position in topology.nodes.indices where shows(position) {
      guard let shares = topology.nodes[position].workload?.shares.value else { continue }
      let text = shares.map(\.words).joined(separator: ", ").shortenedList(to: 60)
      notes[position, default: []].append(FlowDiagram.Card.Brief.Note(style: .entry, tag: "traffic", text: text))
    }
  }

  /// Whether the view shows an edge: what forwards traffic, calls, and what policies let through.
  private func trafficTest() -> (Edge) -> Bool {
    let nodes = topology.nodes
    let policies = Set(nodes.indices.filter { nodes[$0].networkPolicy != nil })
    // A policy that isolates nothing that is shown has no effect to show.
    let isolating = Set(topology.edges.filter { $0.kind == .selects && policies.contains($0.from) }.map(\.from))
    return { edge in
      switch edge.kind {
      case .routes, .calls: true
      case .selects: isolating.contains(edge.from) || nodes[edge.from].kind == .service
      case .allows: isolating.contains(edge.from)
      default: false
      }
    }
  }

  /// Everything that is open to the outside.
  private mutating func addEntrances() {
    for entry in topology.entryPoints.sorted(by: { $0.node < $1.node }) {
      let node = topology.nodes[entry.node]
      guard shows(entry.node), node.presence == .present else { continue }
      let label =
        switch entry.form {
        case .gate: ""
        case .service:
          node.service.map { service in service.ports.map(service.openWords).joined(separator: ", ") } ?? ""
        case .hostPorts: HostPort.words(topology.hostPorts(of: entry.node))
        }
      addEntrance(entry.node, label: label)
    }
  }
}

extension Node {
  /// Whether traffic enters or is forwarded here, even if nothing is known that it leads to, or it is a policy that no
  /// line connects with the pods that it is about.
  fileprivate var isShownAlone: Bool { service != nil || entry != nil || isPolicyWithoutEdges }

  fileprivate var isPolicyWithoutEdges: Bool {
    networkPolicy.map { $0.isUnread || $0.isAboutEverything || $0.isIdle } ?? false
  }
}
