package import PodmapManifests

/// A field that names another object: one row of the tables in `Tables/`.
///
/// Paths are written as in the API reference, with `[]` after a list: `volumes[].configMap.name`.
package struct ReferenceRule: Sendable, Hashable {
  /// What a path is relative to.
  package enum Source: Sendable, Hashable {
    /// Objects of one kind.
    case object(ResourceKind)
    /// The pod specification of every kind that embeds one, wherever it is embedded.
    case podSpec
    /// Each container of a pod specification, in any of its lists.
    case container
    /// Objects of every kind.
    case anyObject
  }

  /// What a field names.
  package enum Target: Sendable, Hashable {
    case kind(ResourceKind)
    /// The kind that the fields beside the name give (`kind`, with `apiVersion`, `apiGroup` or `group`), or this one if
    /// they give none.
    case kindBesideName(default: ResourceKind?)
    /// That of these kinds whose name the field `kind` beside the name gives; the first without one.
    case kindNamed([ResourceKind])
    /// A kind, or its cluster-scoped counterpart if `clusterScope: true` is beside the name.
    case kindOrClusterKind(ResourceKind)
    /// The kinds whose plurals are beside the name (`resources` of an RBAC rule).
    case resourcesBesideName
  }

  /// Where the object is looked up.
  package enum Home: Sendable, Hashable {
    /// In the namespace of the referring object.
    case sameNamespace
    /// In the namespace that a field beside the name gives, else in the referring object's.
    case namespaceBesideName
    /// In the namespace of the referring object; for a cluster-scoped object, where its controller is usually
    /// installed.
    case installed(String)
  }

  /// What happens if the input lacks the object.
  package enum Need: Sendable, Hashable {
    /// The object is missing, unless the cluster provides it.
    case required
    /// The object need not exist: it is created later, or the reference is optional.
    case optional
    /// There is no edge: only objects of the input count.
    case onlyKnown
  }

  /// How the field is written.
  package enum Notation: Sendable, Hashable {
    case name
    /// `namespace/name`, or a name alone.
    case namespaceAndName
    /// A host: a Service by its short or full name, else something outside the cluster.
    case host
    /// A host with or without a scheme and a port: `https://web.shop:8443`.
    case address
    /// A name, or that which Gloo's discovery gives to a Service: `NAMESPACE-NAME-PORT`.
    case discovered
    /// Several names, separated by commas.
    case names
    /// Names as the values of a mapping in JSON, however deep: `{"default": "web"}`.
    case namesInJSON
    /// The identity of a pod in a mesh, `cluster.local/ns/NAMESPACE/sa/NAME`, or `NAMESPACE/NAME`.
    case identity
  }

  package var source: Source
  /// A field with a dot or slash in its name is quoted: `metadata.labels["example.com/app"]`.
  package var path: String
  package var target: Target
  package var edge: EdgeKind
  package var home: Home
  /// Fields whose values form the label, each a path relative to the same source; `[]` means the item of the list in
  /// which the name was found, `[*]` every item.
  package var label: [String]
  package var need: Need = .required
  package var notation: Notation = .name
  /// Whether the edge leads from the named object to the one that names it.
  package var isReversed = false
  /// Names with a special meaning, which aren't names of objects; one that begins with `@` is the ending of such names.
  package var reserved: [String] = []
  /// A field that replaces this one if it is present.
  package var unless: String?

  package init(
    from source: Source, path: String, to target: ResourceKind, edge: EdgeKind, home: Home = .sameNamespace,
    label: [String] = []
  ) {
    self.init(from: source, path: path, to: .kind(target), edge: edge, home: home, label: label)
  }

  package init(
    from source: Source, path: String, to target: Target, edge: EdgeKind, home: Home = .sameNamespace,
    label: [String] = []
  ) {
    self.source = source
    self.path = path
    self.target = target
    self.edge = edge
    self.home = home
    self.label = label
  }
}

extension ReferenceRule {
  /// A row of a table whose sources are objects.
  init(
    _ source: ResourceKind, _ path: String, to target: Target, _ edge: EdgeKind, home: Home = .sameNamespace,
    need: Need = .required, notation: Notation = .name, isReversed: Bool = false, label: [String] = [],
    reserved: [String] = [], unless: String? = nil
  ) {
    self.init(from: .object(source), path: path, to: target, edge: edge, home: home, label: label)
    self.unless = unless
    self.need = need
    self.notation = notation
    self.isReversed = isReversed
    self.reserved = reserved
  }
}

extension ReferenceRule {
  /// A row for pod specifications whose field is ignored if another is present.
  init(_ source: Source, _ path: String, to target: Target, _ edge: EdgeKind, unless: String) {
    self.init(from: source, path: path, to: target, edge: edge)
    self.unless = unless
  }

  /// A row for pod specifications or containers with another need than `required`.
  init(_ source: Source, _ path: String, to target: Target, _ edge: EdgeKind, need: Need) {
    self.init(from: source, path: path, to: target, edge: edge)
    self.need = need
  }
}

extension ReferenceRule {
  func isReserved(_ name: String) -> Bool {
    reserved.contains { $0 == name || $0.hasPrefix("@") && name.hasSuffix($0) }
  }
}

extension ReferenceRule.Target: ExpressibleByStringLiteral {
  package init(stringLiteral kind: String) {
    self = .kind(ResourceKind(rawValue: kind))
  }

  /// The kind beside the name, or this one.
  static func beside(_ kind: String? = nil) -> Self {
    .kindBesideName(default: kind.map { ResourceKind(rawValue: $0) })
  }
}
