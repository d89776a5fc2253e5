import PodmapManifests
import PodmapTopology

/// The hops that one diagram draws: those nearest to its starts, as many as a reader can follow.
struct TrafficPlan {
  /// How large a diagram becomes.
  struct Size {
    var participants: Int
    var messages: Int

    static let whole = Self(
      participants: Limit.trafficParticipants.value, messages: Limit.trafficMessages.value)
    /// Several starts share one diagram if it fits a page.
    static let page = Self(
      participants: Limit.sharedTrafficParticipants.value, messages: Limit.sharedTrafficMessages.value)
  }

  let graph: TrafficGraph
  let starts: [TrafficStart]
  /// The hops to draw from each stop that a request reaches.
  private(set) var kept: [TrafficStop: TrafficHops] = [:]
  /// The hops that didn't fit.
  private(set) var dropped: [TrafficStop: [TrafficHop]] = [:]
  /// What the client of each start sends.
  private(set) var sent: [[TrafficHop]]
  /// Other hops of the clients, which didn't fit.
  private(set) var unsent: [TrafficHop] = []
  private var nodes: Set<Int> = []
  private var messages = 0
  private let limit: Size

  init(_ graph: TrafficGraph, _ starts: [TrafficStart], to destination: TrafficDestination?, _ limit: Size) {
    self.graph = graph
    self.starts = starts
    self.limit = limit
    sent = starts.map { _ in [] }
    var open: [TrafficStop] = []
    if starts.contains(where: { $0.client != nil }) { nodes.insert(-1) }
    for (position, start) in starts.enumerated() {
      for hop in start.hops where destination?.isOnTheWay(hop) ?? true {
        if admit(hop) {
          sent[position].append(hop)
          if hop.isAnswered { open.append(hop.to) }
        } else {
          unsent.append(hop)
        }
      }
      for stop in start.stops where destination?.isReached(from: stop) ?? true {
        nodes.insert(stop.node)
        open.append(stop)
      }
    }
    var next = 0
    while next < open.count {
      let stop = open[next]
      next += 1
      guard kept[stop] == nil else { continue }
      var hops = TrafficHops(choice: .all, list: [])
      if !(destination?.isReachedAt(stop) ?? false) { hops = graph.hops(from: stop) }
      var drawn = TrafficHops(choice: hops.choice, list: [])
      for hop in hops.list where destination?.isOnTheWay(hop) ?? true {
        if admit(hop) {
          drawn.list.append(hop)
          if hop.isAnswered { open.append(hop.to) }
        } else {
          dropped[stop, default: []].append(hop)
        }
      }
      kept[stop] = drawn
    }
  }

  /// Whether everything is drawn.
  var isWhole: Bool { dropped.isEmpty && unsent.isEmpty }

  private mutating func admit(_ hop: TrafficHop) -> Bool {
    let cost = hop.isAnswered ? 2 : 1
    let isNew = !nodes.contains(hop.to.node)
    guard nodes.count + (isNew ? 1 : 0) <= limit.participants, messages + cost <= limit.messages else { return false }
    nodes.insert(hop.to.node)
    messages += cost
    return true
  }
}

/// Where requests are to end, and the stops from which they can get there.
struct TrafficDestination {
  private let targets: Set<Int>
  private let stops: Set<TrafficStop>

  init(_ nodes: [Int], in graph: TrafficGraph, from starts: [TrafficStart]) {
    var targets: Set<Int> = []
    for node in nodes {
      targets.insert(node)
      let containers = graph.containers(of: node)
      targets.formUnion(containers)
      guard graph.topology.nodes[node].service != nil else { continue }
      targets.formUnion(graph.hops(from: TrafficStop(node: node)).list.map(\.to.node))
    }
    var sources: [TrafficStop: [TrafficStop]] = [:]
    var seen = Set(starts.flatMap { $0.hops.map(\.to) + $0.stops })
    var open = Array(seen)
    var reached: [TrafficStop] = []
    while let stop = open.popLast() {
      if targets.contains(stop.node) {
        reached.append(stop)
        continue
      }
      for hop in graph.hops(from: stop).list {
        // A denied call leads nowhere else.
        guard hop.isAnswered || targets.contains(hop.to.node) else { continue }
        sources[hop.to, default: []].append(stop)
        if seen.insert(hop.to).inserted { open.append(hop.to) }
      }
    }
    var leading = Set(reached)
    while let stop = reached.popLast() {
      for source in sources[stop] ?? [] where leading.insert(source).inserted { reached.append(source) }
    }
    self.targets = targets
    stops = leading
  }

  func isReachedAt(_ stop: TrafficStop) -> Bool { targets.contains(stop.node) }

  func isReached(from stop: TrafficStop) -> Bool { stops.contains(stop) }

  func isOnTheWay(_ hop: TrafficHop) -> Bool {
    hop.isAnswered ? stops.contains(hop.to) : targets.contains(hop.to.node)
  }

  func isReached(from start: TrafficStart) -> Bool {
    start.hops.contains(where: isOnTheWay) || start.stops.contains(where: isReached)
  }
}
