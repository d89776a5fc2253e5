import PodmapManifests
import PodmapTopology

// Tables of what several cards use, and trays of what nothing refers to.

extension Assembly {
  /// One table in each frame.
  func tables() -> [CondensedDiagram.Card] {
    let listed = work.holders.filter(isInTable)
    return byFrame(listed).map { frame, members in
      let isConfiguration = members.allSatisfy { work.style($0) == .configuration || work.style($0) == .secret }
      let sorted = members.sorted { first, second in
        let (one, other) = (diagram.cards[first], diagram.cards[second])
        return (one.kindWord, -(work.cards[first].readers?.count ?? 0), one.shownName)
          < (other.kindWord, -(work.cards[second].readers?.count ?? 0), other.shownName)
      }
      return table(
        .table, "shared", frame, isConfiguration ? "Shared configuration" : "Used by several", sorted.map(tableRow))
    }
  }

  private func tableRow(_ card: Int) -> CondensedDiagram.Row {
    let flow = diagram.cards[card]
    let own = work.cards[card]
    let readers = own.readers ?? []
    let list = readers.joined(separator: ", ")
    let noun = own.isReadByWorkloads ? "workload" : "object"
    let verb =
      flow.style == .policy ? "for" : flow.style == .configuration || flow.style == .secret ? "read by" : "used by"
    var row = CondensedDiagram.Row(
      id: nil, subject: .object(flow.style), tag: flow.kindWord,
      items: [
        CondensedDiagram.Item(
          flow.mark.signed(flow.shownName),
          quiet: "\(verb) " + (list.count <= 52 ? list : Summary.count(readers.count, noun)))
      ],
      presence: flow.presence, mark: flow.mark)
    row.tooltip = ([work.about(card), "\(verb) \(list)"] + own.rows.map(\.tooltip)).joined(separator: " · ")
    row.represents = own.represents
    for inner in own.rows + own.tabs {
      row.represents += inner.represents
      if let name = inner.items.first?.text {
        row.items.append(CondensedDiagram.Item("", quiet: "\(inner.tag) \(name)"))
      }
    }
    for chip in own.chips {
      row.represents.links += chip.links
      row.items.append(CondensedDiagram.Item("", quiet: "\(chip.tag) \(chip.text)"))
    }
    return row
  }

  func trays() -> [CondensedDiagram.Card] {
    let listed = work.holders.filter(isInTray)
    return byFrame(listed).map { frame, members in
      let kinds = Dictionary(grouping: members) { TrayKind(diagram.cards[$0]) }
      let rows = kinds.sorted { $0.key < $1.key }.map { kind, members -> CondensedDiagram.Row in
        let cards = members.map { diagram.cards[$0] }.sorted { $0.shownName < $1.shownName }
        // One tooltip has the names that the row doesn't say.
        let limit = kind.presence == .missing ? Int.max : max(24, cards.count - Limit.tooltipNames.value)
        var row = CondensedDiagram.Row(
          subject: .object(cards[0].style), tag: kind.name + (cards.count > 1 ? " ×\(cards.count)" : ""),
          items: cards.prefix(limit).map { card in
            CondensedDiagram.Item(card.mark.signed(card.shownName), quiet: card.brief.summary ?? "")
          }, more: max(0, cards.count - limit), presence: kind.presence)
        row.tooltip = members.map { work.about($0) }.joined(separator: "; ")
        for member in members { row.represents += work.cards[member].represents }
        return row
      }
      return table(.tray, "tray", frame, "Not connected to anything above", rows)
    }
  }

  private struct TrayKind: Hashable, Comparable {
    let name: String
    let presence: FlowDiagram.Card.Presence

    init(_ card: FlowDiagram.Card) {
      name = card.kindWord
      presence = card.presence
    }

    static func < (left: Self, right: Self) -> Bool {
      (left.name, left.presence.rawValue) < (right.name, right.presence.rawValue)
    }
  }

  private func byFrame(_ cards: [Int]) -> [(frame: Int?, members: [Int])] {
    Dictionary(grouping: cards) { work.cards[$0].frame }.sorted { ($0.key ?? -1) < ($1.key ?? -1) }
      .map { ($0.key, $0.value) }
  }

  private func table(
    _ form: CondensedDiagram.Card.Form, _ word: String, _ frame: Int?, _ title: String,
    _ rows: [CondensedDiagram.Row]
  ) -> CondensedDiagram.Card {
    let owner = frame.map { "_" + diagram.groups[$0].id.text } ?? ""
    return CondensedDiagram.Card(
      id: ElementID(trusted: "list_\(word)\(owner)"), frame: frame, form: form, style: .other, icon: .custom,
      presence: .present, mark: nil, heading: "", name: title, isProse: false, tabs: [], rows: rows, foot: [],
      members: [], tooltip: title, represents: CondensedDiagram.Represented())
  }
}
