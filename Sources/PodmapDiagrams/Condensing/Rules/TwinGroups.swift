import PodmapManifests
import PodmapTopology

extension CondensingRule {
  /// Small groups of connected cards that differ only in their names are one group of stacked cards: twenty programs,
  /// each with its own database.
  static let twinGroups = CondensingRule("twin groups") { $0.stackTwinGroups() }
}

extension Condensing {
  /// The number of groups that are stacked.
  private static let twins = 3
  /// The most cards in a group.
  private static let size = 5

  fileprivate mutating func stackTwinGroups() {
    let neighbours = neighbours()
    var groups: [[String]: [[Int]]] = [:]
    let components = connected(holders.filter { neighbours[$0] != nil }) { (neighbours[$0] ?? [:]).keys.sorted() }
    for component in components where (2...Self.size).contains(component.count) {
      guard component.allSatisfy(mayStack) else { continue }
      // Cards are matched across groups by how they look, so no two cards of one group may look alike.
      let looks = component.map { look(of: $0, neighbours[$0] ?? [:]) }
      guard Set(looks).count == looks.count else { continue }
      let order = component.indices.sorted { looks[$0] < looks[$1] }
      groups[order.map { looks[$0] }, default: []].append(order.map { component[$0] })
    }
    let alike = groups.values.filter { $0.count >= Self.twins }
    for group in alike.sorted(by: { ($0.first?.first ?? 0) < ($1.first?.first ?? 0) }) {
      for position in group[0].indices { stack(group.map { $0[position] }) }
    }
  }

  /// What a card is, and what its lines lead to, without any name.
  private func look(of card: Int, _ near: [Int: Neighbours]) -> String {
    let flow = diagram.cards[card]
    var lines: [String] = []
    for (other, ways) in near {
      let kind = diagram.cards[other].kindWord
      lines += ways.out.map { "> \(kind) \(diagram.links[$0].kind) \(diagram.links[$0].isDenied)" }
      lines += ways.into.map { "< \(kind) \(diagram.links[$0].kind) \(diagram.links[$0].isDenied)" }
    }
    let rows = cards[card].rows.map { "\($0.subject)" } + cards[card].chips.map { "\($0.tag) \($0.text)" }
    return [
      flow.kindWord, "\(cards[card].frame ?? -1)", flow.mark?.rawValue ?? "",
      "\(flow.pod?.containers.count ?? 0)", "\(cards[card].tabs.count)",
    ].joined(separator: " ") + Set(lines).sorted().joined(separator: ";") + Set(rows).sorted().joined(separator: ";")
  }
}
