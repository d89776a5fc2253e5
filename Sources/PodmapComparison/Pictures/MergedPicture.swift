import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// A single picture of everything on either side: what both sides have is drawn where the right side has it, and
/// whatever is gone where the left side had it.
struct MergedPicture {
  private let outcome: ChangeOutcome
  private let left: DrawnLayout
  private let right: DrawnLayout
  private var ids = ElementNames()
  private var groups: [FlowDiagram.Group] = []
  private var cards: [FlowDiagram.Card] = []
  /// The positions of cards, and the elements, by the IDs that they represent.
  private var cardOf: [String: Int] = [:]
  private var elements: [String: ElementID] = [:]
  private(set) var diagram = FlowDiagram(title: "", summary: "")

  init(_ outcome: ChangeOutcome, _ options: ComparisonPicture.Options) {
    self.outcome = outcome
    left = DrawnLayout(outcome.comparison.left)
    right = DrawnLayout(outcome.comparison.right)
    for card in right.diagram.cards { addRight(card) }
    for card in left.diagram.cards { addLeft(card) }
    addLostContainers()
    chooseForms()
    let links = MergedLinks(
      left, right, outcome, element: { [elements, cardOf, cards] in elements[$0] ?? cardOf[$0].map { cards[$0].id } })
    let entrances = self.entrances
    diagram = FlowDiagram(
      title: "", summary: "", direction: options.direction, groups: groups, cards: cards + entrances.cards,
      links: links.all + entrances.links)
    if !options.showsAll { diagram = FocusedPicture(diagram, ids, options.context).diagram }
    diagram.condensing = options.condensing
    let expanded = Set(options.expanded.map { $0.lowercased() })
    for position in diagram.cards.indices where diagram.cards[position].hasName(in: expanded) {
      diagram.cards[position].isKept = true
    }
  }

  /// What is outside the cluster, with a line to each entry point that was opened, changed or closed between versions.
  private var entrances: (cards: [FlowDiagram.Card], links: [FlowDiagram.Link]) {
    guard outcome.comparison.subject == .versions else { return ([], []) }
    var ids = ids
    let outside = ids.name(for: "Outside")
    let links = outcome.comparison.exposure.compactMap { change -> FlowDiagram.Link? in
      guard let entry = elements[change.subject] ?? cardOf[change.subject].map({ cards[$0].id }) else { return nil }
      let requests = change.doors.filter { $0.side == .right || change.kind == .closed }.map(\.request)
      var link = FlowDiagram.Link(
        from: outside, to: entry, kind: .routes, label: requests.limited(to: .entranceRequests).joined(separator: ", "))
      link.mark = change.kind.mark
      return link
    }
    guard !links.isEmpty else { return ([], []) }
    return (
      [
        FlowDiagram.Card(
          id: outside, style: .outside, icon: .outside, kind: "client", name: "outside the cluster")
      ], links
    )
  }

  private mutating func addRight(_ drawn: FlowDiagram.Card) {
    let id = right.identity(of: drawn.id)
    let isCommon = left.layout.topology.position(of: NodeID(id)) != nil || outcome.pod(id, onLeft: true) != nil
    let card = marked(drawn, id, isCommon ? outcome.mark(ofCommon: id) : .added, onLeft: false)
    add(card, id, right.diagram)
  }

  /// Adds a card of the left side unless the right side has it.
  private mutating func addLeft(_ drawn: FlowDiagram.Card) {
    let id = left.identity(of: drawn.id)
    guard cardOf[id] == nil else { return }
    var card = marked(drawn, id, .removed, onLeft: true)
    if let pod = outcome.pod(id, onLeft: true) {
      let lost = outcome.comparison.left.pods[pod].containers.map {
        outcome.mark(ofContainer: $0, onLeft: true) == .removed
      }
      if var content = card.pod {
        content.shared = []
        content.volumes = []
        content.containers = zip(content.containers, lost).filter(\.1).map(\.0)
        card.pod = content.containers.isEmpty ? nil : content
      }
    }
    add(card, id, left.diagram)
  }

  private mutating func add(_ drawn: FlowDiagram.Card, _ identity: String, _ source: FlowDiagram) {
    var card = drawn
    card.id = ids.name(for: identity)
    card.group = drawn.group.map { group($0, of: source) }
    cardOf[identity] = cards.count
    elements[identity] = card.id
    cards.append(card)
  }

  /// A card with its mark, those of its containers, and the IDs of this picture.
  private mutating func marked(
    _ drawn: FlowDiagram.Card, _ id: String, _ mark: ChangeMark, onLeft: Bool
  ) -> FlowDiagram.Card {
    var card = drawn
    card.mark = mark
    card.lines += outcome.lines(of: id, onLeft: onLeft)
    let source = onLeft ? left : right
    if var content = card.pod {
      for row in content.volumes.indices {
        let identity = source.identity(of: content.volumes[row].id)
        let element = ids.name(for: identity)
        if !onLeft { elements[identity] = element }
        content.volumes[row].id = element
      }
      if let pod = outcome.pod(id, onLeft: onLeft) {
        if mark == .kept { card.mark = outcome.mark(ofPod: pod, onLeft: onLeft) }
        for (row, position) in zip(content.containers.indices, outcome.side(onLeft).pods[pod].containers) {
          content.containers[row] = container(content.containers[row], position, onLeft: onLeft)
        }
      }
      card.pod = content
    }
    if let pod = outcome.pod(id, onLeft: true) { card.lines += movedAway(from: pod) }
    return card
  }

  private mutating func container(
    _ drawn: PodContent.Container, _ position: Int, onLeft: Bool
  ) -> PodContent.Container {
    var container = drawn
    let id = outcome.side(onLeft).containers[position].id
    container.id = ids.name(for: id)
    elements[id] = container.id
    container.mark = outcome.mark(ofContainer: position, onLeft: onLeft)
    if !onLeft, container.mark == .moved, let old = outcome.leftOf[position] {
      container.lines.append("was in \(outcome.comparison.left.shownPod(of: old))")
    }
    if !onLeft { container.lines += outcome.lines(of: id, onLeft: false) }
    return container
  }

  /// Where the containers of a pod have moved to.
  private func movedAway(from pod: Int) -> [String] {
    let comparison = outcome.comparison
    return comparison.left.pods[pod].containers.compactMap { position in
      guard outcome.mark(ofContainer: position, onLeft: true) == .moved, let new = outcome.rightOf[position] else {
        return nil
      }
      let text =
        "\(comparison.left.containers[position].container.name) is now in \(comparison.right.shownPod(of: new))"
      return ChangeMark.moved.signed(text)
    }
  }

  /// Adds containers that are gone to pods that still exist.
  private mutating func addLostContainers() {
    for card in left.diagram.cards {
      let id = left.identity(of: card.id)
      guard let pod = outcome.pod(id, onLeft: true), outcome.pod(id, onLeft: false) != nil,
        let position = cardOf[id], let drawn = card.pod
      else { continue }
      for (row, member) in zip(drawn.containers, outcome.comparison.left.pods[pod].containers)
      where outcome.mark(ofContainer: member, onLeft: true) == .removed {
        let lost = container(row, member, onLeft: true)
        cards[position].pod?.containers.append(lost)
      }
      let names = Set(cards[position].pod?.volumes.map(\.name) ?? [])
      for volume in drawn.volumes where !names.contains(volume.name) {
        cards[position].lines.append(ChangeMark.removed.signed("volume \(volume.name)"))
      }
    }
  }

  /// Draws a pod as a single box if one colour is enough for all of it.
  private mutating func chooseForms() {
    for position in cards.indices {
      guard let pod = cards[position].pod else { continue }
      let isOne = pod.containers.count == 1 && pod.containers[0].mark == cards[position].mark
      let isQuiet = cards[position].mark == .kept
      cards[position].pod?.form = isOne || isQuiet ? .compact : .expanded
    }
  }

  /// The group of this picture that corresponds to one of another.
  private mutating func group(_ position: Int, of source: FlowDiagram) -> Int {
    var group = source.groups[position]
    if let parent = group.parent, parent < position { group.parent = self.group(parent, of: source) }
    let known = groups.firstIndex {
      $0.parent == group.parent && $0.style == group.style && $0.kind == group.kind && $0.name == group.name
    }
    if let known { return known }
    let around = group.parent.map { groups[$0].id.text } ?? ""
    group.id = ids.name(for: "group/\(around)/\(group.kind)/\(group.name)")
    groups.append(group)
    return groups.count - 1
  }
}

extension Layout {
  /// "Deployment backend"
  func shownPod(of container: Int) -> String {
    let member = containers[container]
    return "\(pods[member.pod].kind) \(member.ownerName)"
  }
}

extension ExposureChange.Kind {
  fileprivate var mark: ChangeMark {
    switch self {
    case .opened: .added
    case .changed: .changed
    case .closed: .removed
    }
  }
}

extension FlowDiagram.Card {
  /// Whether one of the words is its kind, its name, or both.
  fileprivate func hasName(in words: Set<String>) -> Bool {
    if words.isEmpty { return false }
    let (kind, name) = (kindWord.lowercased(), name.lowercased())
    return words.contains(kind) || words.contains(name) || words.contains("\(kind)/\(name)")
  }
}
