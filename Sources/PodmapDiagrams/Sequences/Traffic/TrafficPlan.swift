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
  /// Stops that are reached here, and whose hops another diagram draws.
  private(set) var elsewhere: Set<TrafficStop> = []
  /// Requests that begin where this diagram stops.
  private(set) var continuations: [TrafficStart] = []
  private var nodes: Set<Int> = []
  private var messages = 0
  private let limit: Size

  init(
    _ graph: TrafficGraph, _ starts: [TrafficStart], to destination: TrafficDestination?, _ limit: Size,
    elsewhere: Set<TrafficStop> = []
  ) {
    self.graph = graph
    self.starts = starts
    self.limit = limit
    sent = starts.map { _ in [] }
    var open: [TrafficStop] = []
    if starts.contains(where: { $0.client != nil }) { nodes.insert(TrafficCast.clientNode) }
    for (position, start) in starts.enumerated() {
      guard position == 0 || start.rest.isEmpty || continues(start) else {
        continuations.append(start)
        for (stop, hops) in start.rest { dropped[stop, default: []] += hops.list }
        continue
      }
      let unsent = send(start, position, to: destination, &open)
      if !unsent.isEmpty {
        continuations.append(TrafficStart(node: start.node, hops: unsent, stops: [], client: start.client))
      }
      for stop in start.stops where destination?.isReached(from: stop) ?? true {
        nodes.insert(stop.node)
        if let rest = start.rest[stop] {
          draw(rest, at: stop, to: destination, &open)
        } else {
          open.append(stop)
        }
      }
    }
    var next = 0
    while next < open.count {
      let stop = open[next]
      next += 1
      guard kept[stop] == nil else { continue }
      var hops = TrafficHops(choice: .all, list: [])
      if elsewhere.contains(stop) {
        self.elsewhere.insert(stop)
      } else if !(destination?.isReachedAt(stop) ?? false) {
        hops = graph.hops(from: stop)
      }
      draw(hops, at: stop, to: destination, &open)
    }
  }

  /// Admits what the client of a start sends; returns what doesn't fit.
  private mutating func send(
    _ start: TrafficStart, _ position: Int, to destination: TrafficDestination?, _ open: inout [TrafficStop]
  ) -> [TrafficHop] {
    var left: [TrafficHop] = []
    for hop in start.hops where destination?.isOnTheWay(hop) ?? true {
      if admit(hop) {
        sent[position].append(hop)
        if hop.leadsOn { open.append(hop.to) }
      } else {
        left.append(hop)
      }
    }
    unsent += left
    return left
  }

  private mutating func draw(
    _ hops: TrafficHops, at stop: TrafficStop, to destination: TrafficDestination?, _ open: inout [TrafficStop]
  ) {
    var drawn = TrafficHops(choice: hops.choice, list: [])
    var left: [TrafficHop] = []
    for hop in hops.list where destination?.isOnTheWay(hop) ?? true {
      if admit(hop) {
        drawn.list.append(hop)
        if hop.leadsOn { open.append(hop.to) }
      } else {
        left.append(hop)
      }
    }
    kept[stop] = drawn
    guard !left.isEmpty else { return }
    dropped[stop] = left
    continuations.append(
      TrafficStart(node: stop.node, hops: [], stops: [stop], rest: [stop: TrafficHops(choice: hops.choice, list: left)])
    )
  }

  /// Whether everything is drawn.
  var isWhole: Bool { continuations.isEmpty }

  /// Whether there is room for one more hop of a start that continues another diagram.
  private func continues(_ start: TrafficStart) -> Bool {
    start.rest.contains { stop, hops in
      hops.list.contains { hop in
        nodes.union([stop.node, hop.to.node]).count <= limit.participants && messages + 2 <= limit.messages
      }
    }
  }

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
        guard hop.leadsOn || targets.contains(hop.to.node) else { continue }
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
    hop.leadsOn ? stops.contains(hop.to) : targets.contains(hop.to.node)
  }

  func isReached(from start: TrafficStart) -> Bool {
    start.hops.contains(where: isOnTheWay) || start.stops.contains(where: isReached)
  }
}
