import PodmapTopology

extension CondensingRule {
  /// What acts on one workload or Service and has no other lines is a row of it: an autoscaler, a budget, a policy. An
  /// object between a custom resource and one Service, such as a ServiceMonitor, is a row at the Service and a count at
  /// the custom resource.
  static let badges = CondensingRule("badges") { $0.addBadges() }
}

extension Condensing {
  fileprivate mutating func addBadges() {
    var changes = true
    while changes {
      changes = false
      let neighbours = neighbours()
      var touched: Set<Int> = []
      for card in holders where isBadge(card) && !touched.contains(card) {
        let near = neighbours[card] ?? [:]
        let out = near.filter { !$0.value.out.isEmpty }
        let into = near.filter { $0.value.out.isEmpty }
        guard out.count == 1, let (target, ways) = out.first, holder(target) == target, !touched.contains(target)
        else { continue }
        guard style(target).isWork || style(target) == .service,
          !ways.out.contains(where: { diagram.links[$0].isDenied })
        else { continue }
        if into.isEmpty {
          addBadge(card, to: target, ways.out + ways.into)
        } else if into.count == 1, let (source, from) = into.first, style(source) == .other, source != target,
          holder(source) == source
        {
          passThrough(card, from: source, from.into, to: target, ways.out + ways.into)
          touched.insert(source)
        } else {
          continue
        }
        touched.insert(card)
        changes = true
      }
    }
  }

  private func isBadge(_ card: Int) -> Bool {
    guard mayFold(card), diagram.cards[card].presence == .present else { return false }
    return style(card) == .policy || style(card) == .other
  }

  private mutating func addBadge(_ card: Int, to target: Int, _ links: [Int]) {
    let brief = diagram.cards[card].brief
    if let scale = brief.scale, style(target).isWork, diagram.cards[card].mark == nil {
      cards[target].scale = scale
      cards[target].notes.append(about(card, links: links))
      cards[card].represents.links += links
      absorb(card, into: target, as: nil)
      return
    }
    var row = CondensedDiagram.Row(
      subject: .object(style(card)), tag: brief.tag,
      items: [CondensedDiagram.Item(brief.text ?? diagram.cards[card].shownName)])
    row.mark = diagram.cards[card].mark
    row.isMinor = brief.isMinor
    row.tooltip = about(card, links: links)
    row.represents.links = links
    absorb(card, into: target, as: row)
  }

  private mutating func passThrough(_ card: Int, from source: Int, _ into: [Int], to target: Int, _ out: [Int]) {
    let brief = diagram.cards[card].brief
    var row = CondensedDiagram.Row(
      subject: .object(style(card)), tag: brief.tag,
      items: [CondensedDiagram.Item("by \(diagram.cards[source].shownName)")])
    row.isMinor = brief.isMinor
    row.mark = diagram.cards[card].mark
    row.tooltip = about(card, links: into + out)
    row.represents.links = into + out
    absorb(card, into: target, as: row)
    let name = diagram.cards[target].shownName
    if let known = cards[source].rows.firstIndex(where: {
      $0.subject == .object(style(card)) && $0.tag == brief.tag && $0.represents == .init()
    }) {
      cards[source].rows[known].items.append(CondensedDiagram.Item(name))
    } else {
      cards[source].rows.append(
        CondensedDiagram.Row(
          subject: .object(style(card)), tag: brief.tag, items: [CondensedDiagram.Item(name)]))
    }
  }
}
