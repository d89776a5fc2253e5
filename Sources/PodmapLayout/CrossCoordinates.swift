/// The coordinates of all nodes along the cross axis, with straight lines where there is room for them.
struct CrossCoordinates {
  /// The middle of each node.
  private(set) var middle: [Int]
  /// The first coordinate that a node uses.
  private(set) var start = 0
  /// The last coordinate that a node uses.
  private(set) var end = 0

  /// Where trunks meet their cards.
  var ports: Ports

  private let graph: LayerGraph
  private let gap: Int
  /// The middles of the nodes that don't move.
  private var pinned: [Int: Int] = [:]

  /// Nodes that have a place in `wanted` go exactly there, or as near as the gaps allow.
  init(of graph: LayerGraph, order: [[Int]], ports: Ports, gap: Int, wanted: [Int: Int] = [:]) {
    self.graph = graph
    self.ports = ports
    self.gap = gap
    middle = Array(repeating: 0, count: graph.nodes.count)
    pin(order, at: wanted)
    var place = centred(order)
    let size = graph.edges.count + graph.nodes.count
    let rounds = max(8, min(60, 400_000 / max(1, size)))
    for round in 0..<rounds {
      for layer in round % 2 == 0 ? Array(order.indices) : order.indices.reversed() {
        settle(order[layer], in: &place)
      }
    }
    round(order, place)
    for layer in order { straighten(layer, upwards: true) }
    for layer in order.reversed() { straighten(layer, upwards: false) }
    for layer in order { straighten(layer, upwards: true) }
    measure(order)
  }

  /// Finds the places of pinned nodes: where they are wanted, with room for all nodes between them.
  private mutating func pin(_ order: [[Int]], at wanted: [Int: Int]) {
    for layer in order where !wanted.isEmpty {
      var nodes: [(node: Int, place: Int)] = []
      var gaps: [Int] = []
      var room = 0
      for (index, node) in layer.enumerated() {
        if index > 0 { room += distance(layer[index - 1], node) }
        guard let place = wanted[node] else { continue }
        if !nodes.isEmpty { gaps.append(room) }
        nodes.append((node, place))
        room = 0
      }
      let places = positions(
        wanted: nodes.map { Double($0.place) }, weights: nodes.map { _ in 1 }, gaps: gaps.map { Double($0) })
      var last = Int.min / 2
      for (index, node) in nodes.enumerated() {
        last = max(Int(places[index].rounded(.down)), index > 0 ? last + gaps[index - 1] : last)
        pinned[node.node] = last
      }
    }
  }

  private mutating func measure(_ order: [[Int]]) {
    (start, end) = (0, 0)
    for layer in order {
      guard let first = layer.first, let last = layer.last else { continue }
      start = min(start, middle[first] - ports.before[first])
      end = max(end, middle[last] + ports.after[last])
    }
  }

  /// Moves the nodes of a layer to which a single line leads exactly below the end of that line, if they are nearly
  /// there. `upperEnd` is where the line that an edge belongs to comes from.
  mutating func align(_ layer: Int, of order: [[Int]], upperEnd: (Int, [Int]) -> Int) {
    let nodes = order[layer]
    for (index, node) in nodes.enumerated() {
      guard graph.edgesUp[node].count == 1, let edge = graph.edgesUp[node].first else { continue }
      let above = upperEnd(edge, middle) - offset(of: edge)
      guard !graph.isCard(node), let next = graph.edgesDown[node].first else {
        move(index, in: nodes, to: above, limit: 13)
        continue
      }
      // A line with two steps to the same side needs only one of them.
      let below = middle[graph.edges[next].lower] + offset(of: next)
      let isStair = min(above, below)...max(above, below) ~= middle[node]
      move(index, in: nodes, to: above, limit: isStair ? .max : 13)
      if isStair, middle[node] != above { move(index, in: nodes, to: below, limit: .max) }
    }
    if layer == order.count - 1 { measure(order) }
  }

  /// Moves the bends of a layer exactly above the single node they lead to, if they are nearly there.
  mutating func alignBelow(_ layer: Int, of order: [[Int]]) {
    for (index, node) in order[layer].enumerated() where !graph.isCard(node) && graph.edgesUp[node].count == 1 {
      guard let edge = graph.edgesDown[node].first else { continue }
      move(index, in: order[layer], to: middle[graph.edges[edge].lower] + offset(of: edge), limit: 10)
    }
  }

  private mutating func move(_ index: Int, in layer: [Int], to target: Int, limit: Int) {
    let node = layer[index]
    guard pinned[node] == nil, target != middle[node], abs(target - middle[node]) < limit else { return }
    if index > 0, target - middle[layer[index - 1]] < distance(layer[index - 1], node) { return }
    if index + 1 < layer.count, middle[layer[index + 1]] - target < distance(node, layer[index + 1]) { return }
    middle[node] = target
  }

  /// Where the trunk that an edge belongs to meets the edge's lower node, from the middle of that node.
  func offset(of edge: Int) -> Int {
    guard graph.isCard(graph.edges[edge].lower) else { return 0 }
    switch ports.ends[graph.edges[edge].trunk] {
    case .head(let offset): return offset
    case .beside(let offset, _): return offset
    }
  }

  /// The distance between the middles of two neighbours in a layer.
  private func distance(_ first: Int, _ second: Int) -> Int {
    let bends = (graph.isCard(first) ? 0 : 1) + (graph.isCard(second) ? 0 : 1)
    let between = bends == 2 ? 2 : bends == 1 ? max(5, gap * 60 / 100) : gap
    return ports.after[first] + ports.before[second] + between
  }

  private func centred(_ order: [[Int]]) -> [Double] {
    var place = Array(repeating: 0.0, count: graph.nodes.count)
    for layer in order where !layer.isEmpty {
      var current = 0
      for index in layer.indices.dropFirst() {
        current += distance(layer[index - 1], layer[index])
        place[layer[index]] = Double(current)
      }
      for node in layer { place[node] = pinned[node].map { Double($0) } ?? (place[node] - Double(current) / 2) }
    }
    return place
  }

  /// Moves the nodes of one layer as near to their neighbours in other layers as gaps allow.
  private func settle(_ layer: [Int], in place: inout [Double]) {
    var wanted: [Double] = []
    var weights: [Double] = []
    for node in layer {
      if let place = pinned[node] {
        wanted.append(Double(place))
        weights.append(1e9)
        continue
      }
      var sum = 0.0
      var weight = 0.0
      for edge in graph.edgesUp[node] {
        let value = self.weight(of: edge)
        sum += value * (place[graph.edges[edge].upper] - Double(offset(of: edge)))
        weight += value
      }
      for edge in graph.edgesDown[node] {
        let value = self.weight(of: edge)
        sum += value * (place[graph.edges[edge].lower] + Double(offset(of: edge)))
        weight += value
      }
      wanted.append(weight > 0 ? sum / weight : place[node])
      weights.append(weight > 0 ? weight : 0.01)
    }
    let gaps = layer.indices.dropFirst().map { Double(distance(layer[$0 - 1], layer[$0])) }
    for (node, position) in zip(layer, positions(wanted: wanted, weights: weights, gaps: gaps)) {
      place[node] = pinned[node].map { Double($0) } ?? position
    }
  }

  private func weight(of edge: Int) -> Double {
    let cards = (graph.isCard(graph.edges[edge].upper) ? 1 : 0) + (graph.isCard(graph.edges[edge].lower) ? 1 : 0)
    return cards == 0 ? 6 : cards == 1 ? 2 : 1
  }

  private mutating func round(_ order: [[Int]], _ place: [Double]) {
    for layer in order {
      for (index, node) in layer.enumerated() {
        let wanted = Int(place[node].rounded(.down))
        middle[node] = index == 0 ? wanted : max(wanted, middle[layer[index - 1]] + distance(layer[index - 1], node))
      }
    }
  }

  /// Moves nodes with a single neighbour above (or below) exactly onto its line, if they are nearly there.
  private mutating func straighten(_ layer: [Int], upwards: Bool) {
    for (index, node) in layer.enumerated() {
      let edges = upwards ? graph.edgesUp[node] : graph.edgesDown[node]
      let isAligned = !upwards && !graph.isBend(node) && !graph.edgesUp[node].isEmpty
      guard edges.count == 1, !isAligned else { continue }
      let edge = graph.edges[edges[0]]
      let target =
        upwards ? middle[edge.upper] - offset(of: edges[0]) : middle[edge.lower] + offset(of: edges[0])
      move(index, in: layer, to: target, limit: 30)
    }
  }
}
