import PodmapManifests

/// Whether a Gateway accepts a route, or a set of listeners, that names it as its parent.
struct Acceptance {
  /// Why not; `nil` if a listener accepts it, or might.
  private(set) var refusal: String?

  init(
    _ object: ObjectDescription, _ entry: Entry, _ parent: Entry.Parent, _ gateway: ObjectDescription,
    _ namespaces: NamespaceLabels
  ) {
    guard case .entry(let facts) = gateway.facts else { return }
    let place = Place(object, gateway, namespaces)
    if object.resource.kind.isListenerSet {
      refusal = facts.setAdmission.flatMap { place.refusal($0.namespaces, "it", "allowedListeners") }
      return
    }
    var doors = facts.doors
    // A Gateway may have all of its listeners in sets.
    if doors.isEmpty { return }
    if let name = parent.listener {
      doors = doors.filter { $0.name == name }
      if doors.isEmpty { refusal = "it has no listener '\(name.shortened())'" }
    }
    if refusal == nil, let port = parent.port {
      doors = doors.filter { $0.port == port }
      if doors.isEmpty { refusal = "it has no \(parent.listener == nil ? "" : "such ")listener at port \(port)" }
    }
    // The reason of the listener that comes closest to accepting it.
    var reasons: [(stage: Int, text: String)] = []
    for door in doors {
      guard let reason = Self.reason(door, object.resource.kind, entry.hosts, place) else { return }
      reasons.append(reason)
    }
    if let last = reasons.map(\.stage).max() { refusal = reasons.first { $0.stage == last }?.text }
  }

  private static func reason(
    _ door: Entry.Door, _ kind: ResourceKind, _ hosts: [String], _ place: Place
  ) -> (stage: Int, text: String)? {
    let listener = door.name.map { "its listener '\($0.shortened())'" } ?? "its listener"
    if let kinds = door.admission?.kinds {
      if !kinds.contains(kind) { return (0, "\(listener) only takes \(kinds.map(\.name).listed)") }
    } else if let kinds = protocolKinds[door.protocolName], !kinds.contains(kind.name) {
      return (0, "\(listener) is for \(door.protocolName)")
    }
    if let admission = door.admission, let reason = place.refusal(admission.namespaces, listener, "allowedRoutes") {
      return (1, reason)
    }
    let isAboutHosts = kind.name == "HTTPRoute" || kind.name == "GRPCRoute" || kind.name == "TLSRoute"
    if isAboutHosts, let own = door.hosts.first, !own.isEmpty, !hosts.isEmpty,
      !hosts.contains(where: { ListenerHost(own).overlaps(ListenerHost($0)) })
    {
      return (2, "\(listener) is for the host '\(own.shortened())'")
    }
    return nil
  }

  /// The routes that each protocol of a listener can take; other protocols are extensions.
  private static let protocolKinds: [String: Set<String>] = [
    "HTTP": ["HTTPRoute", "GRPCRoute"], "HTTPS": ["HTTPRoute", "GRPCRoute"], "TLS": ["TLSRoute", "TCPRoute"],
    "TCP": ["TCPRoute"], "UDP": ["UDPRoute"],
  ]

  /// The namespaces of a route and a Gateway.
  private struct Place {
    let object: ObjectDescription
    let gateway: ObjectDescription
    let namespaces: NamespaceLabels

    init(_ object: ObjectDescription, _ gateway: ObjectDescription, _ namespaces: NamespaceLabels) {
      self.object = object
      self.gateway = gateway
      self.namespaces = namespaces
    }

    /// Why the namespace of the route isn't admitted; `nil` if it is, or if its labels are unknown.
    func refusal(_ admitted: Entry.Admission.Namespaces, _ what: String, _ field: String) -> String? {
      switch admitted {
      case .all: return nil
      case .none: return "\(what) takes none from any namespace (\(field))"
      case .same:
        // A manifest that leaves out its namespace may be applied to any.
        let isKnown = object.isNamespaceKnown && gateway.isNamespaceKnown
        if !isKnown || object.innerNamespace == gateway.innerNamespace { return nil }
        return "\(what) only takes those of its own namespace '\(gateway.innerNamespace.shortened())' (\(field))"
      case .selected(let selector):
        guard namespaces.isPicked(object.home, by: selector) == .no else { return nil }
        return "\(what) doesn't select the namespace '\(object.innerNamespace.shortened())' (\(field))"
      }
    }
  }
}

/// A host, or all hosts with an ending: `*.shop.example`.
struct ListenerHost {
  private let ending: Substring
  private let isWildcard: Bool

  init(_ text: String) {
    isWildcard = text.hasPrefix("*.") || text == "*"
    ending = isWildcard ? text.lowercased()[...].dropFirst() : text.lowercased()[...]
  }

  /// Whether some host fits both.
  func overlaps(_ other: ListenerHost) -> Bool {
    switch (isWildcard, other.isWildcard) {
    case (false, false): ending == other.ending
    case (true, false): other.ending.hasSuffix(ending) && other.ending.count > ending.count
    case (false, true): ending.hasSuffix(other.ending) && ending.count > other.ending.count
    case (true, true): ending.hasSuffix(other.ending) || other.ending.hasSuffix(ending)
    }
  }
}
