import PodmapManifests
import PodmapTopology

/// The participants of a diagram, from left to right in the order in which requests reach them; containers of one pod
/// are next to each other in a frame.
struct TrafficCast {
  private let graph: TrafficGraph
  /// Nodes in their order; -1 is the client.
  private(set) var order: [Int] = []
  private var services: [Int: [Int]] = [:]
  private var places: [Int: Int] = [:]
  private let hasNamespaces: Bool
  private let client: String

  static let clientNode = -1

  init(_ plan: TrafficPlan) {
    graph = plan.graph
    client = plan.starts.firstNonNil(\.client) ?? ""
    var order: [Int] = []
    var services: [Int: [Int]] = [:]
    var seen: Set<Int> = []
    var entered: Set<TrafficStop> = []
    let topology = plan.graph.topology
    func add(_ node: Int) {
      guard seen.insert(node).inserted else { return }
      let owner = node < 0 ? nil : topology.nodes[node].parent
      let neighbour = order.lastIndex { other in owner != nil && other >= 0 && topology.nodes[other].parent == owner }
      order.insert(node, at: neighbour.map { $0 + 1 } ?? order.count)
    }
    func follow(_ hops: [TrafficHop]) {
      for hop in hops {
        add(hop.to.node)
        if let service = hop.service, !(services[hop.to.node] ?? []).contains(service) {
          services[hop.to.node, default: []].append(service)
        }
        if hop.leadsOn { enter(hop.to) }
      }
    }
    func enter(_ stop: TrafficStop) {
      guard entered.insert(stop).inserted else { return }
      follow(plan.kept[stop]?.list ?? [])
    }
    for (start, sent) in zip(plan.starts, plan.sent) {
      if start.client != nil { add(Self.clientNode) }
      follow(sent)
      for stop in start.stops where plan.kept[stop] != nil {
        add(stop.node)
        enter(stop)
      }
    }
    self.order = order
    self.services = services
    places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    hasNamespaces = Set(order.compactMap { $0 < 0 ? nil : topology.nodes[$0].namespace }).count > 1
  }

  func place(of node: Int) -> Int { places[node] ?? 0 }

  var boxes: [SequenceDiagram.Box] {
    var boxes: [SequenceDiagram.Box] = []
    for (place, node) in order.enumerated() where node >= 0 {
      guard let owner = graph.topology.nodes[node].parent, isBoxed(node) else { continue }
      if let last = boxes.last, last.participants.upperBound == place - 1,
        graph.topology.nodes[order[place - 1]].parent == owner
      {
        boxes[boxes.count - 1].participants = last.participants.lowerBound...place
      } else {
        let node = graph.topology.nodes[owner]
        boxes.append(
          SequenceDiagram.Box(name: "\(node.kind.name) \(graph.name(of: owner))", participants: place...place))
      }
    }
    return boxes
  }

  /// Whether several containers of its pod are participants.
  private func isBoxed(_ node: Int) -> Bool {
    guard let owner = graph.topology.nodes[node].parent else { return false }
    let place = place(of: node)
    return [place - 1, place + 1].contains {
      order.indices.contains($0) && order[$0] >= 0
        && graph.topology.nodes[order[$0]].parent == owner
    }
  }

  // MARK: - Names

  var participants: [SequenceDiagram.Participant] {
    var names = ElementNames(capacity: order.count)
    return order.map { node in
      guard node >= 0 else {
        return SequenceDiagram.Participant(
          id: names.name(for: "client"), style: .user, icon: .user, name: client)
      }
      let object = graph.topology.nodes[node]
      let shown = object.kind == .container ? graph.topology.nodes[graph.topology.owner(of: node)] : object
      let isBoxed = isBoxed(node)
      return SequenceDiagram.Participant(
        id: names.name(for: object.id.text), style: isBoxed ? .container : FlowDiagram.Card.Style(shown),
        icon: isBoxed ? .container : shown.kind.icon, name: name(of: node), detail: detail(of: node))
    }
  }

  func name(of node: Int) -> String {
    if node < 0 { return client }
    return graph.name(of: isBoxed(node) ? node : graph.topology.owner(of: node))
  }

  /// "Service → Deployment, container server"
  private func detail(of node: Int) -> String {
    let object = graph.topology.nodes[node]
    var words = kindWords(of: node)
    if let addresses = serviceWords(of: node) {
      let whole = "\(addresses) → \(words)"
      // Mermaid's boxes have room for three lines.
      words = whole.count > 46 ? "\(addresses) → \(words.split(separator: ", ").last ?? "")" : whole
    }
    if hasNamespaces, let namespace = object.namespace { words += " · \(namespace)" }
    return words
  }

  private func kindWords(of node: Int) -> String {
    let object = graph.topology.nodes[node]
    switch object.presence {
    case .missing: return "\(object.kind.name) · missing"
    case .notInInput: return "\(object.kind.name) · not in the input"
    case .external: return "\(object.kind.name) · from the cluster"
    case .outside: return "outside the cluster"
    case .present: break
    }
    if let container = object.container {
      if isBoxed(node) {
        return container.pattern.flatMap { $0.isTelling ? $0.name.rawValue : nil } ?? container.role.word
      }
      let owner = graph.topology.nodes[graph.topology.owner(of: node)]
      let known = [owner.name] + (services[node] ?? []).map { graph.topology.nodes[$0].name }
      return known.contains(object.name) ? owner.kind.name : "\(owner.kind.name), container \(object.name)"
    }
    if object.service != nil, graph.hops(from: TrafficStop(node: node)).list.isEmpty {
      return "Service · no pods in the input"
    }
    if object.service?.isHeadless ?? false { return "headless Service" }
    return object.kind.name
  }

  private func serviceWords(of node: Int) -> String? {
    guard let services = services[node], let first = services.first else { return nil }
    let name = name(of: node)
    let names = services.map { graph.name(of: $0) }
    let isHeadless = services.allSatisfy { graph.topology.nodes[$0].service?.isHeadless ?? false }
    let word = services.count > 1 ? "Services" : isHeadless ? "headless Service" : "Service"
    if services.count == 1, graph.name(of: first) == name { return word }
    return "\(word) \(names.joined(separator: ", ").shortenedList(to: 40))"
  }
}

extension Container.Role {
  fileprivate var word: String {
    switch self {
    case .initial: "init container"
    case .sidecar: "sidecar"
    case .app: "container"
    case .ephemeral: "ephemeral container"
    }
  }
}
