import PodmapManifests
import PodmapTopology

// What happens to a request between the pod that sends it and the Service that it names.
extension TrafficGraph {
  /// The routes of a mesh by the Services whose requests they take: a VirtualService for the Service's host, or a route
  /// of the Gateway API that is attached to the Service. One that only passes everything on is left out.
  static func meshRoutes(_ topology: Topology) -> [Int: Int] {
    var routes: [Int: Int] = [:]
    for edge in topology.edges where !edge.isDenied {
      if edge.kind == .uses, let entry = topology.nodes[edge.from].entry, entry.isForMesh, entry.choosesBackends,
        edge.evidence.contains(where: { $0.path.hasPrefix("spec.hosts") })
      {
        routes[edge.to] = routes[edge.to] ?? edge.from
      } else if edge.kind == .routes, topology.nodes[edge.from].service != nil,
        let entry = topology.nodes[edge.to].entry, entry.choosesBackends
      {
        routes[edge.from] = routes[edge.from] ?? edge.to
      }
    }
    return routes
  }

  /// The versions of a workload, of which one gets a request.
  func shared(_ stop: TrafficStop, _ shares: [RevisionShare]) -> [TrafficHop] {
    let revisions = Dictionary(edges(from: stop.node, .routes).map { (topology.nodes[$0.to].name, $0.to) }) {
      first, _ in
      first
    }
    let own = servers(of: stop.node).first
    return shares.filter { $0.percent != 0 }.compactMap { share in
      guard let target = share.revision.map({ revisions[$0] }) ?? own else { return nil }
      let port = topology.nodes[target].container?.ports.first?.number
      return TrafficHop(
        to: TrafficStop(node: target), text: port.map { "port \($0)" } ?? "request", label: share.words)
    }
  }

  /// The containers, pods and hosts that a request may reach from where it arrives, through Services and routes.
  func reached(from stop: TrafficStop) -> [TrafficStop] {
    var seen: Set<TrafficStop> = [stop]
    var open = [stop]
    var found = [stop]
    while let next = open.popLast() {
      let node = topology.nodes[next.node]
      guard node.service != nil || node.workload?.shares.value != nil || isEntry(next.node) else { continue }
      for hop in hops(from: next).list where seen.insert(hop.to).inserted {
        found.append(hop.to)
        open.append(hop.to)
      }
    }
    return found
  }
}

extension Entry {
  /// Whether it does more than to pass all requests on to one backend.
  fileprivate var choosesBackends: Bool {
    ways.count > 1 || ways.contains { $0.subset != nil || $0.reply != nil }
  }
}
