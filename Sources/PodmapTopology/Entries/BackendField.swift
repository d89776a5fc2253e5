import PodmapManifests

extension EntryRule {
  /// A field of a route that names a backend.
  struct BackendField: Sendable {
    /// The path of the mapping that describes the backend, below the route; empty for the route itself.
    var item: String
    /// The name, below the mapping.
    var name: String
    var target: ReferenceRule.Target
    var home: ReferenceRule.Home
    var notation: ReferenceRule.Notation
    /// Fields below the mapping.
    var port: String?
    var weight: String?
    /// What the weight counts.
    var unit: Entry.Way.Unit
    var copy: Copy
    var need: ReferenceRule.Need
    /// The list that the name is looked up in, whose items name the objects.
    var list: NamedList?
    /// Names with a special meaning, and the endings of such names.
    var reserved: [String]

    /// Which backends receive copies of the requests.
    enum Copy: Sendable {
      case never, always
      /// Those in which a field is `true`.
      case marked(String)
    }

    /// Backends that routes name by a name of their own.
    struct NamedList: Sendable {
      var path: String
      /// The field with the backend's own name.
      var key = "name"
      /// The fields with the name of the Service and its port.
      var name: String
      var port: String?
    }

    init(
      _ item: String, _ name: String, to target: ReferenceRule.Target = .beside("Service"),
      home: ReferenceRule.Home = .namespaceBesideName, notation: ReferenceRule.Notation = .name, port: String? = nil,
      weight: String? = nil, unit: Entry.Way.Unit = .weight, copy: Copy = .never, in list: NamedList? = nil,
      reserved: [String] = [], need: ReferenceRule.Need = .required
    ) {
      self.need = need
      self.item = item
      self.name = name
      self.target = target
      self.home = home
      self.notation = notation
      self.port = port
      self.weight = weight
      self.unit = unit
      self.copy = copy
      self.list = list
      self.reserved = reserved
    }
  }
}

extension EntryRule {
  /// The rows of the table of references that follow from it: to backends, and to the Secrets of certificates.
  var references: [ReferenceRule] {
    kinds.flatMap { kind in
      let backends = routes.flatMap { route in
        route.backends.map { backend in
          ReferenceRule(
            kind,
            backend.list.map { Self.path($0.path, $0.name) }
              ?? Self.path(route.path, route.items, backend.item, backend.name),
            to: backend.target, .routes, home: backend.home, need: backend.need, notation: backend.notation,
            reserved: backend.reserved)
        }
      }
      let secrets = tls.compactMap { field in
        field.secret.map {
          ReferenceRule(
            kind, Self.path(field.path, $0), to: "Secret", .uses, home: .namespaceBesideName, notation: field.notation)
        }
      }
      // Several routes may look their backends up in the same list.
      return (backends + secrets).uniqued
    }
  }

  static func path(_ parts: String...) -> String { parts.filter { !$0.isEmpty }.joined(separator: ".") }
}
