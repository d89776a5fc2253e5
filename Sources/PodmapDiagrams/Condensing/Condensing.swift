import PodmapManifests
import PodmapTopology

/// A diagram while the rules condense it.
struct Condensing {
  /// What happens to a link.
  enum Fate {
    /// It becomes a line, unless a rule states it otherwise.
    case line
    /// A row, a card or a table states it.
    case stated
  }

  struct Link {
    /// The cards of the flow diagram at the ends.
    let from: Int
    let to: Int
    let kind: EdgeKind
    var fate = Fate.line
  }

  /// A relation stated as text, which becomes a row together with the others of its tag.
  struct Chip {
    var tag: String
    var text: String
    var subject: CondensedDiagram.Row.Subject
    /// The card that it points to.
    var target: Int
    var presence: FlowDiagram.Card.Presence
    var mark: ChangeMark?
    var links: [Int]
  }

  /// A card of the flow diagram, and what the rules have added to it.
  struct Card {
    /// The card that holds it; itself if it is still a card.
    var holder: Int
    var frame: Int?
    var tabs: [CondensedDiagram.Row] = []
    var rows: [CondensedDiagram.Row] = []
    var chips: [Chip] = []
    var foot: [CondensedDiagram.Row] = []
    /// The names of the cards in other namespaces that have lines to it.
    var origins: [String] = []
    /// Replaces what the heading says about the number of pods: "2–6 pods (autoscaled)".
    var scale: String?
    /// What others tell about the card without a row of its own.
    var notes: [String] = []
    /// What the head stands for.
    var represents = CondensedDiagram.Represented()
    /// The cards that the card represents, if it is a set.
    var members: [Int] = []
    /// Whether everything calls it, so that it has no lines.
    var isHub = false
    /// The names of the cards that read it, if a table lists it.
    var readers: [String]?
    var isReadByWorkloads = false
  }

  let diagram: FlowDiagram
  let index: ElementIndex
  let detail: Detail
  /// Whether every card stays a card, and every link a line.
  let isWhole: Bool
  var cards: [Card]
  var links: [Link?]

  init(_ diagram: FlowDiagram, detail: Detail, isWhole: Bool = false) {
    let index = ElementIndex(diagram)
    self.diagram = diagram
    self.index = index
    self.detail = detail
    self.isWhole = isWhole
    cards = diagram.cards.indices.map { position in
      var card = Card(holder: position, frame: diagram.group(ofCard: position))
      card.represents.elements = [diagram.cards[position].id]
      return card
    }
    links = diagram.links.map { link in
      guard let from = index.card(of: link.from), let to = index.card(of: link.to) else { return nil }
      return Link(from: from, to: to, kind: link.kind)
    }
  }

  // MARK: - What is where

  /// The card that a card of the flow diagram is shown in.
  func holder(_ card: Int) -> Int {
    var card = card
    while cards[card].holder != card { card = cards[card].holder }
    return card
  }

  /// The cards that are still cards.
  var holders: [Int] { cards.indices.filter { cards[$0].holder == $0 } }

  /// The links that are still lines, with the cards at their ends.
  var open: [(link: Int, from: Int, to: Int)] {
    links.indices.compactMap { position in
      guard let link = links[position], link.fate == .line else { return nil }
      let (from, to) = (holder(link.from), holder(link.to))
      return from == to && !isLoop(position) ? nil : (position, from, to)
    }
  }

  /// Whether a link is an arrow from a card back to itself, which its author wants to see.
  func isLoop(_ link: Int) -> Bool {
    let link = diagram.links[link]
    return isWhole && link.kind == .connects && link.from == link.to
  }

  /// The lines of each card, by the card at the other end.
  struct Neighbours {
    /// Links to the neighbour.
    var out: [Int] = []
    /// Links from the neighbour.
    var into: [Int] = []
  }

  /// For each card, its neighbours in the order of the links.
  func neighbours() -> [Int: [Int: Neighbours]] {
    var all: [Int: [Int: Neighbours]] = [:]
    for (link, from, to) in open {
      all[from, default: [:]][to, default: Neighbours()].out.append(link)
      all[to, default: [:]][from, default: Neighbours()].into.append(link)
    }
    return all
  }

  /// The family of a card.
  func style(_ card: Int) -> FlowDiagram.Card.Style { diagram.cards[card].style }

  /// Whether it may be shown as something other than a card: it isn't if the user or a finding wants it to be seen, and
  /// containers that belong to no known workload are never hidden.
  func mayFold(_ card: Int) -> Bool {
    let card = diagram.cards[card]
    // What has changed says so in lines of its own.
    if card.mark == .changed || card.mark == .moved { return false }
    return !card.isKept && card.style != .plain && (card.pod == nil || card.style.isWork)
  }

  // MARK: - Changes

  mutating func state(_ links: some Sequence<Int>) {
    for link in links { self.links[link]?.fate = .stated }
  }

  /// Moves a card, with everything that it represents, into another card as a row of that card.
  mutating func absorb(_ card: Int, into target: Int, as row: CondensedDiagram.Row?, isTab: Bool = false) {
    cards[card].holder = target
    let own = cards[card].represents + (row?.represents ?? CondensedDiagram.Represented())
    if var row {
      row.represents = own
      if isTab { cards[target].tabs.append(row) } else { cards[target].rows.append(row) }
    } else {
      cards[target].represents += own
    }
    state(own.links)
    cards[target].tabs += cards[card].tabs
    cards[target].rows += cards[card].rows
    cards[target].chips += cards[card].chips
    cards[target].foot += cards[card].foot
    cards[target].origins += cards[card].origins
    cards[target].notes += cards[card].notes
    cards[card].tabs = []
    cards[card].rows = []
    cards[card].chips = []
    cards[card].foot = []
    cards[card].origins = []
    cards[card].notes = []
  }

  /// The tooltip of a card that has become a row: its kind, full name and file.
  func about(_ card: Int, links: [Int] = []) -> String {
    let card = diagram.cards[card]
    let name = [card.kind, card.shownName].filter { !$0.isBlank }.joined(separator: " ")
    let sources = links.map { diagram.links[$0].source }.filter { !$0.isEmpty }.uniqued
    return ([name] + card.lines + [card.tooltip].filter { !$0.isEmpty } + sources.prefix(Limit.tooltipSources.value))
      .uniqued.joined(separator: " · ")
  }

  /// The file and field that links come from, without repetitions.
  func sources(_ links: [Int]) -> [String] {
    links.map { diagram.links[$0].source }.filter { !$0.isEmpty }.uniqued
  }
}

extension FlowDiagram.Card.Style {
  /// What runs.
  var isWork: Bool { self == .workload || self == .job }

  /// What is only read, mounted or claimed.
  var isMaterial: Bool {
    switch self {
    case .configuration, .secret, .storage: true
    default: false
    }
  }
}
