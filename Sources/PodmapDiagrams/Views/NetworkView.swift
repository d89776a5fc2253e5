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
    where node.parent == nil
      && (ends.contains(position) || node.isEntry || listeners.contains(position) || node.networkPolicy?.isIdle == true)
    {
      addInNamespace(position)
    }
    addEntrances()
    notePolicies()
    let routed = topology.routedPairs
    addEdges { edge in
      isAboutTraffic(edge) && (edge.kind != .selects || !routed.contains([edge.from, edge.to]))
    }
  }

  /// Says which workloads no policy isolates, if there are policies at all: anyone may reach them.
  private mutating func notePolicies() {
    // A policy that selects no pods doesn't show that others are left open.
    let policies = Set(topology.nodes.indices.filter { topology.nodes[$0].networkPolicy?.isIdle == false })
    guard !policies.isEmpty else { return }
    let isolated = Set(
      topology.edges.filter { edge in
        edge.kind == .selects && policies.contains(edge.from)
          && topology.nodes[edge.from].networkPolicy?.directions.contains(.ingress) ?? false
      }.map { topology.owner(of: $0.to) })
    for position in topology.nodes.indices
    where shows(position) && topology.nodes[position].workload != nil && !isolated.contains(position) {
      notes[position] = [FlowDiagram.Card.Brief.Note(style: .policy, tag: "policy", text: "none: open to all")]
    }
  }

  /// Whether the view shows an edge: what forwards traffic, calls, and what policies let through.
  private func trafficTest() -> (Edge) -> Bool {
    let nodes = topology.nodes
    let policies = Set(nodes.indices.filter { nodes[$0].kind == .networkPolicy })
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
          (node.service?.ports ?? []).map { port in
            port.nodePort.map { "\(port.number) (node port \($0))" } ?? "\(port.number)"
          }.joined(separator: ", ")
        case .hostPorts:
          "node port \(topology.hostPorts(of: entry.node).map { String($0.host) }.joined(separator: ", "))"
        }
      addEntrance(entry.node, label: label)
    }
  }
}

extension Node {
  /// Whether traffic enters or is forwarded here.
  fileprivate var isEntry: Bool { kind == .ingress || service != nil }
}
