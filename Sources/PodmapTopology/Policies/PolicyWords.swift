import PodmapManifests

extension NetworkPolicy {
  /// Its content in words, a line for each rule: "ingress from app=web: 6379".
  package var words: [String] { lines { $0.words.joined(separator: " or ") } }

  /// The same in the room that a card has: values of labels without their keys, and "web and 3 more" for many peers.
  package var cardWords: [String] { lines(\.cardPeers) }

  private func lines(_ peers: (Rule) -> String) -> [String] {
    all.flatMap { $0.ownLines(peers) }
  }

  private func ownLines(_ peers: (Rule) -> String) -> [String] {
    switch gap {
    case .unread: return ["not judged: a policy of another kind"]
    case .invalid: return ["invalid: its effect is unknown"]
    case nil: break
    }
    return tier.words + subjectWords
      + affectedHere.flatMap { direction in
        let rules = rules(direction)
        if rules.isEmpty { return ["\(direction.rawValue): nothing"] }
        return rules.map { $0.words(direction, peers($0)) }
      }
  }

  private var affectedHere: [Direction] {
    directions + Direction.allCases.filter { !directions.contains($0) && affects($0) }
  }

  /// Whether it is about all pods of its namespace, or of all namespaces.
  package var isAboutEveryPod: Bool {
    gap == nil && all.contains { $0.selector.isEverything && ($0.namespaces?.isEverything ?? true) }
  }

  private var subjectWords: [String] {
    switch namespaces {
    case nil: selector.isEverything ? ["every pod of the namespace"] : []
    case let namespaces? where namespaces.isEverything:
      [selector.isEverything ? "every pod of every namespace" : "\(selector.requirementWords) of every namespace"]
    case let namespaces?:
      ["\(selector.isEverything ? "every pod" : selector.requirementWords) in \(namespaces.namespaceWords)"]
    }
  }
}

extension NetworkPolicy.Tier {
  fileprivate var words: [String] {
    switch self {
    case .admin(let priority): ["admin tier, priority \(priority)"]
    case .baseline(let priority): ["baseline tier" + (priority == 0 ? "" : ", priority \(priority)")]
    case .standard: []
    case .mesh: ["at proxies of the mesh"]
    }
  }
}

extension NetworkPolicy.Rule {
  fileprivate func words(_ direction: NetworkPolicy.Direction, _ peers: String) -> String {
    let preposition =
      switch direction {
      case .ingress: "from"
      case .egress: "to"
      }
    let who = self.peers.isEmpty ? "anywhere" : peers
    let conditions = condition.map { " (if \($0) match)" } ?? ""
    return "\(action.words)\(direction.rawValue) \(preposition) \(who)" + (ports.isEmpty ? "" : ": \(portWords)")
      + conditions
  }

  /// Each peer in full.
  fileprivate var words: [String] { peers.map(\.words) }

  /// The peers, or the first of them and how many more there are.
  fileprivate var cardPeers: String {
    var names: [String] = []
    for name in peers.flatMap(\.cardWords) where !names.contains(name) { names.append(name) }
    var shown = names.count
    func text() -> String {
      let more = names.count - shown
      if more > 0 { return "\(names.prefix(shown).joined(separator: ", ")) and \(more) more" }
      return names.count < 2
        ? names.joined() : "\(names.dropLast().joined(separator: ", ")) or \(names[names.count - 1])"
    }
    while shown > 1, text().count > Limit.policyPeers.value { shown -= 1 }
    return text()
  }

  /// "6379, 53/UDP"
  var portWords: String { ports.map(\.words).joined(separator: ", ") }
}

extension NetworkPolicy.Action {
  fileprivate var words: String {
    switch self {
    case .allow: ""
    case .deny: "deny "
    case .pass: "pass on "
    case .delegate: "ask a program about "
    }
  }
}

extension NetworkPolicy.Port {
  fileprivate var words: String {
    let number: String
    switch target {
    case .any: return transport.map { "all \($0)" } ?? "all ports"
    case .none: return "none"
    case .numbers(let numbers):
      number = numbers.count == 1 ? "\(numbers.lowerBound)" : "\(numbers.lowerBound)–\(numbers.upperBound)"
    case .allBut(let numbers): number = "all but \(numbers.map { String($0) }.joined(separator: " and "))"
    case .name(let name): number = name
    case .unreadable: number = "?"
    }
    return transport == "TCP" || transport == nil ? number : "\(number)/\(transport ?? "")"
  }
}
