import PodmapTopology

extension CondensingRule {
  /// A line from one namespace to another is a chip at both ends. An object without a namespace joins that of most of
  /// its neighbours.
  static let otherNamespaces = CondensingRule("other namespaces") { $0.separateNamespaces() }
}

extension Condensing {
  fileprivate mutating func separateNamespaces() {
    joinNamespaces()
    guard Set(holders.map { cards[$0].frame }).count > 1 else { return }
    var seen: Set<[Int]> = []
    for (link, from, to) in open where cards[from].frame != cards[to].frame {
      let flow = diagram.links[link]
      if flow.isDenied || flow.kind == .connects || diagram.cards[to].style == .outside
        || diagram.cards[from].style == .outside
      {
        continue
      }
      guard isNamespace(cards[from].frame) || isNamespace(cards[to].frame) else { continue }
      let port = flow.kind == .calls ? flow.port.map { ":\($0)" } ?? "" : ""
      let target = self.links[link]?.to ?? to
      addChip(
        to: from, tag: flow.kind == .calls ? "calls" : flow.kind.verb,
        text: qualified(target, in: cards[to].frame) + port, links: [link], target: to)
      if seen.insert([from, to]).inserted {
        cards[to].origins.append(qualified(from, in: cards[from].frame))
      }
    }
  }

  private func isNamespace(_ frame: Int?) -> Bool { frame.map { diagram.groups[$0].style == .namespace } ?? false }

  private func qualified(_ card: Int, in frame: Int?) -> String {
    (frame.map { diagram.groups[$0].name + "/" } ?? "") + diagram.cards[card].shownName
  }

  /// What is outside the cluster is in no namespace either.
  private func isOutside(_ card: Int) -> Bool { style(card) == .outside || style(card) == .user }

  private mutating func joinNamespaces() {
    for _ in 0..<4 {
      let neighbours = neighbours()
      for card in holders where cards[card].frame == nil && !isOutside(card) {
        var counts: [Int: Int] = [:]
        for (other, _) in neighbours[card] ?? [:] {
          if let frame = cards[other].frame { counts[frame, default: 0] += 1 }
        }
        cards[card].frame = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
      }
    }
  }

  /// States links as text at one of their cards.
  mutating func addChip(
    to card: Int, tag: String, text: String, links: [Int], target: Int,
    subject: CondensedDiagram.Row.Subject = .calls
  ) {
    state(links)
    let mark = links.compactMap { diagram.links[$0].mark }.first
    if let known = cards[card].chips.firstIndex(where: { $0.tag == tag && $0.text == text && $0.mark == mark }) {
      cards[card].chips[known].links += links
      return
    }
    cards[card].chips.append(
      Chip(
        tag: tag, text: text, subject: subject, target: target, presence: diagram.cards[target].shownPresence,
        mark: mark,
        links: links))
  }
}
