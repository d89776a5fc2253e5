/// The order of a part's nodes in each layer, in which known cards are as they were.
///
/// All other nodes go where they cause the fewest crossings: one at a time, as in sifting, R. Rudell, "Dynamic
/// Variable Ordering for Ordered Binary Decision Diagrams", ICCAD 1993, and C. Matuszewski, R. Schönfeld, P. Molitor,
/// "Using Sifting for k-Layer Straightline Crossing Minimization", Graph Drawing 1999.
struct PinnedOrder {
  /// The nodes of each layer, in order.
  private(set) var layers: [[Int]]

  private let upper: [[Int]]
  private let lower: [[Int]]
  private var position: [Int]
  private var place: [Double]
  private let fixed: [Int: Int]
  private let sizes: [Int]

  /// The cost of a crossing; that of moving known cards apart is the distance.
  private static let crossing = 40

  /// `sizes` are the nodes' sizes along the cross axis, with gaps.
  init(of graph: LayerGraph, pins: PartPins, sizes: [Int]) {
    self.sizes = pins.search.keepsRoom ? sizes : sizes.map { _ in 0 }
    layers = graph.layers
    upper = graph.edgesUp.map { $0.map { graph.edges[$0].upper } }
    lower = graph.edgesDown.map { $0.map { graph.edges[$0].lower } }
    position = Array(repeating: 0, count: graph.nodes.count)
    place = Array(repeating: 0, count: graph.nodes.count)
    fixed = pins.middles.merging(pins.wishes) { known, _ in known }
    spread()
    for layer in layers.indices {
      layers[layer].sort { (place[$0], $0) < (place[$1], $1) }
      number(layer)
    }
    var free = position.indices.filter { fixed[$0] == nil }
    switch pins.search.order {
    case .downwards: free.sort { (graph.layerOfNode[$0], $0) < (graph.layerOfNode[$1], $1) }
    case .upwards: free.sort { (graph.layerOfNode[$1], $0) < (graph.layerOfNode[$0], $1) }
    case .lines, .around: break
    }
    sift(free, of: graph)
    if pins.search.order == .around {
      moveChains(free, of: graph)
      sift(free, of: graph)
    }
  }

  /// Sifts nodes until nothing moves.
  private mutating func sift(_ nodes: [Int], of graph: LayerGraph) {
    for _ in 0..<4 {
      var isChanged = false
      for node in nodes where sift(node, in: graph.layerOfNode[node]) { isChanged = true }
      if !isChanged { return }
    }
  }

  /// Tries to lead long lines around all others, which no move of a single bend can find.
  private mutating func moveChains(_ free: [Int], of graph: LayerGraph) {
    var bends: [Int: [Int]] = [:]
    for node in free {
      if case .bend(let trunk) = graph.nodes[node] { bends[trunk, default: []].append(node) }
    }
    var tries = 0
    var least = LayerCrossings(lower: lower, position: position).count(layers)
    for (_, chain) in bends.sorted(by: { $0.key < $1.key }) where chain.count > 1 && least > 0 && tries < 24 {
      tries += 1
      for isFirst in [true, false] {
        let before = layers
        for node in chain {
          let layer = graph.layerOfNode[node]
          layers[layer].removeAll { $0 == node }
          layers[layer].insert(node, at: isFirst ? 0 : layers[layer].count)
          number(layer)
        }
        let count = LayerCrossings(lower: lower, position: position).count(layers)
        if count < least {
          least = count
        } else {
          layers = before
          for layer in layers.indices { number(layer) }
        }
      }
    }
  }

  /// Puts nodes without a place between their neighbours.
  private mutating func spread() {
    var isPlaced = place.indices.map { fixed[$0] != nil }
    for node in place.indices { place[node] = Double(fixed[node] ?? 0) }
    for round in 0..<12 {
      let nodes = round % 2 == 0 ? Array(place.indices) : place.indices.reversed()
      for node in nodes where fixed[node] == nil {
        let around = (upper[node] + lower[node]).filter { isPlaced[$0] }
        guard !around.isEmpty else { continue }
        place[node] = around.reduce(0.0) { $0 + place[$1] } / Double(around.count)
        isPlaced[node] = true
      }
    }
  }

  private mutating func number(_ layer: Int) {
    for (index, node) in layers[layer].enumerated() { position[node] = index }
  }

  /// Moves a node to the place in its layer where it costs least, and among those to the nearest one.
  private mutating func sift(_ node: Int, in layer: Int) -> Bool {
    let here = position[node]
    let others = layers[layer].filter { $0 != node }
    // The crossings with each other node if this one is before it, minus those if it is after it.
    let excess = others.map { position.excess(upper[node], upper[$0]) + position.excess(lower[node], lower[$0]) }
    let missing = missing(for: node, in: others)
    let now = missing[here]
    var (best, least, crossings) = (here, 0, 0)
    for index in stride(from: here - 1, through: 0, by: -1) {
      crossings += excess[index]
      let cost = crossings * Self.crossing + missing[index] - now
      if cost < least { (best, least) = (index, cost) }
    }
    crossings = 0
    for index in here..<max(here, others.count) {
      crossings -= excess[index]
      let cost = crossings * Self.crossing + missing[index + 1] - now
      if cost < least || (cost == least && index + 1 - here < here - best) { (best, least) = (index + 1, cost) }
    }
    guard best != here else { return false }
    layers[layer] = others
    layers[layer].insert(node, at: best)
    number(layer)
    return true
  }

  /// For each place in a layer, by how much known cards would have to move apart if the node were there.
  private func missing(for node: Int, in others: [Int]) -> [Int] {
    var result: [Int] = []
    var start = 0
    while start <= others.count {
      // All places between two known cards are equal.
      var end = start
      while end < others.count, fixed[others[end]] == nil { end += 1 }
      var need = sizes[node] + others[start..<end].reduce(0) { $0 + sizes[$1] }
      if start > 0, end < others.count, let low = fixed[others[start - 1]], let high = fixed[others[end]] {
        need += (sizes[others[start - 1]] + sizes[others[end]]) / 2
        result += Array(repeating: max(0, min(sizes[node], need - (high - low))), count: end - start + 1)
      } else {
        result += Array(repeating: 0, count: end - start + 1)
      }
      start = end + 1
    }
    return result
  }
}
