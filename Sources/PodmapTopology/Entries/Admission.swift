package import PodmapManifests

extension Entry {
  /// Which objects may be attached to a listener, or to a Gateway (`allowedRoutes`, `allowedListeners`).
  package struct Admission: Sendable, Hashable {
    /// The namespaces of these objects.
    package enum Namespaces: Sendable, Hashable {
      /// That of the Gateway.
      case same
      case all, none
      case selected(LabelSelector)
    }

    package var namespaces: Namespaces
    /// The kinds of routes; `nil` for those that fit the protocol.
    package var kinds: [ResourceKind]?
  }
}

extension Entry.Admission {
  /// Reads `namespaces` of one of the fields.
  init(_ value: Value?, default standard: Namespaces) {
    switch value?["from"]?.text {
    case "Same": namespaces = .same
    case "All": namespaces = .all
    case "None": namespaces = .none
    case "Selector":
      namespaces = value?["selector"].map { .selected(LabelSelector($0, path: FieldPath(), file: "")) } ?? .none
    default: namespaces = standard
    }
  }
}
