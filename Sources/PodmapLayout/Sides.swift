/// On which side of a card its lines come in or leave: that of the cards they connect it with.
struct Sides {
  let graph: LayerGraph
  /// Where each node is in its layer, between 0 and 1.
  private var place: [Double]

  init(graph: LayerGraph, order: [[Int]]) {
    self.graph = graph
    place = Array(repeating: 0.5, count: graph.nodes.count)
    for layer in order {
      for (index, node) in layer.enumerated() { place[node] = (Double(index) + 0.5) / Double(layer.count) }
    }
  }

  /// Where a trunk comes from, between 0 and 1; less or more if it comes from outside.
  func origin(of trunk: Int, card: Int) -> Double {
    let others = graph.edgesUp[card].filter { graph.edges[$0].trunk == trunk }.map { place[graph.edges[$0].upper] }
    guard !others.isEmpty else { return place[card] < 0.5 ? -1 : 2 }
    return others.reduce(0, +) / Double(others.count)
  }

  func entersAfter(trunk: Int, card: Int) -> Bool {
    isAfter(graph.edgesUp[card].filter { graph.edges[$0].trunk == trunk }.map { graph.edges[$0].upper }, card: card)
  }

  func leavesAfter(run: Int, of line: Run, card: Int) -> Bool {
    if line.shape == .leaving, graph.labelOfRun[run] == nil { return line.isTowardsEnd }
    return isAfter(
      graph.edgesDown[card].filter { graph.edges[$0].run == run }.map { graph.edges[$0].lower }, card: card)
  }

  private func isAfter(_ others: [Int], card: Int) -> Bool {
    others.isEmpty || others.reduce(0.0) { $0 + place[$1] } >= place[card] * Double(others.count)
  }
}
