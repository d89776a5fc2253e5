/// Improves the order of the nodes in each layer with regard to rows, and to lines that lead out of the layers: each
/// node is moved to its best place, as long as that removes crossings.
///
/// Source: C. Matuszewski, R. Schönfeld, P. Molitor, "Using Sifting for k-Layer Straightline Crossing Minimization",
/// Graph Drawing 1999.
struct Sifting {
  /// The order of the nodes in each layer.
  private(set) var order: [[Int]]

  /// One end of an edge: the number of the other node, and the row there if it has a fixed one.
  fileprivate struct End {
    var node: Int
    var row: Int?
  }

  /// What leads from a node out of the layers, or from outside to it.
  private struct Outside {
    var leavingToStart = 0
    var leavingToEnd = 0
    var enteringFromStart = 0
    var enteringFromEnd = 0
  }

  private var upper: [[End]]
  private var lower: [[End]]
  private var outside: [Outside]
  private var position: [Int]

  /// How far a node is moved at most.
  private let window: Int

  init(of graph: LayerGraph, runs: Runs, order: [[Int]]) {
    self.order = order
    window = graph.nodes.count > 1_000 ? 12 : 40
    upper = graph.edgesUp.map { $0.map { End(graph.edges[$0], isUpper: true) } }
    lower = graph.edgesDown.map { $0.map { End(graph.edges[$0], isUpper: false) } }
    outside = Array(repeating: Outside(), count: graph.nodes.count)
    position = Array(repeating: 0, count: graph.nodes.count)
    for layer in order { number(layer) }
    countOutside(graph, runs)
    for round in 0..<(graph.nodes.count > 1_000 ? 2 : 4) {
      var isChanged = false
      for layer in round % 2 == 0 ? Array(order.indices) : order.indices.reversed() {
        for node in self.order[layer] where sift(node, in: layer) { isChanged = true }
      }
      if !isChanged { return }
    }
  }

  private mutating func countOutside(_ graph: LayerGraph, _ runs: Runs) {
    for (index, run) in runs.runs.enumerated() {
      if run.shape == .leaving {
        let node = graph.labelOfRun[index] ?? run.source
        guard graph.layerOfNode[node] + 1 < graph.layers.count else { continue }
        outside[node].leavingToEnd += run.isTowardsEnd ? 1 : 0
        outside[node].leavingToStart += run.isTowardsEnd ? 0 : 1
      } else if run.shape == .entering, graph.layerOfNode[run.target] > 0 {
        outside[run.target].enteringFromEnd += run.isTowardsEnd ? 1 : 0
        outside[run.target].enteringFromStart += run.isTowardsEnd ? 0 : 1
      }
    }
  }

  private mutating func number(_ layer: [Int]) {
    for (index, node) in layer.enumerated() { position[node] = index }
  }

  /// Moves a node to its best place; returns whether that is another one.
  private mutating func sift(_ node: Int, in layer: Int) -> Bool {
    let nodes = order[layer]
    let here = position[node]
    var (best, bestGain) = (here, 0)
    var gain = 0
    for place in stride(from: here - 1, through: max(0, here - window), by: -1) {
      gain += cost(nodes[place], before: node) - cost(node, before: nodes[place])
      if gain > bestGain { (best, bestGain) = (place, gain) }
    }
    gain = 0
    for place in stride(from: here + 1, through: min(nodes.count - 1, here + window), by: 1) {
      gain += cost(node, before: nodes[place]) - cost(nodes[place], before: node)
      if gain > bestGain { (best, bestGain) = (place, gain) }
    }
    guard best != here else { return false }
    order[layer].remove(at: here)
    order[layer].insert(node, at: best)
    number(order[layer])
    return true
  }

  /// The crossings between the lines of two nodes if the first one is before the second one.
  private func cost(_ first: Int, before second: Int) -> Int {
    let (one, other) = (outside[first], outside[second])
    var result = crossings(upper[first], upper[second]) + crossings(lower[first], lower[second])
    result += one.leavingToEnd * (lower[second].count + other.leavingToStart)
    result += other.leavingToStart * lower[first].count
    result += one.enteringFromEnd * (upper[second].count + other.enteringFromStart)
    result += other.enteringFromStart * upper[first].count
    return result
  }

  private func crossings(_ first: [End], _ second: [End]) -> Int {
    var result = 0
    for one in first {
      for other in second {
        if one.node != other.node {
          if position[one.node] > position[other.node] { result += 1 }
        } else if let row = one.row, let otherRow = other.row, row > otherRow {
          result += 1
        }
      }
    }
    return result
  }
}

extension Sifting.End {
  fileprivate init(_ edge: LayerGraph.Edge, isUpper: Bool) {
    self.init(node: isUpper ? edge.upper : edge.lower, row: isUpper ? edge.upperRow : edge.lowerRow)
  }
}
