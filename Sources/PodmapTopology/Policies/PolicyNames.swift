import PodmapManifests

extension NodeID {
  /// The kind and name of an object: "NetworkPolicy 'db'".
  var kindAndName: String { "\(kindName) '\(objectName.shortened())'" }

  /// The kind without its group.
  fileprivate var kindName: String {
    let parts = text.split(separator: "/")
    return parts.count < 2 ? text : ResourceKind(rawValue: String(parts[parts.count - 2])).name
  }

  fileprivate var objectName: String { text.split(separator: "/").last.map { String($0) } ?? text }
}

extension Verdict {
  /// The kinds of its policies: "NetworkPolicy".
  package var kinds: [String] { Set(policies.map(\.kindName)).sorted() }
}

extension [NodeID] {
  /// "NetworkPolicies 'a' and 'b' and AdminNetworkPolicy 'c'"
  var kindsAndNames: String {
    let groups = Dictionary(grouping: self, by: \.kindName).sorted { $0.key < $1.key }
    return groups.map { kind, policies in
      let names = Set(policies.map { $0.objectName.shortened() }).sorted().map { "'\($0)'" }
      let word = names.count == 1 ? kind : kind.hasSuffix("y") ? "\(kind.dropLast())ies" : "\(kind)s"
      return "\(word) \(names.joined(separator: " and "))"
    }.joined(separator: " and ")
  }
}
