import PodmapManifests
import PodmapTopology

extension CondensingRule {
  /// Cards that differ only in their names are one stacked card. Workloads without lines are stacked only if a page
  /// has no room for all of them.
  static let sets = CondensingRule("sets") { $0.stackTwins() }
}

extension Condensing {
  /// The number of twins that are stacked.
  private static let twins = 3
  /// The number of workloads without lines that a page has room for.
  private static let unconnected = 12
  /// The number of unconnected workloads with similar names that are a stack of their own.
  private static let family = 4

  /// What twins have in common.
  private struct Likeness: Hashable {
    var kind: String
    var frame: Int?
    var mark: ChangeMark?
    var lines: Set<String>
    var chips: Set<String>
    var rows: Set<String>
    var containers: Int
    var tabs: Int
    /// The last word of the name and the ports, for cards without lines.
    var family: String
  }

  fileprivate mutating func stackTwins() {
    let neighbours = neighbours()
    let isCrowded =
      holders.filter { style($0).isWork && (neighbours[$0] ?? [:]).isEmpty && !cards[$0].isHub }.count
      > Self.unconnected
    var groups: [Likeness: [Int]] = [:]
    for card in holders where mayStack(card) {
      let likeness = likeness(of: card, neighbours[card] ?? [:])
      if likeness.lines.isEmpty, !isCrowded || !style(card).isWork { continue }
      groups[likeness, default: []].append(card)
    }
    // What is left of the unconnected workloads after the families are taken out.
    var rest: [Likeness: [Int]] = [:]
    for (likeness, members) in groups where likeness.lines.isEmpty && members.count < Self.family {
      groups[likeness] = nil
      var plain = likeness
      plain.family = ""
      plain.rows = []
      plain.tabs = 0
      plain.containers = 0
      rest[plain, default: []] += members
    }
    for (likeness, members) in rest { groups[likeness, default: []] += members.sorted() }
    let stacks = groups.filter { $0.value.count >= ($0.key.lines.isEmpty ? Self.family : Self.twins) }.values
    for members in stacks.map({ $0.sorted() }).sorted(by: { $0[0] < $1[0] }) { stack(members) }
  }

  func mayStack(_ card: Int) -> Bool {
    guard mayFold(card), !cards[card].isHub, cards[card].readers == nil, cards[card].members.isEmpty,
      diagram.cards[card].presence == .present,
      !cards[card].tabs.contains(where: { $0.subject == .service(isOpen: true) }),
      !cards[card].rows.contains(where: { $0.presence == .missing })
    else { return false }
    return style(card).isWork || style(card).isMaterial || style(card) == .other || style(card) == .service
  }

  private func likeness(of card: Int, _ near: [Int: Neighbours]) -> Likeness {
    let flow = diagram.cards[card]
    var lines: Set<String> = []
    for (other, ways) in near {
      for link in ways.out { lines.insert("> \(other) \(words(link))") }
      for link in ways.into { lines.insert("< \(other) \(words(link))") }
    }
    let own = flow.shownName
    let word = own.split(whereSeparator: { $0 == "-" || $0 == "." }).last.map(String.init) ?? own
    let ports = cards[card].tabs.flatMap { $0.items.map(\.quiet) }.joined(separator: " ")
    return Likeness(
      kind: flow.kindWord, frame: cards[card].frame, mark: flow.mark, lines: lines,
      chips: Set(cards[card].chips.map { "\($0.tag) \($0.text) \(String(describing: $0.mark))" }),
      rows: Set(cards[card].rows.map { "\($0.subject) \(String(describing: $0.mark))" }),
      containers: flow.pod?.containers.count ?? 0, tabs: cards[card].tabs.count,
      family: lines.isEmpty ? "\(word)/\(ports)" : "")
  }

  private func words(_ link: Int) -> String {
    let link = diagram.links[link]
    return "\(link.kind) \(link.isDenied) \(link.mark?.rawValue ?? "")"
  }

  mutating func stack(_ members: [Int]) {
    let first = members[0]
    cards[first].members = members.sorted { diagram.cards[$0].shownName < diagram.cards[$1].shownName }
    for member in members.dropFirst() {
      var own = cards[member].represents
      for row in cards[member].tabs + cards[member].rows + cards[member].foot { own += row.represents }
      for chip in cards[member].chips { own.links += chip.links }
      cards[member].holder = first
      cards[first].represents += own
    }
  }
}
