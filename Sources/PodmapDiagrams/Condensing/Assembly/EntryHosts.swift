extension Assembly {
  /// If all routes of an entry have the same host, the entry's card says it, and its lines only have their paths.
  mutating func omitHosts(in lines: inout [CondensedDiagram.Line]) {
    let routes = lines.indices.filter { lines[$0].group == .routes && cards[lines[$0].from.card].style == .entry }
    for (entry, routes) in Dictionary(grouping: routes, by: { lines[$0].from.card }).sorted(by: { $0.key < $1.key }) {
      let labels = routes.flatMap { lines[$0].labels }
      let hosts = Set(labels.map { $0.prefix { $0 != "/" } })
      guard hosts.count == 1, let host = hosts.first, !host.isEmpty, !host.contains(" "), !host.hasPrefix(":") else {
        continue
      }
      for route in routes {
        lines[route].labels = lines[route].labels.map { String($0.dropFirst(host.count)) }
          .filter { !["", "/", "/*"].contains($0) }
      }
      let isShown = cards[entry].rows.contains { $0.items.contains { $0.text.contains(host) } }
      if isShown || cards[entry].name == host { continue }
      cards[entry].rows.insert(
        CondensedDiagram.Row(subject: .fact, tag: "host", items: [CondensedDiagram.Item(String(host))]), at: 0)
    }
  }
}
