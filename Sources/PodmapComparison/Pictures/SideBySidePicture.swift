import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// Two columns of pods, and lines between the two occurrences of each container.
struct SideBySidePicture {
  private let outcome: ChangeOutcome
  private let names: (left: String, right: String)
  private let showsAll: Bool
  private var ids: ElementNames
  private var cards: [FlowDiagram.Card] = []
  /// The element of each container of either side.
  private var elements: [[Int: ElementID]] = [[:], [:]]
  private(set) var diagram = FlowDiagram(title: "", summary: "")

  init(_ outcome: ChangeOutcome, _ options: ComparisonPicture.Options, left: String, right: String) {
    self.outcome = outcome
    names = (left, right)
    showsAll = options.showsAll
    ids = ElementNames()
    draw()
  }

  private var comparison: Comparison { outcome.comparison }

  private mutating func draw() {
    let groups = zip(["left", "right"], [names.left, names.right]).map { side, name in
      FlowDiagram.Group(
        id: ids.name(for: "side/\(side)"), style: .application, kind: side, name: name == side ? "" : name)
    }
    drawSide(isLeft: true)
    let rightStart = cards.count
    drawSide(isLeft: false)
    let links = self.links
    diagram = FlowDiagram(
      title: "", summary: "", direction: .leftToRight, groups: groups, cards: cards, links: links.shown,
      sides: FlowDiagram.Sides(alignments: alignments(rightStart, links)))
  }

  /// Lines between containers that are drawn on both sides; if there are many, only between those that differ.
  private var links: (shown: [FlowDiagram.Link], unseen: [Arrangement.Alignment]) {
    let pairs = comparison.matches.compactMap { match in
      elements[0][match.left].flatMap { from in
        elements[1][match.right].map {
          (from: from, to: $0, mark: outcome.mark(ofContainer: match.right, onLeft: false))
        }
      }
    }
    let isFew = pairs.count <= Limit.wholeMatches.value
    let isShown = { (mark: ChangeMark) in isFew || mark != .kept }
    return (
      pairs.filter { isShown($0.mark) }.map {
        FlowDiagram.Link(from: $0.from, to: $0.to, kind: .connects, isMatch: true)
      },
      pairs.filter { !isShown($0.mark) }.map { Arrangement.Alignment(above: $0.from, below: $0.to) }
    )
  }

  /// Alignments that keep every card of the right side in the right column.
  private func alignments(
    _ rightStart: Int, _ links: (shown: [FlowDiagram.Link], unseen: [Arrangement.Alignment])
  ) -> [Arrangement.Alignment] {
    guard rightStart > 0 else { return [] }
    let cardOf = Dictionary(
      cards.flatMap { card in ([card.id] + (card.pod?.containers.map(\.id) ?? [])).map { ($0, card.id) } }
    ) { first, _ in first }
    var joined = Set(links.shown.compactMap { cardOf[$0.to] })
    var alignments: [Arrangement.Alignment] = []
    for pair in links.unseen {
      guard let above = cardOf[pair.above], let below = cardOf[pair.below], joined.insert(below).inserted else {
        continue
      }
      alignments.append(Arrangement.Alignment(above: above, below: below))
    }
    for (row, card) in cards[rightStart...].enumerated() where !joined.contains(card.id) {
      alignments.append(Arrangement.Alignment(above: cards[min(row, rightStart - 1)].id, below: card.id))
    }
    return alignments
  }

  // MARK: - One side

  private mutating func drawSide(isLeft: Bool) {
    let layout = outcome.side(isLeft)
    let source = DrawnLayout(layout)
    let notes = CallNotes(outcome, isLeft: isLeft)
    var left: [String: Int] = [:]
    for pod in order(isLeft: isLeft) {
      guard var card = source.card(ofPod: pod) else { continue }
      let mark = outcome.mark(ofPod: pod, onLeft: isLeft)
      if mark == .kept, !showsAll, max(comparison.left.pods.count, comparison.right.pods.count) > Limit.wholePods.value
      {
        left[layout.pods[pod].kind, default: 0] += 1
        continue
      }
      let id = layout.pods[pod].id
      card.id = ids.name(for: "\(isLeft ? "left" : "right")/\(id)")
      card.mark = mark
      card.group = isLeft ? 0 : 1
      if hasNamespaces, let namespace = layout.topology.nodes[layout.pods[pod].owner].namespace {
        card.name = "\(namespace)/\(card.name)"
      }
      card.lines += outcome.lines(of: id, onLeft: isLeft) + (notes.linesOfObjects[id] ?? []).limited(to: .objectLines)
      card.pod = content(card.pod ?? PodContent(), of: pod, notes, isLeft: isLeft)
      cards.append(card)
    }
    for service in notes.idleServices { drawIdle(layout.services[service].id, source, isLeft: isLeft) }
    if !left.isEmpty { cards.append(.notDrawn(left, ids.name(for: "left out/\(isLeft)"), group: isLeft ? 0 : 1)) }
  }

  private mutating func drawIdle(_ service: String, _ source: DrawnLayout, isLeft: Bool) {
    guard var card = source.card(of: service) else { return }
    let other = outcome.side(!isLeft)
    let isCommon = other.topology.position(of: NodeID(service)) != nil
    card.mark = isCommon ? outcome.mark(ofCommon: service) : isLeft ? .removed : .added
    if card.mark == .kept, !showsAll { return }
    card.id = ids.name(for: "\(isLeft ? "left" : "right")/\(service)")
    card.group = isLeft ? 0 : 1
    cards.append(card)
  }

  /// The containers with their marks and notes. Volumes become text, because lines to them would pull the column apart.
  private mutating func content(_ drawn: PodContent, of pod: Int, _ notes: CallNotes, isLeft: Bool) -> PodContent {
    let layout = outcome.side(isLeft)
    var content = drawn
    content.form = .expanded
    for (row, position) in zip(content.containers.indices, layout.pods[pod].containers) {
      let id = layout.containers[position].id
      let element = ids.name(for: "\(isLeft ? "left" : "right")/\(id)")
      elements[isLeft ? 0 : 1][position] = element
      content.containers[row].id = element
      content.containers[row].mark = outcome.mark(ofContainer: position, onLeft: isLeft)
      content.containers[row].lines +=
        (notes.lines[position] ?? []).limited(to: .objectLines) + (isLeft ? [] : outcome.lines(of: id, onLeft: false))
    }
    content.shared += drawn.sharedVolumes
    content.volumes = []
    return content
  }

  private var hasNamespaces: Bool {
    Set((comparison.left.containers + comparison.right.containers).map(\.namespace)).count > 1
  }

  /// The pods of a side; those of the right side in the order of what they are joined to, so that few lines cross.
  private func order(isLeft: Bool) -> [Int] {
    if isLeft { return Array(comparison.left.pods.indices) }
    let right = comparison.right
    let keys = right.pods.indices.map { pod in
      let partners = right.pods[pod].containers.compactMap { outcome.leftOf[$0] }
      return partners.isEmpty ? Int.max : 2 * partners.reduce(0, +) / partners.count
    }
    return right.pods.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }
}

extension FlowDiagram.Card {
  /// A card with counts, by kind, of what is not drawn because it is the same on both sides; with a hint, if the reader
  /// can draw it.
  static func notDrawn(
    _ counts: [String: Int], _ id: ElementID, group: Int?, hasHint: Bool = true
  ) -> FlowDiagram.Card {
    let words = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { Summary.count($0.value, $0.key) }
    let hint = hasHint ? " (--all draws them)" : ""
    return FlowDiagram.Card(
      id: id, group: group, style: .plain, kind: "",
      name: "not drawn, the same on both sides: \(words.joined(separator: ", "))\(hint)", isProse: true)
  }
}
