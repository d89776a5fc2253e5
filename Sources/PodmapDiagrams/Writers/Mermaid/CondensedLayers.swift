/// The cards of a component in layers no wider than a page. What a layer has no room for is pushed into the next one
/// by an invisible link: dagre would put everything that one card leads to into one layer.
struct CondensedLayers {
  /// Cards by layer.
  private(set) var layers: [[Int]] = []
  private(set) var pushed: [CondensedArrangement.Pair] = []
  /// The number of lines that pass each layer.
  private(set) var passing: [Int] = []

  /// - Parameters:
  ///   - component: The cards and the lines among them.
  ///   - sizes: The size of each card of the component across the layers.
  ///   - room: The size that a layer should not exceed.
  init(_ component: CondensedComponents.Component, sizes: [Int], room: Int) {
    let next = Self.forward(component.next)
    let count = component.cards.count
    var waiting = [Int](repeating: 0, count: count)
    for to in next.joined() { waiting[to] += 1 }
    let sources = (0..<count).filter { waiting[$0] == 0 }
    let remaining = Self.remaining(next)
    let length = remaining.max() ?? 0
    // A source that leads only to the end begins next to it.
    var earliest = (0..<count).map { waiting[$0] == 0 ? length - remaining[$0] : 0 }
    if let first = sources.first, sources.count == 1 { earliest[first] = 0 }
    var layer = [Int](repeating: -1, count: count)
    var ready = Set(sources)
    while !ready.isEmpty {
      let position = layers.count
      var width = 0
      var taken: [Int] = []
      let eligible = ready.filter { earliest[$0] <= position }.sorted {
        (-remaining[$0], $0) < (-remaining[$1], $1)
      }
      for card in eligible {
        let more = sizes[card] + (taken.isEmpty ? 0 : CondensedArrangement.gap)
        if !taken.isEmpty, width + more > room { continue }
        width += more
        taken.append(card)
      }
      if taken.isEmpty, let first = ready.min(by: { (earliest[$0], $0) < (earliest[$1], $1) }) { taken = [first] }
      for (place, card) in taken.enumerated() {
        layer[card] = position
        ready.remove(card)
        if let before = layers.last, earliest[card] < position, !before.isEmpty {
          pushed.append(
            .init(above: component.cards[before[place % before.count]], below: component.cards[card]))
        }
      }
      layers.append(taken)
      for card in taken {
        for to in next[card] {
          waiting[to] -= 1
          if waiting[to] == 0 {
            ready.insert(to)
            earliest[to] = position + 1
          }
        }
      }
    }
    layers = layers.map { $0.map { component.cards[$0] } }
    passing = [Int](repeating: 0, count: layers.count)
    for (from, targets) in next.enumerated() {
      for to in targets where layer[from] + 1 < layer[to] {
        for between in (layer[from] + 1)..<layer[to] { passing[between] += 1 }
      }
    }
  }

  /// The lines without those that lead back to where a depth-first search came from.
  private static func forward(_ next: [[Int]]) -> [[Int]] {
    var hasCaller = [Bool](repeating: false, count: next.count)
    for to in next.joined() { hasCaller[to] = true }
    var forward = [[Int]](repeating: [], count: next.count)
    var state = [Int](repeating: 0, count: next.count)
    for start in next.indices.filter({ !hasCaller[$0] }) + next.indices where state[start] == 0 {
      var path = [(card: start, step: 0)]
      state[start] = 1
      while let (card, step) = path.last {
        guard step < next[card].count else {
          state[card] = 2
          path.removeLast()
          continue
        }
        path[path.count - 1].step += 1
        let to = next[card][step]
        if state[to] != 1 { forward[card].append(to) }
        if state[to] == 0 {
          state[to] = 1
          path.append((to, 0))
        }
      }
    }
    return forward
  }

  /// The length of the longest way onward from each card.
  private static func remaining(_ next: [[Int]]) -> [Int] {
    var callers = [Int](repeating: 0, count: next.count)
    for to in next.joined() { callers[to] += 1 }
    var order = next.indices.filter { callers[$0] == 0 }
    var position = 0
    while position < order.count {
      for to in next[order[position]] {
        callers[to] -= 1
        if callers[to] == 0 { order.append(to) }
      }
      position += 1
    }
    var remaining = [Int](repeating: 0, count: next.count)
    for card in order.reversed() {
      remaining[card] = next[card].map { remaining[$0] + 1 }.max() ?? 0
    }
    return remaining
  }
}
