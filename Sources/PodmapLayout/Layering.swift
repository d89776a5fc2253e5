/// The layers of one connected part: which cards are beside each other, and which are further along the lines.
///
/// Cycles are broken as in K. Sugiyama, S. Tagawa, M. Toda, "Methods for Visual Understanding of Hierarchical System
/// Structures", IEEE Transactions on Systems, Man, and Cybernetics 11, 1981. Layers of bounded width are filled in the
/// order of the longest remaining path, as in E. G. Coffman, R. L. Graham, "Optimal Scheduling for Two-Processor
/// Systems", Acta Informatica 1, 1972.
struct Layering {
  /// The cards of each layer.
  private(set) var layers: [[Int]] = []
  /// The layer of each card.
  private(set) var layerOfCard: [Int]

  /// Puts `part` into layers whose cards need at most `limit` across the direction of the lines.
  init(of part: Part, limit: Int, gap: Int) {
    let order = DepthFirstOrder(of: part)
    layerOfCard = Array(repeating: -1, count: part.count)
    fill(part, order: order, limit: limit, gap: gap)
    lowerSources(part, order: order, limit: limit, gap: gap)
    layers.removeAll(where: \.isEmpty)
    for (layer, cards) in layers.enumerated() {
      for card in cards { layerOfCard[card] = layer }
    }
  }

  /// Takes the layers of each card as they are; none may be empty.
  init(layers: [[Int]], count: Int) {
    self.layers = layers
    layerOfCard = Array(repeating: 0, count: count)
    for (layer, cards) in layers.enumerated() {
      for card in cards { layerOfCard[card] = layer }
    }
  }

  private mutating func fill(_ part: Part, order: DepthFirstOrder, limit: Int, gap: Int) {
    var missing = order.predecessors.map(\.count)
    var ready = (0..<part.count).filter { missing[$0] == 0 }
    while !ready.isEmpty {
      let firstParent = ready.map { card in order.predecessors[card].map { layerOfCard[$0] }.min() ?? 0 }
      let ranked = zip(ready, firstParent).sorted { one, other in
        let (a, b) = (one.0, other.0)
        if order.height[a] != order.height[b] { return order.height[a] > order.height[b] }
        if part.isEntry[a] != part.isEntry[b] { return part.isEntry[a] }
        if one.1 != other.1 { return one.1 < other.1 }
        if order.successors[a].count != order.successors[b].count {
          return order.successors[a].count > order.successors[b].count
        }
        return a < b
      }
      var layer: [Int] = []
      var rest: [Int] = []
      var used = 0
      for (card, _) in ranked {
        let needed = part.cross[card] + gap
        if !layer.isEmpty, used + needed > limit {
          rest.append(card)
        } else {
          layer.append(card)
          used += needed
        }
      }
      for card in layer {
        layerOfCard[card] = layers.count
        for next in order.successors[card] {
          missing[next] -= 1
          if missing[next] == 0 { rest.append(next) }
        }
      }
      layers.append(layer)
      ready = rest
    }
  }

  /// Moves cards that nothing leads to, and that lead only to a deeper layer, down next to it: their lines get shorter.
  private mutating func lowerSources(_ part: Part, order: DepthFirstOrder, limit: Int, gap: Int) {
    var used = layers.map { layer in layer.reduce(0) { $0 + part.cross[$1] + gap } }
    let sources = (0..<part.count).filter {
      order.predecessors[$0].isEmpty && !order.successors[$0].isEmpty && !part.isEntry[$0]
    }
    for card in sources.sorted(by: { (-layerOfCard[$0], $0) < (-layerOfCard[$1], $1) }) {
      let here = layerOfCard[card]
      var target = (order.successors[card].map { layerOfCard[$0] }.min() ?? 0) - 1
      let needed = part.cross[card] + gap
      while target > here, used[target] + needed > limit { target -= 1 }
      guard target > here else { continue }
      layers[here].removeAll { $0 == card }
      layers[target].append(card)
      used[here] -= needed
      used[target] += needed
      layerOfCard[card] = target
    }
  }
}

/// The lines of one part without those that close a cycle, found by depth-first search.
struct DepthFirstOrder {
  /// The cards that lead to each card.
  private(set) var predecessors: [[Int]]
  /// The cards that each card leads to.
  private(set) var successors: [[Int]]
  /// The number of cards on the longest path from each card, itself included.
  private(set) var height: [Int]

  init(of part: Part) {
    let count = part.count
    var allSuccessors = Array(repeating: Set<Int>(), count: count)
    var inDegree = Array(repeating: 0, count: count)
    for line in part.inner where line.from != line.to {
      if allSuccessors[line.from].insert(line.to).inserted { inDegree[line.to] += 1 }
    }
    let next = allSuccessors.map { $0.sorted() }
    predecessors = Array(repeating: [], count: count)
    successors = Array(repeating: [], count: count)
    height = Array(repeating: 1, count: count)
    let starts = (0..<count).sorted { a, b in
      if part.rank[a] != part.rank[b] { return part.rank[a] < part.rank[b] }
      if inDegree[a] != inDegree[b] { return inDegree[a] < inDegree[b] }
      if next[a].count != next[b].count { return next[a].count > next[b].count }
      return a < b
    }
    enum State { case unseen, open, done }
    var state = Array(repeating: State.unseen, count: count)
    for start in starts where state[start] == .unseen {
      var stack = [(card: start, position: 0)]
      state[start] = .open
      while let top = stack.last {
        guard top.position < next[top.card].count else {
          // All cards after this one are done, so their heights are known.
          height[top.card] = 1 + (successors[top.card].map { height[$0] }.max() ?? 0)
          state[top.card] = .done
          stack.removeLast()
          continue
        }
        let target = next[top.card][top.position]
        stack[stack.count - 1].position += 1
        if state[target] == .open { continue }
        successors[top.card].append(target)
        predecessors[target].append(top.card)
        if state[target] == .unseen {
          state[target] = .open
          stack.append((target, 0))
        }
      }
    }
  }
}
