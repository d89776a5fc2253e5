extension NetworkPolicy.Peer {
  var words: String {
    switch self {
    case .pods(let pods, nil): return pods.isEverything ? "any pod here" : pods.requirementWords
    case .pods(let pods, let namespaces?):
      let which = pods.isEverything ? "any pod" : pods.requirementWords
      return namespaces.isEverything ? "\(which) of any namespace" : "\(which) in \(namespaces.namespaceWords)"
    case .block(let block, let except, _):
      return except.isEmpty ? block.text : "\(block.text) except \(except.map(\.text).joined(separator: ", "))"
    case .entity(let entity): return entity.name
    case .nodes: return "nodes"
    case .hosts(let patterns): return patterns.map(\.text).joined(separator: " or ")
    case .service(let name, let namespace): return "service \(namespace.map { "\($0)/" } ?? "")\(name)"
    case .caller(let caller): return caller.words
    case .unjudged(let field): return field
    case .unreadable: return "?"
    }
  }

  /// The values of labels rather than the labels themselves.
  var cardWords: [String] {
    guard case .pods(let pods, let namespaces) = self, let names = pods.shortNames else { return shortWords }
    guard let namespaces else { return names }
    let place = namespaces.isEverything ? "of any namespace" : "in \(namespaces.namespaceWords)"
    return names.map { "\($0) \(place)" }
  }

  /// The same without the namespaces.
  var shortWords: [String] {
    guard case .pods(let pods, let namespaces) = self else { return [words] }
    if let names = pods.shortNames { return names }
    guard pods.isEverything, let namespaces, let names = namespaces.shortNames else { return [words] }
    return names.map { "namespace \($0)" }
  }
}

extension MeshCaller {
  fileprivate var words: String {
    if conditions.isEmpty { return "anyone" }
    return conditions.map { condition in
      let values = condition.values.map { value in
        // `cluster.local/ns/shop/sa/web`
        let parts = value.split(separator: "/")
        return condition.attribute == .principals && parts.count == 5 ? "\(parts[2])/\(parts[4])" : value
      }.joined(separator: " or ")
      let which =
        switch condition.attribute {
        case .principals, .serviceAccounts, .ipBlocks: ""
        case .namespaces: "namespace "
        case .remoteIpBlocks: "clients at "
        case .requestPrincipals: "users "
        }
      return (condition.isNegative ? "all but " : "") + which + values
    }.joined(separator: ", ")
  }
}

extension LabelSelector {
  /// Whether it selects everything.
  var isEverything: Bool { requirements.isEmpty && !isBroken }

  /// "app=web, tier not in (a, b)"
  var requirementWords: String {
    (requirements.map(\.words) + (isBroken ? ["?"] : [])).joined(separator: ", ")
  }

  /// The values of its only requirement, if that lists values.
  fileprivate var shortNames: [String]? {
    guard !isBroken, requirements.count == 1, requirements[0].test == .isIn else { return nil }
    let key = requirements[0].key
    return requirements[0].values.map { ["true", "false", ""].contains($0) ? "\(key)=\($0)" : $0 }
  }

  /// The namespaces that it selects; those selected by name are called by their names.
  var namespaceWords: String {
    if !isBroken, requirements.count == 1, requirements[0].key == NamespaceLabels.nameLabel,
      requirements[0].test == .isIn
    {
      return "namespace \(requirements[0].values.joined(separator: " or "))"
    }
    return "namespaces with \(requirementWords)"
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
