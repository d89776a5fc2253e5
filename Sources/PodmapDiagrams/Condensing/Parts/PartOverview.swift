import PodmapManifests
import PodmapTopology

/// The overview of a picture with parts: what runs in each, how to get in, what is missing, and who calls whom.
struct PartOverview {
  private let whole: FlowDiagram
  private let parts: [PartPlan.Part]
  private let names: [String]
  private let links: CardLinks

  /// `names` is the names of the parts' files.
  init(_ whole: FlowDiagram, _ plan: PartPlan, names: [String]) {
    self.whole = whole
    parts = plan.parts
    links = plan.links
    self.names = names
  }

  var diagram: CondensedDiagram {
    var ids = ElementNames()
    let cards = parts.indices.map { position in
      var card = CondensedDiagram.Card(
        id: ids.name(for: "part/\(names[position])"), frame: nil, form: .object, style: .network, icon: .namespace,
        presence: .present, mark: nil, heading: parts[position].kind, name: parts[position].name, isProse: false,
        tabs: [], rows: rows(parts[position]), foot: [], members: [], tooltip: "the part \(names[position])",
        represents: CondensedDiagram.Represented())
      card.part = names[position]
      return card
    }
    return CondensedDiagram(
      title: "\(whole.title): overview", subtitle: Self.subtitle(parts.count),
      summary: "\(parts.count) parts: \(whole.summary)",
      direction: whole.direction, showsLegend: false, detail: .overview, frames: [], cards: cards, lines: lines)
  }

  private static func subtitle(_ count: Int) -> String {
    count == 1 ? "one part" : "one picture for each of \(count) parts"
  }

  private func rows(_ part: PartPlan.Part) -> [CondensedDiagram.Row] {
    let cards = part.cards.map { whole.cards[$0] }
    let running = cards.filter { $0.style.isWork && $0.presence == .present }
    let entries = cards.filter { ($0.style == .entry || $0.brief.isOpen) && $0.presence == .present }
    let missing = cards.filter { $0.presence == .missing }
    var counts: [String: Int] = [:]
    for card in cards
    where card.presence == .present && !card.style.isWork && card.style != .outside && card.style != .entry {
      counts[card.kindWord, default: 0] += card.isFurther ? 0 : 1
    }
    let others = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let kinds = Dictionary(grouping: running.filter { !$0.isFurther }, by: \.kindWord).map { ($0.key, $0.value.count) }
      .sorted {
        ($1.1, $0.0) < ($0.1, $1.0)
      }
    return [
      row(.container(.app), "runs", kinds.map { Summary.count($0.1, $0.0) }),
      row(.fact, "", running.map(\.shownName).sorted()),
      row(.object(.entry), "ways in", entries.map { "\($0.brief.type ?? $0.kindWord) \($0.shownName)" }),
      row(.fact, "and", others.prefix(4).map { Summary.count(max(1, $0.value), $0.key) }),
      row(.fact, "missing", missing.map { "\($0.kindWord) \($0.shownName)" }, .missing),
    ].filter { !$0.items.isEmpty }
  }

  private func row(
    _ subject: CondensedDiagram.Row.Subject, _ tag: String, _ items: [String],
    _ presence: FlowDiagram.Card.Presence = .present
  ) -> CondensedDiagram.Row {
    var row = CondensedDiagram.Row(
      subject: subject, tag: tag, items: items.map { CondensedDiagram.Item($0) }, presence: presence)
    row.tooltip = items.joined(separator: ", ")
    return row
  }

  /// What one part does to another, with the number of times.
  private var lines: [CondensedDiagram.Line] {
    var home = [Int](repeating: 0, count: whole.cards.count)
    for (position, part) in parts.enumerated() { for card in part.cards { home[card] = position } }
    var found: [[Int]: [Int]] = [:]
    for link in links.all where home[link.from] != home[link.to] {
      let isCall = whole.links[link.position].isCall
      found[[home[link.from], home[link.to], isCall ? 1 : 0], default: []].append(link.position)
    }
    return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, links in
      let isCalls = key[2] == 1
      return CondensedDiagram.Line(
        from: CondensedDiagram.End(card: key[0], row: nil), to: CondensedDiagram.End(card: key[1], row: nil),
        group: isCalls ? .calls : .uses, kind: isCalls ? .calls : .uses,
        isDenied: links.contains { whole.links[$0].isDenied }, isDashed: false, mark: nil,
        labels: [isCalls ? Summary.count(links.count, "call") : Summary.count(links.count, "use")],
        tooltip: "\(names[key[0]]) to \(names[key[1]])", represents: links)
    }
  }
}

extension FlowDiagram.Link {
  /// Whether requests are sent along it.
  fileprivate var isCall: Bool { traits.kind == .calls || traits.kind == .routes }
}
