import PodmapManifests
import PodmapTopology

extension CondensingRule {
  /// Addresses that are merely available to a workload, as in a ConfigMap that lists every Service and that everyone
  /// loads, are one row: lines between all pairs would say that everyone calls everyone.
  static let possibleCalls = CondensingRule("possible calls") { $0.statePossibleCalls() }
}

extension Condensing {
  /// The number of addresses that a row lists by name.
  private static let namedAddresses = 3
  /// The number of cards that may call one other before nothing can be told from it.
  private static let callers = 3

  fileprivate mutating func statePossibleCalls() {
    let possible = open.filter { diagram.links[$0.link].isPossible && !diagram.links[$0.link].isDenied }
    // What only a few load is still worth a line, which looks less certain than others.
    let callers = Dictionary(grouping: possible, by: \.to).mapValues { Set($0.map(\.from)).count }
    var calls: [Int: [Int]] = [:]
    for (link, from, to) in possible where callers[to] ?? 0 > Self.callers {
      calls[from, default: []].append(link)
    }
    for caller in calls.keys.sorted() {
      let links = calls[caller] ?? []
      let targets = links.compactMap { self.links[$0]?.to }.uniqued
      let names = targets.map { diagram.cards[$0].shownName }
      var row = CondensedDiagram.Row(subject: .calls, tag: "may call", items: [])
      if names.count > Self.namedAddresses {
        row.tag = "addresses"
        row.items = [CondensedDiagram.Item("of \(Summary.count(names.count, "Service"))")]
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
