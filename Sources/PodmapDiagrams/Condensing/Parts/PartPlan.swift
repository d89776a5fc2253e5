import PodmapManifests

/// Which part of an application each card of its diagram is in.
///
/// Parts follow what readers know: namespaces, then applications (the labels `app.kubernetes.io/part-of` and
/// `app.kubernetes.io/instance`), then what is connected, then neighbourhoods of what is.
struct PartPlan: Sendable {
  struct Part: Sendable {
    /// What it is, in the reader's words: "namespace".
    var kind: String
    var name: String
    /// Positions in the diagram's cards, in order.
    var cards: [Int]
  }

  private(set) var parts: [Part] = []
  /// The links of the whole diagram.
  let links: CardLinks

  private let diagram: FlowDiagram
  private let fits: @Sendable (FlowDiagram) -> Bool
  /// The cards that are shown together, keyed by the card that represents them.
  private let units: [Int: [Int]]
  /// The neighbours of each card that represents a unit.
  private var neighbours: [[Int]]

  /// The number of cards that a part is likely to have room for.
  private static let size = 24

  /// `fits` says whether a part is small enough for one picture.
  init(_ diagram: FlowDiagram, fits: @escaping @Sendable (FlowDiagram) -> Bool) {
    self.diagram = diagram
    self.fits = fits
    links = CardLinks(diagram)
    neighbours = Array(repeating: [], count: diagram.cards.count)
    let units = Condenser.units(diagram)
    self.units = Dictionary(uniqueKeysWithValues: units.map { ($0[0], $0) })
    var leader = [Int](repeating: 0, count: diagram.cards.count)
    for unit in units { for card in unit { leader[card] = unit[0] } }
    for link in links.all where leader[link.from] != leader[link.to] {
      neighbours[leader[link.from]].append(leader[link.to])
      neighbours[leader[link.to]].append(leader[link.from])
    }
    let whole = Part(kind: "part", name: diagram.title, cards: units.map { $0[0] })
    let plan = self
    parts = concurrentMap(byFrame(whole)) { plan.split($0) }.flatMap(\.self)
    for position in parts.indices { parts[position].cards = members(parts[position].cards) }
  }

  /// The cards with all that are shown with them, in the order of the diagram.
  private func members(_ leaders: [Int]) -> [Int] { leaders.flatMap { units[$0] ?? [$0] }.sorted() }

  /// The parts of a part that is too large for one picture; itself if it isn't.
  private func split(_ part: Part) -> [Part] {
    if part.cards.count <= 3 || fits(PartDiagram(diagram, links, members(part.cards)).diagram) { return [part] }
    for divide in [byApplication, byConnection, byNeighbourhood] {
      let divided = divide(part)
      if divided.count > 1 { return concurrentMap(divided) { split($0) }.flatMap(\.self) }
    }
    return [part]
  }

  // MARK: - Ways to divide a part

  private func byFrame(_ part: Part) -> [Part] {
    let frames = Dictionary(grouping: part.cards) { card in
      outermostFrame(of: card) ?? neighbours[card].firstNonNil { outermostFrame(of: $0) }
    }
    return frames.sorted { ($0.key ?? .max) < ($1.key ?? .max) }.map { frame, cards in
      let group = frame.map { diagram.groups[$0] }
      return Part(
        kind: group?.kind ?? "part",
        name: group.map { $0.name.isEmpty ? $0.kind : $0.name } ?? (frames.count > 1 ? "cluster" : diagram.title),
        cards: cards)
    }
  }

  private func outermostFrame(of card: Int) -> Int? {
    var frame = diagram.group(ofCard: card)
    while let inner = frame, diagram.groups[inner].style != .namespace, let outer = diagram.parent(ofGroup: inner) {
      frame = outer
    }
    return frame
  }

  private func byApplication(_ part: Part) -> [Part] {
    var application: [Int: String] = [:]
    for card in part.cards { application[card] = diagram.cards[card].brief.application }
    guard Set(application.values).count > 1 else { return [part] }
    // What has no label of its own belongs to what it is connected to.
    let members = Set(part.cards)
    for _ in 0..<3 {
      for card in part.cards where application[card] == nil {
        application[card] = neighbours[card].first { members.contains($0) && application[$0] != nil }.flatMap {
          application[$0]
        }
      }
    }
    let groups = Dictionary(grouping: part.cards) { application[$0] ?? "" }
    return groups.sorted { $0.key < $1.key }.map { name, cards in
      Part(kind: name.isEmpty ? "part" : "application", name: name.isEmpty ? "others" : name, cards: cards)
    }
  }

  private func byConnection(_ part: Part) -> [Part] {
    let components = components(of: part.cards)
    guard components.count > 1 else { return [part] }
    var bins: [[Int]] = []
    for component in components {
      if let last = bins.last, last.count + component.count <= Self.size {
        bins[bins.count - 1] += component
      } else {
        bins.append(component)
      }
    }
    return bins.count > 1 ? bins.map { named($0) } : halves(components.flatMap(\.self))
  }

  /// Half of the cards each, with neighbours next to each other.
  private func byNeighbourhood(_ part: Part) -> [Part] {
    halves(components(of: part.cards).flatMap(\.self))
  }

  private func halves(_ cards: [Int]) -> [Part] {
    let count = max(2, (cards.count + 2 * Self.size - 1) / (2 * Self.size))
    let size = (cards.count + count - 1) / count
    return stride(from: 0, to: cards.count, by: size).map { named(Array(cards[$0..<min($0 + size, cards.count)])) }
  }

  /// A part is called what most others of it lead to.
  private func named(_ cards: [Int]) -> Part {
    let members = Set(cards)
    let main = cards.min { first, second in
      (rank(first), -degree(first, members), diagram.cards[first].shownName)
        < (rank(second), -degree(second, members), diagram.cards[second].shownName)
    }
    return Part(kind: "part", name: main.map { diagram.cards[$0].shownName } ?? "part", cards: cards.sorted())
  }

  private func rank(_ card: Int) -> Int { diagram.cards[card].style.isWork ? 0 : 1 }

  private func degree(_ card: Int, _ members: Set<Int>) -> Int {
    neighbours[card].reduce(0) { $0 + (members.contains($1) ? 1 : 0) }
  }

  /// What is connected, in the order of a walk that starts at entries.
  private func components(of cards: [Int]) -> [[Int]] {
    let members = Set(cards)
    let starts = cards.sorted { first, second in
      let (one, other) = (diagram.cards[first].style == .entry ? 0 : 1, diagram.cards[second].style == .entry ? 0 : 1)
      return (one, first) < (other, second)
    }
    return connected(starts) { neighbours[$0].filter(members.contains) }
  }
}
