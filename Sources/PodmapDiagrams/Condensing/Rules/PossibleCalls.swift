import PodmapManifests
import PodmapTopology

extension CondensingRule {
  /// Addresses that are merely available to a workload, as in a ConfigMap that lists every Service and that everyone
  /// loads, are one row: lines between all pairs would say that everyone calls everyone.
  static let possibleCalls = CondensingRule("possible calls") { $0.statePossibleCalls() }
}

extension Condensing {
  /// The number of cards that may call one other before nothing can be told from it.
  private static let callers = 3

  fileprivate mutating func statePossibleCalls() {
    let possible = open.filter { diagram.links[$0.link].isPossible && !diagram.links[$0.link].isDenied }
    // What only a few load is still worth a line, which looks less certain than others, but not if it is a book of
    // addresses: several read it, and each finds several in it.
    let callers = Dictionary(grouping: possible, by: \.to).mapValues { Set($0.map(\.from)).count }
    let targets = Dictionary(grouping: possible, by: \.from).mapValues { Set($0.map(\.to)).count }
    var calls: [Int: [Int]] = [:]
    for (link, from, to) in possible {
      let count = callers[to] ?? 0
      guard count > Self.callers || count > 1 && targets[from] ?? 0 > 1 else { continue }
      calls[from, default: []].append(link)
    }
    for caller in calls.keys.sorted() {
      let links = calls[caller] ?? []
      let targets = links.compactMap { self.links[$0]?.to }.uniqued
      let names = targets.map { diagram.cards[$0].shownName }
      var row = CondensedDiagram.Row(subject: .calls, tag: "may call", items: [])
      if names.count > 1 {
        let holders = links.compactMap { diagram.links[$0].holder }.uniqued.joined(separator: ", ")
        let source = holders.isEmpty ? "" : ", from \(holders.shortenedList(to: 44))"
        row.tag = "addresses"
        row.items = [CondensedDiagram.Item("of \(Summary.count(names.count, "Service"))\(source)")]
      } else {
        row.items = names.map { CondensedDiagram.Item($0) }
      }
      row.tooltip = (["may call \(names.joined(separator: ", "))"] + sources(links)).joined(separator: " · ")
      row.represents.links = links
      state(links)
      cards[caller].rows.append(row)
    }
  }
}
