extension NetworkPolicy {
  /// Its content in words, a line for each rule: "ingress from app=web: 6379".
  package var words: [String] {
    (isAboutEveryPod ? ["every pod of the namespace"] : [])
      + directions.flatMap { direction in
        let rules = rules(direction)
        if rules.isEmpty { return ["\(direction.rawValue): nothing"] }
        return rules.map { $0.words(direction) }
      }
  }

  /// Whether it isolates all pods of its namespace.
  package var isAboutEveryPod: Bool { selector.isEverything }
}

extension NetworkPolicy.Rule {
  fileprivate func words(_ direction: NetworkPolicy.Direction) -> String {
    let preposition =
      switch direction {
      case .ingress: "from"
      case .egress: "to"
      }
    let who = peers.isEmpty ? "anywhere" : peers.map(\.words).joined(separator: " or ")
    return "\(direction.rawValue) \(preposition) \(who)" + (ports.isEmpty ? "" : ": \(portWords)")
  }

  /// "6379, 53/UDP"
  var portWords: String { ports.map(\.words).joined(separator: ", ") }
}

extension NetworkPolicy.Port {
  fileprivate var words: String {
    let number: String
    switch target {
    case .any: return "all \(transport)"
    case .numbers(let numbers):
      number = numbers.count == 1 ? "\(numbers.lowerBound)" : "\(numbers.lowerBound)–\(numbers.upperBound)"
    case .name(let name): number = name
    case .unreadable: number = "?"
    }
    return transport == "TCP" ? number : "\(number)/\(transport)"
  }
}

extension NetworkPolicy.Peer {
  var words: String {
    switch self {
    case .pods(let pods, nil): return pods.isEverything ? "any pod here" : pods.words
    case .pods(let pods, let namespaces?):
      let which = pods.isEverything ? "any pod" : pods.words
      return namespaces.isEverything ? "\(which) of any namespace" : "\(which) in \(namespaces.namespaceWords)"
    case .block(let block, let except, _):
      return except.isEmpty ? block.text : "\(block.text) except \(except.map(\.text).joined(separator: ", "))"
    case .unreadable: return "?"
    }
  }
}

extension LabelSelector {
  /// Whether it selects everything.
  var isEverything: Bool { requirements.isEmpty && !isBroken }

  /// "app=web, tier not in (a, b)"
  fileprivate var words: String {
    (requirements.map(\.words) + (isBroken ? ["?"] : [])).joined(separator: ", ")
  }

  /// The namespaces that it selects; those selected by name are called by their names.
  fileprivate var namespaceWords: String {
    if !isBroken, requirements.count == 1, requirements[0].key == NamespaceLabels.nameLabel,
      requirements[0].test == .isIn
    {
      return "namespace \(requirements[0].values.joined(separator: " or "))"
    }
    return "namespaces with \(words)"
  }
}

extension LabelSelector.Requirement {
  fileprivate var words: String {
    switch test {
    case .isIn where values.count == 1: "\(key)=\(values[0])"
    case .isIn: "\(key) in (\(values.joined(separator: ", ")))"
    case .isNotIn: "\(key) not in (\(values.joined(separator: ", ")))"
    case .exists: "has \(key)"
    case .doesNotExist: "no \(key)"
    }
  }
}
