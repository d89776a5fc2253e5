import PodmapManifests
import PodmapTopology

// What Services do with requests.
extension TrafficGraph {
  /// Where a request to an address arrives.
  struct Arrival {
    var stop: TrafficStop
    var text: String
    var service: Int?
  }

  /// The port at a stop, if its Service has only other ports.
  func unknownPort(at stop: TrafficStop) -> Int? {
    guard let port = stop.port, let service = topology.nodes[stop.node].service, !service.ports.isEmpty,
      !service.isHeadless, !service.ports.contains(where: { $0.number == port })
    else { return nil }
    return port
  }

  func arrivals(
    at node: Int, port: Int?, words: TrafficWords, near caller: Int? = nil, owners: [NodeID]? = nil
  ) -> [Arrival] {
    var words = words
    guard let service = topology.nodes[node].service else {
      let isNeighbour = caller.map { topology.owner(of: $0) == topology.owner(of: node) } ?? false
      return [
        Arrival(
          stop: TrafficStop(node: node), text: words.text(address: isNeighbour ? "localhost" : "", port: port))
      ]
    }
    let port = port ?? (service.ports.count == 1 ? service.ports[0].number : nil)
    words.protocolName =
      words.protocolName ?? service.onlyPort(port).flatMap { ApplicationProtocol.name($0) }
    let targets = self.targets(of: node, port: port, owners: owners)
    guard targets.count == 1 else {
      return [
        Arrival(stop: TrafficStop(node: node, port: port, owners: owners), text: words.text(address: "", port: port))
      ]
    }
    let name = topology.nodes[node].name
    let address = name == topology.nodes[topology.owner(of: targets[0].node)].name ? "" : name
    let text = words.text(
      address: address, port: port, target: service.isHeadless ? nil : targets[0].port)
    // The target may itself be a Service, through an ExternalName.
    return [Arrival(stop: TrafficStop(node: targets[0].node), text: text, service: node)]
  }

  private typealias Target = (node: Int, port: String?)

  /// The containers, pods or hosts that a Service forwards requests to, for one of its ports or for any; of `owners`
  /// only, if they are given.
  private func targets(of service: Int, port: Int?, owners: [NodeID]?) -> [Target] {
    let targets = targets(of: service, port: port)
    guard let owners else { return targets }
    return targets.filter { owners.contains(topology.nodes[topology.owner(of: $0.node)].id) }
  }

  private func targets(of service: Int, port: Int?) -> [Target] {
    let facts = topology.nodes[service].service
    let routes = edges(from: service, .routes)
    let isPort = port.map { number in facts?.ports.contains { $0.number == number } ?? false } ?? false
    var targets = routes.compactMap { edge -> Target? in
      guard !isEntry(edge.to) else { return nil }
      let pairs = edge.label.split(separator: ",").map { TrafficWords.portPair($0) }
      if pairs.isEmpty || port == nil { return (edge.to, pairs.count == 1 ? pairs[0].target : nil) }
      // The name of a headless Service resolves to its pods, with all of their ports.
      if facts?.isHeadless ?? false, !isPort {
        return topology.nodes[edge.to].container.map { $0.ports.contains { $0.number == port } } ?? true
          ? (edge.to, nil) : nil
      }
      return pairs.first { $0.port == port.map { String($0) } }.map { (edge.to, $0.target) }
    }
    if routes.isEmpty {
      targets = edges(from: service, .selects).map { edge in
        let servers = servers(of: edge.to)
        return (servers.count == 1 ? servers[0] : edge.to, nil)
      }
    }
    return targets
  }

  /// A Service's own hops: one of its pods gets the request.
  func balanced(_ stop: TrafficStop) -> [TrafficHop] {
    let targets = self.targets(of: stop.node, port: stop.port, owners: stop.owners)
    // A pod is listed several times if several of its containers have ports of the Service.
    let pods = Dictionary(targets.map { (topology.owner(of: $0.node), Set([$0.node])) }) { $0.union($1) }
    let hops = targets.map { target in
      let owner = topology.owner(of: target.node)
      let isOne = pods[owner].map { $0.count < 2 } ?? true
      return TrafficHop(
        to: TrafficStop(node: target.node), text: target.port.map { "port \($0)" } ?? "request",
        label: "\(topology.nodes[owner].kind.name) \(name(of: owner))" + (isOne ? "" : "/\(name(of: target.node))"),
        denial: denialOfUnknownCallers(at: target.node))
    }
    return joined(hops)
  }
}
