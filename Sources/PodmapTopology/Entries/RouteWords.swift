import PodmapManifests

/// What the lines from an entry to its backends say, by the fields that name the backends.
struct RouteWords {
  private(set) var byField: [String: (label: String, share: String)] = [:]

  init(_ entry: Entry) {
    let ways = entry.ways.filter { $0.reply == nil }
    let first = ways.first
    let hasSeveralRoutes = ways.contains { $0.matches != first?.matches || $0.hosts != first?.hosts }
    for (field, ways) in Dictionary(grouping: ways, by: \.field) {
      let labels = ways.flatMap(\.labels).uniqued
      let limit = Limit.referenceValues.value
      let shown = labels.prefix(limit).joined(separator: ", ") + (labels.count > limit ? ", …" : "")
      let shares = ways.compactMap { $0.share(withRoute: hasSeveralRoutes) }.uniqued
      byField[field] = (shown, shares.prefix(limit).joined(separator: ", ") + (shares.count > limit ? ", …" : ""))
    }
  }
}

extension Entry.Way {
  /// Each host with each path: `shop.example/cart`.
  fileprivate var labels: [String] {
    let limit = Limit.referenceValues.value
    let hosts = hosts.filter { $0 != "*" }.prefix(limit + 1)
    if hosts.isEmpty { return Array(matches.prefix(limit + 1)) }
    if matches.isEmpty { return Array(hosts) }
    return hosts.flatMap { host in
      matches.prefix(limit + 1).map { $0.hasPrefix("/") ? host + $0 : "\(host) \($0)" }
    }
  }

  /// "v2 weight 90", "copy"; `nil` if it receives all requests of its route.
  fileprivate func share(withRoute: Bool) -> String? {
    let words = [subset, weight.map(unit.words), isCopy ? "copy" : nil].compactMap(\.self).joined(separator: " ")
    if words.isEmpty { return nil }
    let route = withRoute ? matches.first ?? hosts.first : nil
    return route.map { "\($0) \(words)" } ?? words
  }
}

extension ObjectDescription {
  /// Says on the references to backends what the routes say, and drops those that no route uses.
  mutating func joinRoutes() {
    guard case .entry(let entry) = facts else { return }
    let words = RouteWords(entry).byField
    let isFromTable = EntryTables.byKind[resource.kind] != nil
    references = references.compactMap { reference in
      guard reference.edge == .routes, !reference.isReversed else { return reference }
      guard let found = words[reference.evidence.path] else { return isFromTable ? nil : reference }
      var reference = reference
      if reference.label.isEmpty { reference.label = found.label }
      reference.share = found.share
      return reference
    }
  }
}
