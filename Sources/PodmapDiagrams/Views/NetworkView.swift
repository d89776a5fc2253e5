import PodmapManifests
import PodmapTopology

extension Canvas {
  /// From the outside through entries and Services to the ports of containers, and from there to what they call.
  mutating func drawNetwork() {
    let routes = topology.edges.filter { $0.kind == .routes || $0.kind == .selects || $0.kind == .calls }
    let ends = Set(routes.flatMap { [topology.owner(of: $0.from), topology.owner(of: $0.to)] })
    var items: [(position: Int, group: Int?)] = []
    for (position, node) in topology.nodes.enumerated()
    where node.parent == nil && (ends.contains(position) || node.isEntry || node.hasHostPort) {
      items.append((position, namespaceGroup(node.namespace)))
    }
    add(items)
    let routed = Set(routes.filter { $0.kind == .routes }.map { [$0.from, topology.owner(of: $0.to)] })
    linkOutside()
    link { edge in
      edge.kind == .routes || edge.kind == .calls || (edge.kind == .selects && !routed.contains([edge.from, edge.to]))
    }
  }

  /// Lines from the outside to everything that is open to it.
  private mutating func linkOutside() {
    for (position, node) in topology.nodes.enumerated() {
      guard let element = element(of: position), node.presence == .present else { continue }
      var label: String?
      if node.kind == .ingress {
        label = ""
      } else if let service = node.service, service.isOpenToTheOutside {
        label = service.ports.map { port in
          port.nodePort.map { "\(port.number) (node port \($0))" } ?? "\(port.number)"
        }.joined(separator: ", ")
      } else if let container = node.container {
        let ports = container.ports.compactMap(\.hostPort)
        if !ports.isEmpty { label = "node port \(ports.map { String($0) }.joined(separator: ", "))" }
      }
      guard let label else { continue }
      let outside = add("Outside", style: .outside, kind: "client", name: "outside the cluster")
      link(outside, element, .routes, label: label)
    }
  }
}

extension Node {
  /// Whether traffic comes in or is passed on here.
  fileprivate var isEntry: Bool { kind == .ingress || service != nil }

  /// Whether a container listens on a port of its node.
  fileprivate var hasHostPort: Bool {
    workload?.templates.contains { $0.containers.contains { $0.ports.contains { $0.hostPort != nil } } } ?? false
  }
}
