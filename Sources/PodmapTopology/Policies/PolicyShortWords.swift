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
      for name in rules.flatMap(\.peers).flatMap(\.shortWords) where !names.contains(name) { names.append(name) }
      let more = names.count > 2 ? " +\(names.count - 2)" : ""
      return "\(preposition) \(names.prefix(2).joined(separator: ", "))\(more)"
    }.joined(separator: "; ")
  }
}

extension NetworkPolicy.Peer {
  /// The values of labels rather than the labels themselves.
  fileprivate var shortWords: [String] {
    guard case .pods(let pods, let namespaces) = self else { return [words] }
    if let names = pods.shortNames { return names }
    guard pods.isEverything, let namespaces, let names = namespaces.shortNames else { return [words] }
    return names.map { "namespace \($0)" }
  }
}

extension LabelSelector {
  /// The values of its only requirement, if that lists values.
  fileprivate var shortNames: [String]? {
    guard !isBroken, requirements.count == 1, requirements[0].test == .isIn else { return nil }
    let key = requirements[0].key
    return requirements[0].values.map { ["true", "false", ""].contains($0) ? "\(key)=\($0)" : $0 }
  }
}
