import PodmapTopology

extension CondensingRule {
  /// What several cards read is a row of each of them and of one table. A mix of such rows and lines looks arbitrary, so
  /// if many lines would remain, all of it is rows.
  static let sharedConfiguration = CondensingRule("shared configuration") { $0.shareConfiguration(ofFew: false) }

  /// The same for what only a few cards read, if its lines are many.
  static let remainingConfiguration = CondensingRule("remaining configuration") { $0.shareConfiguration(ofFew: true) }
}

extension Condensing {
  /// The number of readers whose lines an object may have.
  private static let readers = 3
  /// The number of reading lines that a picture may have.
  private static let lines = 4

  fileprivate mutating func shareConfiguration(ofFew: Bool) {
    var readings: [Int: [Int: [Int]]] = [:]
    for (link, from, to) in open {
      let flow = diagram.links[link]
      // Policies say what they select; everything else says what it needs.
      if style(from) == .policy, flow.kind == .selects || flow.kind == .uses, isShareable(from) {
        readings[from, default: [:]][to, default: []].append(link)
      } else if flow.kind.family == .need, isShareable(to) {
        readings[to, default: [:]][from, default: []].append(link)
      }
    }
    var shared = readings.filter { $0.value.count > Self.readers }
    if ofFew {
      guard readings.reduce(0, { $0 + $1.value.count }) > Self.lines else { return }
      // A stack stays with those that it is read by.
      shared = readings.filter { cards[$0.key].members.isEmpty }
    }
    // What still has other lines stays where they end.
    let neighbours = neighbours()
    for object in shared.keys.sorted() {
      let readers = shared[object] ?? [:]
      for (reader, links) in readers.sorted(by: { $0.key < $1.key }) {
        addChip(
          to: reader, tag: diagram.cards[object].brief.tag,
          text: diagram.cards[object].brief.text ?? diagram.cards[object].shownName, links: links,
          target: object, subject: .object(style(object)))
      }
      let names = readers.keys.map { diagram.cards[$0].shownName }.sorted()
      let others = (neighbours[object] ?? [:]).keys.filter { readers[$0] == nil }
      if others.isEmpty {
        cards[object].readers = names
        cards[object].isReadByWorkloads = readers.keys.allSatisfy { style($0).isWork }
      } else {
        let word = style(object) == .policy ? "for" : "used by"
        cards[object].foot.append(foot("\(word) \(Summary.count(names.count, "other"))", readers.keys))
      }
    }
  }

  private func isShareable(_ card: Int) -> Bool {
    switch style(card) {
    case .configuration, .secret, .storage, .identity, .policy, .other, .node: mayFold(card)
    default: false
    }
  }
}
