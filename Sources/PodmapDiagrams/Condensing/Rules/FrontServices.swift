import PodmapTopology

extension CondensingRule {
  /// A Service that leads to exactly one workload is the first row of that workload's card.
  static let frontServices = CondensingRule("Services in front") { $0.frontServices() }
}

extension Condensing {
  fileprivate mutating func frontServices() {
    var targets: [Int: Set<Int>] = [:]
    var ways: [Int: [Int]] = [:]
    for (link, from, to) in open where style(from) == .service && (links[link]?.kind.leadsRequests ?? false) {
      targets[from, default: []].insert(to)
      ways[from, default: []].append(link)
    }
    for service in targets.keys.sorted() {
      guard let workload = targets[service]?.first, targets[service]?.count == 1, style(workload).isWork,
        mayFold(service), diagram.cards[service].presence == .present
      else { continue }
      let links = ways[service] ?? []
      absorb(service, into: workload, as: tab(service, in: workload, links), isTab: true)
    }
  }

  private func tab(_ service: Int, in workload: Int, _ links: [Int]) -> CondensedDiagram.Row {
    let card = diagram.cards[service]
    let brief = card.brief
    let shown = shortName(card.shownName, in: diagram.cards[workload].shownName, ports: brief.ports)
    var row = CondensedDiagram.Row(
      id: card.id, subject: .service(isOpen: brief.isOpen), tag: brief.type ?? card.kindWord,
      items: [CondensedDiagram.Item(shown, quiet: ports(brief.ports))])
    row.mark = card.mark
    row.tooltip = about(service, links: links)
    row.represents.links = links
    return row
  }

  /// Empty if the Service has the name of the workload; a long name omits the part that repeats the workload's.
  private func shortName(_ name: String, in workload: String, ports: [String]) -> String {
    if name == workload { return "" }
    let length = name.count + ports.joined(separator: " ").count
    guard name.hasPrefix(workload), length > 26 else { return name }
    return "…" + name.dropFirst(workload.count)
  }

  private func ports(_ ports: [String]) -> String {
    let shown = detail <= .low && ports.count >= 3 ? 1 : 3
    let more = ports.count > shown ? ["+\(ports.count - shown)"] : []
    return (ports.prefix(shown) + more).joined(separator: " ")
  }
}

extension EdgeKind {
  /// Whether requests that arrive at one end are passed to the other.
  var leadsRequests: Bool { self == .selects || self == .routes }
}
