package import PodmapManifests

/// A name that a user typed for objects: `frontend`, `Deployment/frontend`, `shop/Deployment/frontend`, a
/// container's id, or a kind; with `*` for any run of characters, ignoring case.
package struct NamePattern: Sendable, Hashable {
  package let text: String
  private let parts: [String]

  package init(_ text: String) {
    self.text = text
    parts = text.lowercased().split(separator: "*", omittingEmptySubsequences: false).map(String.init)
  }

  /// Whether the pattern is the node's name, its kind and name, or its id.
  package func matches(_ node: Node) -> Bool {
    matches(node.name) || matches("\(node.kind.rawValue)/\(node.name)") || matches(node.id.text)
      || matchesPath(of: node) || (node.drawnByHand.map { matches($0.label) } ?? false)
      || matchesShortName(of: node)
  }

  /// Whether the pattern is a short name of the node's kind and the node's name: `deploy/frontend`.
  private func matchesShortName(of node: Node) -> Bool {
    guard let slash = text.firstIndex(of: "/"), let row = KnownKind(node.kind) else { return false }
    return row.shortNames.contains(text[..<slash].lowercased())
      && text[text.index(after: slash)...].lowercased() == node.name.lowercased()
  }

  /// Whether the pattern is the end of a container's id, from its workload on: `web/nginx`, `Deployment/web/nginx`.
  private func matchesPath(of node: Node) -> Bool {
    guard node.kind == .container, parts.count == 1, text.contains("/") else { return false }
    return !text.hasPrefix("/") && node.id.text.lowercased().hasSuffix("/" + parts[0])
  }

  /// Whether the pattern is the node's kind: `Deployment`, `deployments`, `deploy`.
  func matchesKind(of node: Node) -> Bool {
    matches(kind: node.kind)
  }

  package func matches(kind: ResourceKind) -> Bool {
    matches(kind.rawValue) || matches(kind.name) || matches(kind.plural)
      || KnownKind(kind)?.shortNames.contains(text.lowercased()) ?? false
  }

  private func matches(_ candidate: String) -> Bool {
    let candidate = candidate.lowercased()
    guard parts.count > 1 else { return candidate == parts[0] }
    guard candidate.hasPrefix(parts[0]) else { return false }
    var rest = candidate.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let end = Self.end(of: part, in: rest) else { return false }
      rest = rest[end...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }

  private static func end(of part: String, in text: Substring) -> Substring.Index? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(part) { return text.index(start, offsetBy: part.count) }
      start = text.index(after: start)
    }
    return nil
  }
}
