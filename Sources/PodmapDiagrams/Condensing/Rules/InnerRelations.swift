import PodmapManifests
import PodmapTopology

extension CondensingRule {
  /// What leads from a card back to itself, because both ends have become parts of it, is a row if it says something:
  /// a workload that calls its own Service.
  static let innerRelations = CondensingRule("relations inside a card") { $0.stateInnerRelations() }
}

extension Condensing {
  fileprivate mutating func stateInnerRelations() {
    for position in links.indices {
      guard let link = links[position], link.fate == .line, holder(link.from) == holder(link.to) else { continue }
      stateInside(position, at: holder(link.from))
    }
  }

  /// States a link whose ends are in one card.
  mutating func stateInside(_ position: Int, at card: Int) {
    state([position])
    let flow = diagram.links[position]
    let isCall = flow.kind == .calls && links[position].map { $0.from != $0.to } ?? false
    guard isCall || flow.isDenied || flow.kind == .connects || flow.mark ?? .kept != .kept else {
      cards[card].represents.links.append(position)
      return
    }
    let words =
      isCall
      ? "itself" + (flow.isDenied || flow.mark != nil ? ": \(flow.label)" : "") : diagram.inner(flow, index)
    let tag = flow.mark.signed(isCall ? flow.kind.verb : "")
    if let known = cards[card].rows.firstIndex(where: {
      $0.subject == .calls && $0.tag == tag && $0.items.map(\.text) == [words] && $0.mark == flow.mark
    }) {
      cards[card].rows[known].represents.links.append(position)
      return
    }
    var row = CondensedDiagram.Row(
      subject: isCall ? .calls : .fact, tag: tag, items: [CondensedDiagram.Item(words)])
    row.mark = flow.mark
    row.tooltip = ([diagram.inner(flow, index)] + sources([position])).joined(separator: " · ")
    row.represents.links = [position]
    cards[card].rows.append(row)
  }
}

extension FlowDiagram {
  /// "server calls cache: CACHE_URL"
  func inner(_ link: Link, _ index: ElementIndex) -> String {
    let names = [link.from, link.to].map { id in index[id].map(name(of:)) ?? id.text }
    let label = link.label.isBlank ? "" : ": " + link.label
    return link.kind == .connects
      ? "\(names[0]) → \(names[1])\(label)" : "\(names[0]) \(link.kind.verb) \(names[1])\(label)"
  }
}
