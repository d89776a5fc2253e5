extension NetworkPolicy {
  /// Who may reach its pods, and whom they may reach, in the few words that a row has room for: "from web, api +2".
  /// Ports and namespaces are in `words`.
  package var shortWords: String {
    directions.map { direction in
      let rules = rules(direction)
      let preposition = direction == .ingress ? "from" : "to"
      if rules.isEmpty { return direction == .ingress ? "from nobody" : "to nobody" }
      if let open = rules.first(where: \.peers.isEmpty) {
        let everyone = direction == .ingress ? "open to all" : "to anywhere"
        return open.ports.isEmpty ? everyone : "\(everyone): \(open.portWords)"
      }
      var names: [String] = []
      for peer in rules.flatMap(\.peers) where !names.contains(peer.shortWords) { names.append(peer.shortWords) }
      let more = names.count > 2 ? " +\(names.count - 2)" : ""
      return "\(preposition) \(names.prefix(2).joined(separator: ", "))\(more)"
    }.joined(separator: "; ")
  }
}

extension NetworkPolicy.Peer {
  /// The values of labels rather than the labels themselves.
  fileprivate var shortWords: String {
    guard case .pods(let pods, let namespaces) = self else { return words }
    if let name = pods.shortName { return name }
    guard pods.isEverything, let namespaces else { return words }
    return namespaces.shortName.map { "namespace \($0)" } ?? words
  }
}

extension LabelSelector {
  /// The value of its only requirement, if it is one of a single value.
  fileprivate var shortName: String? {
    guard !isBroken, requirements.count == 1, requirements[0].test == .isIn, requirements[0].values.count == 1 else {
      return nil
    }
    let (key, value) = (requirements[0].key, requirements[0].values[0])
    return ["true", "false", ""].contains(value) ? "\(key)=\(value)" : value
  }
}
