import PodmapManifests
import PodmapTopology

/// Follows the edges of a topology to find what Services lead to and how calls travel.
struct LayoutPaths {
  private let topology: Topology
  private let pods: [Layout.Pod]
  private let containers: [Layout.Member]
  /// The container at a position of the topology.
  private let members: [Int: Int]
  /// The pods of the workload at a position of the topology.
  private let podsOfOwner: [Int: [Int]]
  private let routes: [Int: [Edge]]

  init(_ topology: Topology, _ pods: [Layout.Pod], _ containers: [Layout.Member]) {
    self.topology = topology
    self.pods = pods
    self.containers = containers
    members = Dictionary(containers.enumerated().map { ($1.node, $0) }) { first, _ in first }
    podsOfOwner = Dictionary(grouping: pods.indices) { pods[$0].owner }
    routes = Dictionary(grouping: topology.edges.filter { $0.kind == .routes }, by: \.from)
  }

  var services: [ServiceFacts] {
    topology.nodes.indices.compactMap { position in
      let node = topology.nodes[position]
      guard node.presence == .present, let service = node.service else { return nil }
      return ServiceFacts(
        id: node.id.text, type: service.isHeadless ? "\(service.type), headless" : service.type,
        ports: service.ports.map(\.text).sorted(), targets: targets(of: position, port: nil))
    }
  }

  var calls: [CallPath] {
    var found: [CallPath] = []
    for edge in topology.edges where edge.kind == .calls {
      let caller = endpoint(edge.from)
      let node = topology.nodes[edge.to]
      let owner = topology.owner(of: edge.to)
      if case .container = endpoint(edge.to) {
        let isInside = owner == topology.owner(of: edge.from)
        let way = isInside ? CallPath.Way.localhost : .address(topology.nodes[owner].id.text)
        found.append(
          CallPath(caller: caller, target: endpoint(edge.to), way: way, port: edge.port, verdict: edge.verdict))
      } else if node.kind == .host {
        let way = node.presence == .outside ? CallPath.Way.outside(node.name) : .address(node.name)
        found.append(
          CallPath(caller: caller, target: .host(node.name), way: way, port: edge.port, verdict: edge.verdict))
      } else {
        let targets = targets(of: edge.to, port: edge.port)
        let way = node.isGate ? CallPath.Way.entry(node.id.text) : .service(node.id.text)
        for target in targets.isEmpty ? [.object(node.id.text)] : targets {
          found.append(
            CallPath(caller: caller, target: target, way: way, port: edge.port, verdict: edge.verdict))
        }
      }
    }
    return found.uniqued
  }

  /// What a Service leads to through one of its ports, or through all of them.
  func targets(of service: Int, port: Int?) -> [Endpoint] {
    let all = routes[service] ?? []
    let places = topology.nodes[service].service?.ports.filter { $0.number == port }.map(\.evidence) ?? []
    let matching = all.filter { edge in places.contains { edge.evidence.contains($0) } }
    return Set((matching.isEmpty ? all : matching).map { endpoint($0.to) }).sorted()
  }

  private func endpoint(_ position: Int) -> Endpoint {
    if let member = members[position] { return .container(member) }
    let node = topology.nodes[position]
    if node.kind == .host { return .host(node.name) }
    let own = podsOfOwner[position] ?? []
    if own.count == 1 {
      let running = pods[own[0]].containers.filter { containers[$0].container.isRunning }
      if running.count == 1 { return .container(running[0]) }
    }
    return .object(node.id.text)
  }
}

extension Service.Port {
  /// "80 → http", "53/UDP → 53, node port 30053"
  var text: String {
    let aim =
      switch target {
      case .number(let number): String(number)
      case .name(let name): name
      }
    let start = transport == "TCP" ? String(number) : "\(number)/\(transport)"
    return "\(start) → \(aim)" + (name.map { " (\($0))" } ?? "") + (nodePort.map { ", node port \($0)" } ?? "")
  }
}
