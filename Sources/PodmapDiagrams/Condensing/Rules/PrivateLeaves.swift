import PodmapManifests
import PodmapTopology

extension CondensingRule {
  /// What has only one neighbour is a row of it: a ConfigMap, a claim, a host, something missing. Names that begin
  /// alike share a row.
  static let privateLeaves = CondensingRule("private leaves") { $0.foldLeaves() }
}

extension Condensing {
  /// Leaves of one card that are stated together.
  private struct Bundle: Hashable {
    var target: Int
    var kind: String
    var presence: FlowDiagram.Card.Presence
    var mark: ChangeMark?
    /// What links say about them: calls, or anything else.
    var isCalled: Bool
    var isSource: Bool
  }

  fileprivate mutating func foldLeaves() {
    // Each round may make leaves of what had two neighbours; long chains need not be folded to their end.
    for _ in 0..<4 {
      let neighbours = neighbours()
      var bundles: [Bundle: [(card: Int, links: [Int])]] = [:]
      var order: [Bundle] = []
      var targets: Set<Int> = []
      var leaves: Set<Int> = []
      for card in holders where isLeaf(card) && !targets.contains(card) {
        guard let near = neighbours[card], near.count == 1, let (target, ways) = near.first, !leaves.contains(target),
          mayHoldLeaves(target, of: card, neighbours)
        else { continue }
        let links = (ways.out + ways.into).sorted()
        guard !links.contains(where: { diagram.links[$0].isDenied || diagram.links[$0].kind == .connects }) else {
          continue
        }
        let flow = diagram.cards[card]
        let bundle = Bundle(
          target: target, kind: flow.kindWord, presence: flow.presence, mark: flow.mark,
          isCalled: ways.into.contains { diagram.links[$0].kind == .calls }, isSource: ways.into.isEmpty)
        if bundles[bundle] == nil { order.append(bundle) }
        bundles[bundle, default: []].append((card, links))
        leaves.insert(card)
        targets.insert(target)
      }
      if order.isEmpty { return }
      for bundle in order { fold(bundles[bundle] ?? [], bundle) }
    }
  }

  private func isLeaf(_ card: Int) -> Bool {
    let flow = diagram.cards[card]
    guard mayFold(card), !cards[card].isHub, cards[card].chips.isEmpty else { return false }
    switch flow.style {
    case .configuration, .secret, .storage, .identity: return true
    // What others are a part of is the subject of its own card.
    case .policy, .other: return cards[card].rows.isEmpty
    case .outside: return flow.brief.isHost
    case .service: return flow.presence != .present
    case .entry: return flow.presence != .present
    default: return false
    }
  }

  /// Whether a card may hold a leaf: of two objects with only each other, the one that runs or comes first does.
  private func mayHoldLeaves(_ target: Int, of leaf: Int, _ neighbours: [Int: [Int: Neighbours]]) -> Bool {
    if style(target).isWork || style(target) == .entry || style(target) == .service { return true }
    if style(target) == .plain || style(target) == .outside { return false }
    guard (neighbours[target] ?? [:]).count == 1 else { return true }
    // Only each other: what names the other holds it.
    return (neighbours[leaf]?[target]?.out.isEmpty ?? true) && diagram.cards[target].presence == .present
  }

  private mutating func fold(_ leaves: [(card: Int, links: [Int])], _ bundle: Bundle) {
    let isHidden = bundle.presence == .missing
    for group in NameGroups.grouped(leaves.map { shownName($0.card, by: $0.links) }, namesAll: isHidden) {
      let members = group.positions.map { leaves[$0] }
      guard let first = members.first else { continue }
      let flow = diagram.cards[first.card]
      let links = members.flatMap(\.links)
      var row = CondensedDiagram.Row(
        id: members.count == 1 ? flow.id : nil,
        subject: bundle.isCalled ? .calls : .object(flow.style), tag: tag(of: first.card, bundle),
        items: group.items.map { CondensedDiagram.Item($0) }, more: group.more, presence: flow.shownPresence)
      if let port = port(of: links), members.count == 1, bundle.isCalled, let last = row.items.indices.last {
        row.items[last].text += ":\(port)"
      }
      if members.count == 1 { row.items[0].quiet = quiet(first.card) }
      if group.isCounted { row.items[0].quiet = commonMount(links) }
      row.mark = bundle.mark
      row.isCounted = group.isCounted
      row.isMinor = flow.brief.isMinor
      row.tooltip = members.map { about($0.card, links: $0.links) }.joined(separator: "; ")
      row.represents.links = links
      // The row represents all of them.
      let others = members.dropFirst()
      for other in others {
        row.represents.elements += cards[other.card].represents.elements
        row.represents.links += cards[other.card].represents.links
      }
      absorb(first.card, into: bundle.target, as: row)
      for other in others {
        cards[other.card].represents = CondensedDiagram.Represented()
        absorb(other.card, into: bundle.target, as: nil)
      }
      state(links)
    }
  }

  /// Its name, and which requests it gets as a backend: "web2 (copy)".
  private func shownName(_ card: Int, by links: [Int]) -> String {
    let share = links.map { diagram.links[$0].share }.first { !$0.isEmpty }
    return diagram.cards[card].shownName + (share.map { " (\($0))" } ?? "")
  }

  private func tag(of card: Int, _ bundle: Bundle) -> String {
    bundle.isCalled ? "calls" : diagram.cards[card].brief.tag
  }

  /// What a single object says about itself: the size of a claim.
  private func quiet(_ card: Int) -> String {
    guard style(card) == .storage, detail > .low else { return "" }
    return diagram.cards[card].lines.first ?? ""
  }

  /// The folder below which all of them are mounted: "under /etc/dashboards/".
  private func commonMount(_ links: [Int]) -> String {
    let mounts = links.map { diagram.links[$0] }
    guard mounts.allSatisfy({ $0.kind == .mounts }) else { return "" }
    return NameGroups.commonFolder(mounts.map(\.label)).map { "under \($0)" } ?? ""
  }

  /// The port that calls name, if it is the same one.
  func port(of links: [Int]) -> Int? {
    let ports = Set(links.compactMap { diagram.links[$0].port })
    return ports.count == 1 ? ports.first : nil
  }
}
