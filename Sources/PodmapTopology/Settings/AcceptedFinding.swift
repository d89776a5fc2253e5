package import PodmapManifests

/// A finding that somebody has looked at and accepts, by its code and what it is about.
package struct AcceptedFinding: Sendable {
  package var topic: Diagnostic.Topic
  /// What the finding is about: objects, or if it is about none, the file.
  package var object: NamePattern
  package var reason: String
  package var place: Place

  package init(_ topic: Diagnostic.Topic, _ object: NamePattern, reason: String, at place: Place) {
    self.topic = topic
    self.object = object
    self.reason = reason
    self.place = place
  }

  /// An error is never accepted: part of the input is not drawn.
  func accepts(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.severity != .error, diagnostic.topic == topic else { return false }
    if diagnostic.objects.isEmpty { return object.matches(id: diagnostic.place?.file ?? "") }
    return diagnostic.objects.contains { object.matches(id: $0) }
  }
}

/// A finding that is not reported, and why.
package struct AcceptedDiagnostic: Sendable {
  package var diagnostic: Diagnostic
  package var reason: String

  package init(_ diagnostic: Diagnostic, reason: String) {
    self.diagnostic = diagnostic
    self.reason = reason
  }
}

extension NamePattern {
  /// Whether the pattern is an id, or the name, or the kind and name in it; the id of a container also counts as that of
  /// its workload.
  func matches(id: String) -> Bool {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    func matches(_ kind: String, _ name: String, _ namespace: String?, _ text: String) -> Bool {
      self.matches(
        Node(id: NodeID(text), kind: ResourceKind(rawValue: kind), name: name, namespace: namespace))
    }
    switch parts.count {
    case 0, 1: return matches("", id, nil, id)
    case 2: return matches(parts[0], parts[1], nil, id)
    case 3: return matches(parts[1], parts[2], parts[0], id)
    default:
      return matches(ResourceKind.container.rawValue, parts[parts.count - 1], parts[0], id)
        || matches(parts[1], parts[2], parts[0], parts[0..<3].joined(separator: "/"))
    }
  }
}
