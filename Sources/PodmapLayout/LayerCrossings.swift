/// The crossings of the edges between layers.
///
/// Source: W. Barth, M. Jünger, P. Mutzel, "Simple and Efficient Bilayer Cross Counting", Graph Drawing 2002.
struct LayerCrossings {
  /// The nodes in the next layer that each node's edges lead to.
  let lower: [[Int]]
  /// Where each node is in its layer.
  let position: [Int]

  /// The crossings between all layers.
  func count(_ layers: [[Int]]) -> Int {
    zip(layers, layers.dropFirst()).reduce(0) { $0 + count(from: $1.0, to: $1.1) }
  }

  /// The crossings between two neighbouring layers, with a tree of counts.
  private func count(from upper: [Int], to nodes: [Int]) -> Int {
    let width = nodes.count
    var tree = Array(repeating: 0, count: width + 1)
    var seen = 0
    var result = 0
    for node in upper {
      for target in lower[node] {
        var index = position[target] + 1
        var bound = 0
        while index > 0 {
          bound += tree[index]
          index -= index & -index
        }
        result += seen - bound
      }
      for target in lower[node] {
        var index = position[target] + 1
        while index <= width {
          tree[index] += 1
          index += index & -index
        }
      }
      seen += lower[node].count
    }
    return result
  }
}

extension [Int] {
  /// The crossings between the edges of two neighbours of a layer, minus those if they change places. The numbers are
  /// the other ends of the edges; this array has the place of each in its layer.
  func excess(_ first: [Int], _ second: [Int]) -> Int {
    var result = 0
    for one in first {
      let place = self[one]
      for other in second { result += (place - self[other]).signum() }
    }
    return result
  }
}
