import PodmapManifests
import PodmapTopology

// Cards of one object, and stacks of several.

extension Assembly {
  /// The card of one object.
  func object(_ card: Int) -> CondensedDiagram.Card {
    let flow = diagram.cards[card]
    let own = work.cards[card]
    let rows =
      containers(of: card) + volumes(of: card) + facts(of: card) + merged(own.rows) + chips(own.chips)
      + references(of: card)
    return CondensedDiagram.Card(
      id: flow.id, frame: own.frame, form: .object, style: flow.style, icon: flow.icon, presence: flow.shownPresence,
      mark: flow.mark, heading: own.scale.map { "\(flow.kindWord) · \($0)" } ?? flow.heading, name: flow.shownName,
      isProse: flow.isProse, tabs: own.tabs, rows: rows, foot: feet(of: card), members: [],
      tooltip: ([work.about(card)] + own.notes).joined(separator: " · "), represents: own.represents)
  }

  /// Objects that differ in their names.
  func stack(_ card: Int) -> CondensedDiagram.Card {
    let flow = diagram.cards[card]
    let own = work.cards[card]
    let names = own.members.map { diagram.cards[$0].shownName }
    let title = StackTitle(names)
    let ports = own.members.map { member in
      work.cards[member].tabs.flatMap { $0.items.map(\.quiet) }.joined(separator: " ")
    }
    let hasSamePorts = Set(ports).count == 1
    var heading = "\(flow.kindWord) ×\(names.count)"
    if ports.allSatisfy({ !$0.isEmpty }) { heading += ", each with a Service" + (hasSamePorts ? " \(ports[0])" : "") }
    let members = zip(names, ports).map { name, ports in
      CondensedDiagram.Item(title.without(name), quiet: hasSamePorts ? "" : ports)
    }
    // The first member's parts; those of the others have been added by the rule.
    var represents = own.represents
    for row in own.tabs + own.rows + own.foot { represents += row.represents }
    for member in own.members {
      let pod = diagram.cards[member].pod
      represents.elements += (pod?.containers.map(\.id) ?? []) + (pod?.volumes.map(\.id) ?? [])
    }
    return CondensedDiagram.Card(
      id: flow.id, frame: own.frame, form: .set, style: flow.style, icon: flow.icon, presence: flow.presence,
      mark: flow.mark, heading: heading, name: title.text, isProse: false, tabs: [],
      rows: commonContainers(own.members) + commonRows(own.members) + chips(own.chips), foot: [],
      members: members, tooltip: own.members.map { work.about($0) }.joined(separator: "; "),
      represents: represents)
  }

  /// The containers that all members of a stack have.
  private func commonContainers(_ members: [Int]) -> [CondensedDiagram.Row] {
    let all = members.map { diagram.cards[$0].pod?.containers.map(\.name) ?? [] }
    guard let first = members.first, all[0].count <= 3, Set(all).count == 1 else { return [] }
    return containers(of: first).map { row in
      var row = row
      row.id = nil
      row.represents = CondensedDiagram.Represented()
      return row
    }
  }

  /// What each member of a stack has: "config ×12, one each".
  private func commonRows(_ members: [Int]) -> [CondensedDiagram.Row] {
    var rows: [CondensedDiagram.Row] = []
    for member in members {
      for row in work.cards[member].rows {
        let position = rows.firstIndex { $0.subject == row.subject && $0.tag == row.tag && $0.mark == row.mark }
        if let position {
          rows[position].items += row.items
          rows[position].more += row.more
          rows[position].tooltip += "; " + row.tooltip
        } else {
          var row = row
          row.id = nil
          row.represents = CondensedDiagram.Represented()
          rows.append(row)
        }
      }
    }
    return rows.map { row in
      var row = row
      let names = row.items.map(\.text).uniqued
      if names.count == 1 {
        row.items = [CondensedDiagram.Item(names[0])]
      } else if names.count > 3 {
        row.items = [CondensedDiagram.Item("×\(names.count + row.more)", quiet: StackTitle(names).text)]
        row.more = 0
      }
      return row
    }
  }
}

/// The title of a stack: what the names have in common.
struct StackTitle {
  let text: String
  private let start: String
  private let end: String

  init(_ names: [String]) {
    var start = NameGroups.commonStart(names)
    var end = NameGroups.commonEnd(names)
    if start.count < 3 { start = "" }
    let shortest = names.map(\.count).min() ?? 0
    if end.count < 3 || start.count + end.count >= shortest { end = "" }
    if start.count >= shortest { start = "" }
    self.start = start
    self.end = end
    text = start.isEmpty && end.isEmpty ? names.prefix(2).joined(separator: ", ") + ", …" : "\(start)*\(end)"
  }

  /// The part of a name that the title doesn't say.
  func without(_ name: String) -> String {
    start.isEmpty && end.isEmpty ? name : String(name.dropFirst(start.count).dropLast(end.count))
  }
}
