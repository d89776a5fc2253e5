import PodmapManifests

extension NetworkPolicy {
  /// Who may reach its pods, and whom they may reach, in the few words that a row has room for: "from web, api and 2 more".
  /// Ports and namespaces are in `words`.
  package var shortWords: String {
    switch gap {
    case .unread: return "not judged"
    case .invalid: return "invalid"
    case nil: break
    }
    let parts = all.flatMap { policy in
      NetworkPolicy.Direction.allCases.filter { policy.affects($0) }.map { policy.shortWords($0) }
    }
    return parts.isEmpty ? "no rules" : parts.uniqued.joined(separator: "; ")
  }

  private func shortWords(_ direction: Direction) -> String {
    let preposition = direction == .ingress ? "from" : "to"
    let rules = rules(direction)
    if rules.isEmpty { return "\(preposition) nobody" }
    let others = Set(rules.map(\.action)).subtracting([.allow])
    // What lets through, and what denies, can't be one list.
    if !others.isEmpty {
      if Set(rules.map(\.action)).count > 1 { return "\(rules.count) \(direction.rawValue) rules" }
      let verb = others == [.deny] ? "not " : others == [.pass] ? "pass on " : "asked "
      return verb + names(rules, preposition)
    }
    if let open = rules.first(where: { $0.peers.isEmpty && $0.condition == nil }) {
      let everyone = direction == .ingress ? "open to all" : "to anywhere"
      return open.ports.isEmpty ? everyone : "\(everyone): \(open.portWords)"
    }
    return names(rules, preposition)
  }

  private func names(_ rules: [Rule], _ preposition: String) -> String {
    let names = rules.flatMap { $0.peers.isEmpty ? ["anyone"] : $0.peers.flatMap(\.shortWords) }.uniqued
    // Half a list, or half a name, would be another one.
    var shown = min(2, names.count)
    if shown == 2, names[0].count + names[1].count > Limit.policyRow.value { shown = 1 }
    let more = names.count > shown ? " and \(names.count - shown) more" : ""
    return "\(preposition) \(names.prefix(shown).joined(separator: ", "))\(more)"
  }
}
