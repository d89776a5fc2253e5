/// The search for an order of the nodes in each layer with few crossings.
///
/// Sources: barycentres, K. Sugiyama, S. Tagawa, M. Toda, "Methods for Visual Understanding of Hierarchical System
/// Structures", 1981, and P. Eades, N. C. Wormald, "Edge Crossings in Drawings of Bipartite Graphs", Algorithmica 11,
/// 1994; exchange of neighbours, E. R. Gansner et al., "A Technique for Drawing Directed Graphs", 1993.
struct CrossingReduction {
  private let upper: [[Int]]
  private let lower: [[Int]]
  private var layers: [[Int]]
  private var position: [Int]
  private var least = Double.infinity
  private let preference: Preference

  /// The best order found.
  private(set) var best: [[Int]]
  /// The number of crossings in the best order.
  private(set) var crossings: Int

  /// Searches with a number of steps that depends on the graph's size only.
  ///
  /// `identities` are numbers for the nodes that depend on what they are, not on how many there are: a further node
  /// doesn't change the random order of the others.
  init(of graph: LayerGraph, identities: [UInt64], preference: Preference) {
    self.preference = preference
    upper = graph.edgesUp.map { $0.map { graph.edges[$0].upper } }
    lower = graph.edgesDown.map { $0.map { graph.edges[$0].lower } }
    layers = graph.layers
    position = Array(repeating: 0, count: graph.nodes.count)
    best = layers
    crossings = .max
    let size = graph.edges.count + graph.nodes.count
    let sweeps = size > 5_000 ? 6 : size > 1_500 ? 10 : 14
    let starts = preference == .any ? 1 : max(1, min(24, 60_000 / max(1, size * sweeps)))
    for start in 0..<starts {
      layers = graph.layers
      if start > 0 {
        let keys = identities.map { SplitMix64.mixed($0 &+ UInt64(start)) }
        for layer in layers.indices { layers[layer].sort { (keys[$0], $0) < (keys[$1], $1) } }
      }
      for layer in layers.indices { number(layer) }
      improve(sweeps: sweeps)
      if crossings == 0, start >= (preference == .short ? 3 : 0) { break }
    }
    if preference == .short { mirror(cardCount: graph.nodes.indices.count { graph.isCard($0) }) }
  }

  /// Of an order and its mirror image, which are equally good, takes the one in which cards are rather in the order of
  /// their ids.
  private mutating func mirror(cardCount: Int) {
    var sum = 0
    for layer in best {
      let cards = layer.filter { $0 < cardCount }
      let order = cards.sorted()
      for (place, card) in cards.enumerated() {
        guard let number = order.firstIndex(of: card) else { continue }
        sum += (2 * place - cards.count + 1) * (2 * number - cards.count + 1)
      }
    }
    if sum < 0 { best = best.map { $0.reversed() } }
  }

  /// What to look for among orders with equally few crossings.
  enum Preference: Hashable {
    /// Short edges.
    case short
    /// The order found first, which is near to that of the cards' ids.
    case first
    /// Whatever is found first: enough for a sketch.
    case any
  }

  private mutating func improve(sweeps: Int) {
    var waits = 0
    for sweep in 0..<sweeps {
      let isDown = sweep % 2 == 0
      let order = isDown ? Array(layers.indices.dropFirst()) : Array(layers.indices.dropLast().reversed())
      for layer in order { sort(layer, isDown: isDown) }
      for layer in layers.indices { exchange(layer) }
      let count = LayerCrossings(lower: lower, position: position).count(layers)
      waits += 1
      if waits == 6 { return }
      guard count <= crossings else { continue }
      let stretch = self.stretch
      if count < crossings || (preference == .short && stretch < least) {
        (crossings, least) = (count, stretch)
        best = layers
        waits = 0
      }
    }
  }

  /// How far apart the ends of edges are, if all layers are equally long.
  private var stretch: Double {
    var result = 0.0
    for (layer, next) in zip(layers, layers.dropFirst()) where !layer.isEmpty && !next.isEmpty {
      for (index, node) in layer.enumerated() {
        let place = (Double(index) + 0.5) / Double(layer.count)
        for other in lower[node] {
          result += abs(place - (Double(position[other]) + 0.5) / Double(next.count))
        }
      }
    }
    return result
  }

  private mutating func number(_ layer: Int) {
    for (index, node) in layers[layer].enumerated() { position[node] = index }
  }

  private mutating func sort(_ layer: Int, isDown: Bool) {
    let nodes = layers[layer]
    let other = Double(max(1, layers[isDown ? layer - 1 : layer + 1].count))
    let keyed = nodes.enumerated().map { index, node in
      let neighbours = isDown ? upper[node] : lower[node]
      let sum = neighbours.reduce(0.0) { $0 + Double(position[$1]) + 0.5 }
      let key =
        neighbours.isEmpty
        ? (Double(index) + 0.5) / Double(nodes.count) : sum / (Double(neighbours.count) * other)
      return (key: key, index: index, node: node)
    }
    layers[layer] = keyed.sorted { ($0.key, $0.index) < ($1.key, $1.index) }.map(\.node)
    number(layer)
  }

  private mutating func exchange(_ layer: Int) {
    guard layers[layer].count > 1 else { return }
    for index in 0..<(layers[layer].count - 1) {
      let (first, second) = (layers[layer][index], layers[layer][index + 1])
      if position.excess(upper[first], upper[second]) + position.excess(lower[first], lower[second]) > 0 {
        layers[layer].swapAt(index, index + 1)
        position[first] = index + 1
        position[second] = index
      }
    }
  }
}
