import PodmapManifests
import PodmapTopology

// Every object that a place represents is named in its text or its tooltip.

extension Assembly {
  /// Adds to each tooltip the names that neither the place nor its tooltip says. If they are too many for one tooltip,
  /// further rows have the rest.
  func namingEverything(_ card: CondensedDiagram.Card) -> CondensedDiagram.Card {
    var card = card
    var further: [CondensedDiagram.Row] = []
    let own = ownElements(of: card)
    var said = Set((card.tabs + card.rows + card.foot).flatMap { $0.items.flatMap { [$0.text, $0.quiet] } })
    if card.form != .set { said.insert(card.name) }
    name(&card.represents, &card.tooltip, own, said, &further)
    func withNames(_ rows: [CondensedDiagram.Row]) -> [CondensedDiagram.Row] {
      rows.flatMap { row -> [CondensedDiagram.Row] in
        var row = row
        var rest: [CondensedDiagram.Row] = []
        name(&row.represents, &row.tooltip, own, said, &rest)
        return [row] + rest
      }
    }
    card.tabs = withNames(card.tabs)
    card.rows = withNames(card.rows) + further
    card.foot = withNames(card.foot)
    return card
  }

  private func ownElements(of card: CondensedDiagram.Card) -> Set<Int> {
    let all = (card.tabs + card.rows + card.foot).reduce(into: card.represents.elements) {
      $0 += $1.represents.elements
    }
    return Set(all.compactMap(work.index.card(of:)))
  }

  private func name(
    _ represents: inout CondensedDiagram.Represented, _ tooltip: inout String, _ own: Set<Int>, _ said: Set<String>,
    _ further: inout [CondensedDiagram.Row]
  ) {
    let limit = Limit.tooltipNames.value
    let parts = named(represents, own)
    let isLong = parts.count > 8 || tooltip.utf8.count > Limit.tooltip.value
    var known: Set<String> = []
    let unsaid = parts.flatMap(\.names).filter { name in
      !said.contains(name) && (isLong || !tooltip.contains(name)) && known.insert(name).inserted
    }
    guard !unsaid.isEmpty else { return }
    let here = Self.list(unsaid.prefix(limit))
    tooltip = tooltip.isEmpty ? here : here + " · " + tooltip
    let rest = Set(unsaid.dropFirst(limit))
    if rest.isEmpty { return }
    let moved = parts.filter { !rest.isDisjoint(with: $0.names) }
    represents = parts.filter { rest.isDisjoint(with: $0.names) }.reduce(into: .init()) { $0 += $1.represents }
    for start in stride(from: 0, to: moved.count, by: limit / 2) {
      let part = moved[start..<min(start + limit / 2, moved.count)]
      var row = CondensedDiagram.Row(
        subject: .fact, tag: "", items: [CondensedDiagram.Item("", quiet: "and \(part.count) more")])
      row.tooltip = Self.list(part.flatMap(\.names).uniqued)
      row.represents = part.reduce(into: .init()) { $0 += $1.represents }
      further.append(row)
    }
  }

  private static func list(_ names: some Sequence<String>) -> String {
    names.map { Shortened($0, limit: 60).text }.joined(separator: ", ")
  }

  /// One element or link that a place stands for, and the names that its reader needs: of a link, those of the ends
  /// that are in other cards.
  private struct Part {
    var represents: CondensedDiagram.Represented
    var names: [String]
  }

  private func named(_ represents: CondensedDiagram.Represented, _ own: Set<Int>) -> [Part] {
    let elements = represents.elements.map { element in
      Part(represents: .init(elements: [element]), names: [name(of: element)])
    }
    let links = represents.links.map { link in
      let ends = [diagram.links[link].from, diagram.links[link].to].filter {
        !own.contains(work.index.card(of: $0) ?? -1)
      }
      return Part(represents: .init(links: [link]), names: ends.map(name(of:)))
    }
    return elements + links
  }

  /// The name of a card, a container or a volume.
  private func name(of element: ElementID) -> String {
    work.index[element].map { place in
      if case .volume(let row, let card) = place { return diagram.cards[card].pod?.volumes[row].name ?? "" }
      let name = diagram.name(of: place)
      return name.isBlank ? "(no name)" : name
    } ?? element.text
  }
}
