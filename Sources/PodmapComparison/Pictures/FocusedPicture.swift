import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// The part of a large merged picture that a reviewer looks for: what has changed, and whatever lines join to it.
struct FocusedPicture {
  let diagram: FlowDiagram

  init(_ whole: FlowDiagram, _ ids: ElementNames, _ context: ComparisonPicture.Context) {
    guard context != .automatic || whole.cards.count > Limit.wholeCards.value else {
      diagram = whole
      return
    }
    var cardOf: [ElementID: Int] = [:]
    for (position, card) in whole.cards.enumerated() {
      cardOf[card.id] = position
      for container in card.pod?.containers ?? [] { cardOf[container.id] = position }
      for volume in card.pod?.volumes ?? [] { cardOf[volume.id] = position }
    }
    let ends = whole.links.map { (cardOf[$0.from], cardOf[$0.to]) }
    var changed = Set(whole.cards.indices.filter { whole.cards[$0].isDifferent })
    for (link, (from, to)) in zip(whole.links, ends) where link.mark != .kept {
      changed.formUnion([from, to].compactMap(\.self))
    }
    var shown = changed
    switch context {
    case .automatic:
      for case (let from?, let to?) in ends {
        // What pods merely read or mount says nothing about a change.
        if changed.contains(from), whole.cards[to].style.carriesTraffic { shown.insert(to) }
        if changed.contains(to), whole.cards[from].style.carriesTraffic { shown.insert(from) }
      }
    case .routes:
      var (goals, origins) = ([Int: [Int]](), [Int: [Int]]())
      for (link, ends) in zip(whole.links, ends) where link.kind == .routes {
        guard case (let from?, let to?) = ends else { continue }
        goals[from, default: []].append(to)
        origins[to, default: []].append(from)
      }
      shown.formUnion(Self.reached(from: changed, by: goals))
      shown.formUnion(Self.reached(from: changed, by: origins))
    case .nothing: break
    }
    var part = whole
    part.cards = shown.sorted().map { whole.cards[$0] }
    part.links = zip(whole.links, ends).filter { _, ends in
      [ends.0, ends.1].allSatisfy { $0.map(shown.contains) ?? true }
    }.map(\.0)
    var left: [String: Int] = [:]
    for (position, card) in whole.cards.enumerated() where !shown.contains(position) {
      left[card.kindWord, default: 0] += 1
    }
    part = part.keepingUsedGroups()
    if !left.isEmpty, context != .nothing {
      var ids = ids
      part.cards.append(.notDrawn(left, ids.name(for: "left out"), group: nil, hasHint: context == .automatic))
    }
    diagram = part
  }

  private static func reached(from start: Set<Int>, by steps: [Int: [Int]]) -> Set<Int> {
    var (seen, open) = (start, Array(start))
    while let next = open.popLast() {
      for step in steps[next] ?? [] where seen.insert(step).inserted { open.append(step) }
    }
    return seen
  }
}

extension FlowDiagram.Card {
  fileprivate var isDifferent: Bool {
    mark != .kept || pod?.containers.contains { $0.mark != .kept } ?? false
  }
}

extension FlowDiagram.Card.Style {
  fileprivate var carriesTraffic: Bool {
    switch self {
    case .workload, .job, .service, .entry, .outside, .container, .user, .network: true
    case .configuration, .secret, .storage, .identity, .policy, .node, .other, .cluster, .plain: false
    }
  }
}
