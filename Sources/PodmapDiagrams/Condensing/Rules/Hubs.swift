import PodmapTopology

extension CondensingRule {
  /// What very many cards call has no lines: the callers say so, and the hub says how many there are. Its own calls are
  /// text too, because lines from it would lead everywhere.
  static let hubs = CondensingRule("hubs") { $0.foldHubs() }
}

extension Condensing {
  /// The number of callers whose lines a card may have.
  private static let callers = 6

  fileprivate mutating func foldHubs() {
    var calls: [Int: [Int: [Int]]] = [:]
    for (link, from, to) in open where diagram.links[link].kind == .calls {
      calls[to, default: [:]][from, default: []].append(link)
    }
    let hubs = calls.filter { $0.value.count > Self.callers && mayFold($0.key) }.map(\.key).sorted()
    for hub in hubs {
      cards[hub].isHub = true
      for (caller, links) in (calls[hub] ?? [:]).sorted(by: { $0.key < $1.key }) { chip(links, from: caller, to: hub) }
      cards[hub].foot.append(foot("called by \(calls[hub]?.count ?? 0)", (calls[hub] ?? [:]).keys))
    }
    for target in calls.keys.sorted() where !cards[target].isHub {
      for hub in hubs {
        if let links = calls[target]?[hub] { chip(links, from: hub, to: target) }
      }
    }
  }

  /// A denied call remains a line: as text it would be overlooked.
  private mutating func chip(_ links: [Int], from caller: Int, to target: Int) {
    let allowed = links.filter { !diagram.links[$0].isDenied }
    if !allowed.isEmpty { addCall(allowed, from: caller, to: target) }
  }

  /// States a call as text at the caller: the Service's name, and the port if there are several.
  mutating func addCall(_ links: [Int], from caller: Int, to target: Int) {
    for (element, links) in grouped(links, by: { self.links[$0]?.to ?? target }) {
      let name = diagram.cards[element].shownName
      let isAmbiguous = diagram.cards[element].brief.ports.count != 1
      let port = isAmbiguous && detail > .low ? port(of: links).map { ":\($0)" } ?? "" : ""
      addChip(to: caller, tag: "calls", text: name + port, links: links, target: target)
    }
  }

  func foot(_ words: String, _ cards: some Sequence<Int>) -> CondensedDiagram.Row {
    var row = CondensedDiagram.Row(subject: .foot, tag: "", items: [CondensedDiagram.Item(words)])
    row.tooltip = words + ": " + cards.map { diagram.cards[$0].shownName }.sorted().joined(separator: ", ")
    return row
  }

  /// Links by a key, in the order of the keys.
  func grouped(_ links: [Int], by key: (Int) -> Int) -> [(key: Int, links: [Int])] {
    Dictionary(grouping: links, by: key).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
