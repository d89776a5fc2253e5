import PodmapTopology

extension CondensingRule {
  /// A call that leads back to where requests came from is text at the caller, so that all lines lead one way.
  static let backEdges = CondensingRule("calls against the flow") { $0.stateBackCalls() }
}

extension Condensing {
  fileprivate mutating func stateBackCalls() {
    var next: [Int: [Int]] = [:]
    var callers: [Int: Int] = [:]
    for (_, from, to) in open {
      next[from, default: []].append(to)
      callers[to, default: 0] += 1
    }
    let back = Self.backwards(
      next,
      from: holders.filter { next[$0] != nil }.sorted { first, second in
        (rank(first), callers[first] ?? 0, first) < (rank(second), callers[second] ?? 0, second)
      })
    var calls: [[Int]: [Int]] = [:]
    for (link, from, to) in open where diagram.links[link].kind == .calls && back.contains([from, to]) {
      calls[[from, to], default: []].append(link)
    }
    for (ends, links) in calls.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where !links.contains(where: { diagram.links[$0].isDenied }) {
      addCall(links, from: ends[0], to: ends[1])
    }
  }

  /// Where requests start.
  private func rank(_ card: Int) -> Int {
    if style(card) == .entry || style(card) == .outside { return 0 }
    return cards[card].tabs.contains { $0.subject == .service(isOpen: true) } ? 1 : 2
  }

  /// The lines of a depth-first search that lead to a card whose search has not ended.
  private static func backwards(_ next: [Int: [Int]], from starts: [Int]) -> Set<[Int]> {
    var back: Set<[Int]> = []
    var state: [Int: Bool] = [:]
    for start in starts where state[start] == nil {
      var path = [(card: start, step: 0)]
      state[start] = false
      while let (card, step) = path.last {
        let targets = next[card] ?? []
        guard step < targets.count else {
          state[card] = true
          path.removeLast()
          continue
        }
        path[path.count - 1].step += 1
        let target = targets[step]
        if state[target] == false { back.insert([card, target]) }
        if state[target] == nil {
          state[target] = false
          path.append((target, 0))
        }
      }
    }
    return back
  }
}
