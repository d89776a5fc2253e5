/// The connected pieces of a diagram.
struct Islands {
  /// The positions of the cards of each piece, in the order of the diagram.
  private(set) var components: [[Int]] = []
  private let diagram: FlowDiagram
  /// The links between different cards, by the card they start at.
  private var targets: [[Int]]

  init(_ diagram: FlowDiagram, _ index: ElementIndex) {
    self.init(diagram, index, links: diagram.links.map { ($0.from, $0.to) })
  }

  init(_ diagram: FlowDiagram, _ index: ElementIndex, links: [(from: ElementID, to: ElementID)]) {
    self.diagram = diagram
    targets = [[Int]](repeating: [], count: diagram.cards.count)
    var sources = targets
    for link in links {
      guard let from = index.card(of: link.from), let to = index.card(of: link.to), from != to else { continue }
      targets[from].append(to)
      sources[to].append(from)
    }
    var seen = [Bool](repeating: false, count: diagram.cards.count)
    for start in diagram.cards.indices where !seen[start] {
      seen[start] = true
      var component = [start]
      var next = 0
      while next < component.count {
        for neighbour in targets[component[next]] + sources[component[next]] where !seen[neighbour] {
          seen[neighbour] = true
          component.append(neighbour)
        }
        next += 1
      }
      components.append(component.sorted())
    }
    // Connected pieces say more than single cards, so they come first.
    components = components.filter { $0.count > 1 } + components.filter { $0.count == 1 }
  }

  /// The innermost frame around all cards of a piece; -1 for the diagram itself.
  func frame(of component: [Int]) -> Int {
    var common = path(of: component[0])
    for card in component.dropFirst() {
      let other = path(of: card)
      common = Array(zip(common, other).prefix { $0 == $1 }.map(\.0))
    }
    return common.last ?? -1
  }

  private func path(of card: Int) -> [Int] {
    var path: [Int] = []
    var group = diagram.cards[card].group
    while let position = group {
      path.insert(position, at: 0)
      group = diagram.groups[position].parent
    }
    return path
  }

  /// The rank that a layered layout would give each card of a piece.
  func ranks(of component: [Int]) -> [Int: Int] {
    let order = withoutCircles(component)
    var ranks: [Int: Int] = [:]
    for (card, forwards) in order {
      let rank = ranks[card] ?? 0
      ranks[card] = rank
      for target in forwards { ranks[target] = max(ranks[target] ?? 0, rank + 1) }
    }
    return ranks
  }

  /// The cards of a piece, each before all that it leads to, with what it leads to, without the links that close a
  /// cycle.
  private func withoutCircles(_ component: [Int]) -> [(card: Int, targets: [Int])] {
    let reached = Set(component.flatMap { targets[$0] })
    // If no card is first, the order of the diagram decides.
    let starts = component.filter { !reached.contains($0) } + component
    var isOpen: [Int: Bool] = [:]
    var forwards: [Int: [Int]] = [:]
    var finished: [Int] = []
    for start in starts where isOpen[start] == nil {
      isOpen[start] = true
      var path = [(card: start, next: 0)]
      while let (card, next) = path.last {
        guard next < targets[card].count else {
          isOpen[card] = false
          finished.append(card)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = targets[card][next]
        if isOpen[target] == true { continue }
        forwards[card, default: []].append(target)
        if isOpen[target] == nil {
          isOpen[target] = true
          path.append((target, 0))
        }
      }
    }
    return finished.reversed().map { ($0, forwards[$0] ?? []) }
  }

  func card(_ position: Int) -> FlowDiagram.Card { diagram.cards[position] }
}

extension Arrangement.Block {
  /// A connected piece.
  init(_ component: [Int], _ islands: Islands) {
    let ranks = component.count > 1 ? islands.ranks(of: component) : [component[0]: 0]
    var widths: [Int: Int] = [:]
    for card in component { widths[ranks[card] ?? 0, default: 0] += islands.card(card).width }
    let last = ranks.values.max() ?? 0
    let first = component.first { ranks[$0] == 0 } ?? component[0]
    let end = component.last { ranks[$0] == last } ?? component[0]
    self.init(
      top: islands.card(first).id, bottom: islands.card(end).id, width: widths.values.max() ?? 1, depth: last + 1)
  }
}

extension FlowDiagram.Card {
  /// Its approximate width in pixels, including the gap next to it.
  fileprivate var width: Int {
    let head = Self.width([kind, name] + lines)
    guard let pod else { return head }
    let rows = pod.containers.map { container in
      pod.form == .compact
        ? Self.width([container.name + container.shortImage + container.ports.joined(separator: ", ") + "init 1 · · "])
        : Self.width([container.name, container.shortImage] + container.lines)
    }
    switch pod.form {
    case .compact: return max(head, rows.max() ?? 0)
    case .expanded:
      // Containers that start together are side by side, and so are volumes.
      let apps = zip(pod.containers, rows).filter { $0.0.role == .app }.map(\.1)
      return max(head, apps.reduce(0, +), rows.max() ?? 0, pod.volumes.count * 180, Self.width(pod.shared)) + 40
    }
  }

  private static func width(_ lines: [String]) -> Int {
    min(44, lines.map(\.utf8.count).max() ?? 0) * 7 + 70
  }
}
