import PodmapManifests
import PodmapTopology

/// Makes the condensed diagram from what the rules have left.
struct Assembly {
  let work: Condensing
  let diagram: FlowDiagram
  let detail: Detail
  /// The cards that lines end at.
  private let connected: Set<Int>
  /// The cards with references to other parts, by the card that they have become rows of.
  let referring: [Int: [Int]]
  /// The groups that lines end at.
  let connectedGroups: Set<Int>
  var cards: [CondensedDiagram.Card] = []
  /// The position in `cards` of each card of the flow diagram that is one.
  private(set) var positions: [Int: Int] = [:]
  /// The frames with cards in them.
  private(set) var frames: [FlowDiagram.Group] = []
  /// Where lines to each group end.
  var framePlaces: [Int: CondensedDiagram.End] = [:]

  init(_ work: Condensing) {
    self.work = work
    diagram = work.diagram
    detail = work.detail
    let outer = work.links.indices.filter { work.links[$0] == nil }.flatMap { link in
      [work.diagram.links[link].from, work.diagram.links[link].to]
    }
    let cards = outer.compactMap(work.index.card(of:)).map(work.holder)
    connected = Set(work.open.flatMap { [$0.from, $0.to] } + cards)
    referring = Dictionary(grouping: work.diagram.cards.indices.filter { !work.diagram.cards[$0].references.isEmpty }) {
      work.holder($0)
    }
    connectedGroups = Set(outer.compactMap(work.index.group(of:)))
  }

  mutating func diagram(showsFrames: Bool) -> CondensedDiagram {
    for card in work.holders where !isInTable(card) && !isInTray(card) {
      positions[card] = cards.count
      cards.append(work.cards[card].members.isEmpty ? object(card) : stack(card))
    }
    cards += tables() + trays()
    cards += emptyFrames()
    let (frames, name) = usedFrames(showsFrames: showsFrames || !connectedGroups.isEmpty)
    self.frames = frames
    let lines = lines()
    cards = cards.map(namingEverything)
    return CondensedDiagram(
      title: diagram.title, subtitle: subtitle(name), summary: diagram.summary, direction: diagram.direction,
      showsLegend: diagram.showsLegend, detail: detail, frames: frames, cards: cards, lines: lines,
      isSideBySide: diagram.sides != nil && frames.count == 2)
  }

  // MARK: - Which cards

  func isInTable(_ card: Int) -> Bool { work.cards[card].readers != nil && !connected.contains(card) }

  /// Whether nothing refers to a card that has nothing to say.
  func isInTray(_ card: Int) -> Bool {
    if work.isWhole { return false }
    let own = work.cards[card]
    let flow = diagram.cards[card]
    guard !connected.contains(card), own.members.isEmpty, own.tabs.isEmpty, own.rows.isEmpty, own.chips.isEmpty,
      own.foot.isEmpty, own.origins.isEmpty, own.readers == nil, !flow.isKept, !flow.brief.isAlwaysShown,
      flow.pod == nil,
      flow.mark == nil || flow.mark == .kept
    else { return false }
    switch flow.style {
    case .configuration, .secret, .storage, .identity, .policy, .other: return true
    default: return false
    }
  }

  // MARK: - Frames

  /// Which groups have cards in them.
  func framesInUse() -> [Bool] {
    var isUsed = [Bool](repeating: false, count: diagram.groups.count)
    for card in cards {
      var frame = card.frame
      while let position = frame, !isUsed[position] {
        isUsed[position] = true
        frame = diagram.parent(ofGroup: position)
      }
    }
    return isUsed
  }

  /// The frames with cards in them. A single namespace needs no frame: its name is returned instead.
  private mutating func usedFrames(showsFrames: Bool) -> (frames: [FlowDiagram.Group], name: String?) {
    let isUsed = framesInUse()
    let used = isUsed.indices.filter { isUsed[$0] }
    if used.count == 1, diagram.groups[used[0]].style == .namespace, !showsFrames {
      for position in cards.indices { cards[position].frame = nil }
      return ([], diagram.groups[used[0]].name)
    }
    let new = Dictionary(uniqueKeysWithValues: zip(used, 0...))
    for position in cards.indices {
      var frame = cards[position].frame
      while let group = frame {
        if framePlaces[group] == nil, let own = new[group] {
          framePlaces[group] = CondensedDiagram.End(card: position, row: nil, frame: own)
        }
        frame = diagram.parent(ofGroup: group)
      }
    }
    for position in cards.indices { cards[position].frame = cards[position].frame.flatMap { new[$0] } }
    let frames = used.map { position in
      var frame = diagram.groups[position]
      frame.parent = diagram.parent(ofGroup: position).flatMap { new[$0] }
      return frame
    }
    return (frames, nil)
  }

  /// "namespace shop · 8 Services, 7 Deployments, 3 more"
  private func subtitle(_ namespace: String?) -> String {
    var counts: [String: Int] = [:]
    for card in diagram.cards where card.presence == .present && card.style != .outside && !card.kindWord.isBlank {
      counts[card.kindWord, default: 0] += card.isFurther ? 0 : 1
    }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var words = sorted.prefix(4).map { Summary.count(max(1, $0.value), $0.key) }
    let rest = sorted.dropFirst(4).reduce(0) { $0 + $1.value }
    if rest > 0 { words.append("\(rest) more") }
    return [namespace.map { "namespace \($0)" } ?? "", words.joined(separator: ", ")].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }
}
