import PodmapManifests
import PodmapTopology

// The lines that are left, one for each pair of ends and meaning.

extension Assembly {
  private struct Key: Hashable {
    let from: CondensedDiagram.End
    let to: CondensedDiagram.End
    let group: CondensedDiagram.Line.Group
    let isDenied: Bool
    let isDashed: Bool
    let mark: ChangeMark?
    /// Of an edge that was written by hand.
    let label: String?
    /// If lines show their kinds.
    let kind: EdgeKind?
  }

  mutating func lines() -> [CondensedDiagram.Line] {
    let routed = Set(work.open.filter { group($0.link) == .routes }.map { [$0.from, $0.to] })
    let ports = callPorts()
    let rows = cards.map(VisibleRows.init)
    var positions: [Key: Int] = [:]
    var lines: [CondensedDiagram.Line] = []
    func add(_ link: Int, _ from: CondensedDiagram.End, _ to: CondensedDiagram.End, isRouted: Bool) {
      let flow = diagram.links[link]
      var group = group(link)
      if group == .uses, isRouted, flow.mark == nil { group = .routes }
      let key = Key(
        from: from, to: to, group: group, isDenied: flow.isDenied, isDashed: isDashed(flow),
        mark: flow.mark, label: group == .connects ? flow.label : nil, kind: work.isWhole ? flow.kind : nil)
      let label = label(of: link, group, ports)
      if let known = positions[key] {
        if !label.isEmpty, !lines[known].labels.contains(label) { lines[known].labels.append(label) }
        lines[known].represents.append(link)
        return
      }
      positions[key] = lines.count
      lines.append(
        CondensedDiagram.Line(
          from: from, to: to, group: group, kind: flow.kind, isDenied: flow.isDenied,
          isDashed: isDashed(flow), mark: flow.mark, labels: label.isEmpty ? [] : [label], tooltip: "",
          represents: [link], showsKind: work.isWhole))
    }
    for (link, from, to) in work.open {
      guard let start = self.positions[from], let end = self.positions[to] else { continue }
      let flow = diagram.links[link]
      add(
        link, CondensedDiagram.End(card: start, row: work.isWhole ? row(flow.from, of: rows[start]) : nil),
        CondensedDiagram.End(
          card: end, row: row(of: link, in: to) ?? (work.isWhole ? row(flow.to, of: rows[end]) : nil)),
        isRouted: routed.contains([from, to]))
    }
    for (link, from, to) in frameLines() { add(link, from, to, isRouted: false) }
    for position in lines.indices { lines[position].tooltip = tooltip(of: lines[position]) }
    if work.isWhole { return lines }
    omitHosts(in: &lines)
    for position in lines.indices {
      findRows(of: &lines[position], among: rows)
      movePaths(of: &lines[position])
      addShares(to: &lines[position])
    }
    return lines
  }

  private func isDashed(_ link: FlowDiagram.Link) -> Bool {
    link.isDashed || link.isMatch || (work.isWhole ? link.isInferred : link.isPossible)
  }

  /// The row of a card that shows an element: a container or a volume.
  private func row(_ element: ElementID, of card: VisibleRows) -> ElementID? {
    guard let isContainer = card.isContainer[element] else { return nil }
    // A line to the only container of a card needs no row to be clear, unless rows are compared.
    return isContainer && diagram.sides == nil && !card.hasSeveralContainers ? nil : element
  }

  /// A line starts at the row of a container if it is about that one only, and others could be meant. It ends at a row
  /// of the same reason.
  private func findRows(of line: inout CondensedDiagram.Line, among rows: [VisibleRows]) {
    let links = line.represents.map { diagram.links[$0] }
    if line.from.row == nil, line.from.frame == nil {
      line.from.row = commonRow(links.map(\.from), of: rows[line.from.card])
    }
    if line.to.row == nil, line.to.frame == nil { line.to.row = commonRow(links.map(\.to), of: rows[line.to.card]) }
  }

  private func commonRow(_ elements: [ElementID], of card: VisibleRows) -> ElementID? {
    guard let first = elements.first, elements.allSatisfy({ $0 == first }) else { return nil }
    return card.hasSeveralContainers ? row(first, of: card) : nil
  }

  private func group(_ link: Int) -> CondensedDiagram.Line.Group {
    let flow = diagram.links[link]
    switch flow.kind {
    case .routes: return .routes
    case .calls: return .calls
    case .connects: return flow.isMatch ? .matches : .connects
    case .selects:
      return work.links[link].map { work.style($0.from) == .service } ?? false ? .routes : .selects
    case .owns, .allows, .grants, .scales: return .selects
    case .mounts, .reads, .claims, .runsOn, .runsAs, .uses: return .uses
    }
  }

  /// The row that a line ends at: the Service that it names.
  private func row(of link: Int, in card: Int) -> ElementID? {
    guard let target = work.links[link]?.to, target != card, work.cards[card].members.isEmpty else { return nil }
    let id = diagram.cards[target].id
    return work.cards[card].tabs.contains { $0.id == id } ? id : nil
  }

  /// The ports that calls to each card of the flow diagram name.
  private func callPorts() -> [Int: Set<Int>] {
    var ports: [Int: Set<Int>] = [:]
    for (position, link) in diagram.links.enumerated() where link.kind == .calls {
      guard let target = work.links[position]?.to, let port = link.port else { continue }
      ports[target, default: []].insert(port)
    }
    return ports
  }

  /// Only what adds information: the port of a call if callers of the Service use different ones, the path of a route.
  private func label(of link: Int, _ group: CondensedDiagram.Line.Group, _ ports: [Int: Set<Int>]) -> String {
    let flow = diagram.links[link]
    if group == .matches { return "" }
    if group == .connects || flow.isDenied { return flow.mark.signed(flow.label) }
    if work.isWhole {
      // The look of a line shows its kind; what both cards say doesn't have to be repeated.
      if let mark = flow.mark, mark != .kept {
        return mark.signed(flow.label.isBlank ? flow.kind.verb : "\(flow.kind.verb) \(flow.label)")
      }
      return flow.isLabelRepeated || flow.label.isBlank ? "" : flow.label
    }
    var label = ""
    switch group {
    case .calls:
      if let target = work.links[link]?.to, let port = flow.port, diagram.cards[target].brief.ports.count > 1,
        (ports[target]?.count ?? 0) > 1
      {
        label = ":\(port)"
      }
    case .routes where flow.kind == .routes && !flow.isLabelRepeated:
      let isFromEntry = work.links[link].map { [.entry, .outside].contains(work.style($0.from)) } ?? false
      let path = flow.share.isEmpty ? flow.label : flow.path
      if isFromEntry, !["/", "*", "/*"].contains(path) { label = path }
    case .selects where flow.kind == .grants: label = flow.label
    default: break
    }
    // The words of a changed line are next to its sign.
    guard let mark = flow.mark, mark != .kept else { return label }
    return mark.signed(label.isEmpty ? flow.kind.verb : label)
  }

  private func tooltip(of line: CondensedDiagram.Line) -> String {
    let links = line.represents.map { diagram.links[$0] }
    let words = links.map { link in
      if link.isMatch { return MatchLook.word }
      let certainty = link.isPossible ? " (possible)" : link.isInferred ? " (found in a value)" : ""
      return link.kind.verb + certainty + (link.label.isBlank ? "" : ": " + link.label)
    }.uniqued
    let sources = work.sources(line.represents)
    let limit = Limit.tooltipSources.value
    let more = sources.count > limit ? ["and \(sources.count - limit) more"] : []
    return (words + sources.prefix(limit) + more).joined(separator: " · ")
  }

  /// Long paths are a row of the entry's card.
  private mutating func movePaths(of line: inout CondensedDiagram.Line) {
    guard line.group == .routes, !line.isDenied, line.mark ?? .kept == .kept,
      line.labels.contains(where: { $0.count > 26 }),
      cards[line.from.card].style == .entry
    else { return }
    var row = CondensedDiagram.Row(
      subject: .fact, tag: "paths", items: line.labels.map { CondensedDiagram.Item($0) })
    row.tooltip = line.labels.joined(separator: ", ")
    if let known = cards[line.from.card].rows.firstIndex(where: { $0.subject == .fact && $0.tag == "paths" }) {
      cards[line.from.card].rows[known].add(row)
    } else {
      cards[line.from.card].rows.append(row)
    }
    line.labels = []
  }
}

extension Assembly {
  /// What distinguishes lines of one route stays on them: which requests a backend gets.
  fileprivate func addShares(to line: inout CondensedDiagram.Line) {
    let shares = line.represents.map { diagram.links[$0].share }.filter { !$0.isEmpty }.uniqued
    if !shares.isEmpty, !line.isDenied { line.labels.append(shares.joined(separator: ", ").shortenedList(to: 44)) }
  }
}

/// The rows of a card at which lines can start or end.
private struct VisibleRows {
  /// Whether each of them is a container, by its id.
  private(set) var isContainer: [ElementID: Bool] = [:]
  let hasSeveralContainers: Bool

  init(_ card: CondensedDiagram.Card) {
    var containers = 0
    for row in card.rows where !row.isHidden {
      if row.subject.isContainer { containers += 1 }
      if let id = row.id, isContainer[id] == nil { isContainer[id] = row.subject.isContainer }
    }
    hasSeveralContainers = containers > 1
  }
}
