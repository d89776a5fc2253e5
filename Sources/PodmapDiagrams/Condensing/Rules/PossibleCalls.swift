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

  fileprivate mutating func statePossibleCalls() {
    var calls: [Int: [Int]] = [:]
    for (link, from, _) in open where diagram.links[link].isPossible && !diagram.links[link].isDenied {
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
