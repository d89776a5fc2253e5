package import PodmapManifests

/// A field that names another object: one row of the tables in `Tables/`.
///
/// A path is written as in the API reference, with `[]` behind a list: `volumes[].configMap.name`.
package struct ReferenceRule: Sendable, Hashable {
  /// What a path begins at.
  package enum Source: Sendable, Hashable {
    /// Objects of one kind.
    case object(ResourceKind)
    /// The pod specification of every kind that embeds one, wherever it is embedded.
    case podSpec
    /// Each container of a pod specification, whatever list it stands in.
    case container
    /// Objects of every kind.
    case anyObject
  }

  /// What a field names.
  package enum Target: Sendable, Hashable {
    case kind(ResourceKind)
    /// The kind that the fields beside the name give (`kind`, with `apiVersion`, `apiGroup` or `group`), or
    /// the one here where they give none.
    case kindBesideName(default: ResourceKind?)
    /// A kind, or with `clusterScope: true` beside the name its sibling for the whole cluster.
    case kindOrClusterKind(ResourceKind)
    /// The kinds whose plurals stand beside the name (`resources` of an RBAC rule).
    case resourcesBesideName
  }

  /// Where the object is looked for.
  package enum Home: Sendable, Hashable {
    /// In the namespace of the object that refers.
    case sameNamespace
    /// In the namespace that the field beside the name gives, else in its own.
    case namespaceBesideName
    /// In the namespace of the object that refers; for an object of the whole cluster where its controller is
    /// usually installed.
    case installed(String)
  }

  /// What becomes of a name that the input does not hold.
  package enum Need: Sendable, Hashable {
    /// The object is missing, unless the cluster provides it.
    case required
    /// It need not exist: something makes it later, or does without it.
    case optional
    /// Nothing: there is an edge to an object of the input, or none.
    case onlyKnown
  }

  /// How the field is written.
  package enum Notation: Sendable, Hashable {
    case name
    /// `namespace/name`, or a name alone.
    case namespaceAndName
    /// A host: a Service by its short or its full name, else something outside of the cluster.
    case host
    /// The identity of a pod in a mesh, `cluster.local/ns/NAMESPACE/sa/NAME`, or `NAMESPACE/NAME`.
    case identity
  }

  package var source: Source
  /// A field with a dot or slash in its name stands in quotes: `metadata.labels["example.com/app"]`.
  package var path: String
  package var target: Target
  package var edge: EdgeKind
  package var home: Home
  /// Fields whose values make the label, each a path from where `path` begins; a list on the way is
  /// entered at the same item, or with `[*]` at every item.
  package var label: [String]
  package var need: Need = .required
  package var notation: Notation = .name
  /// Whether the edge leads from the object that is named to the one that names it.
  package var isReversed = false
  /// Names that have a meaning of their own and are no object's.
  package var reserved: [String] = []
  /// A field that takes the place of this one where it is written.
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
  /// A row for pod specifications whose field gives way to another.
  init(_ source: Source, _ path: String, to target: Target, _ edge: EdgeKind, unless: String) {
    self.init(from: source, path: path, to: target, edge: edge)
    self.unless = unless
  }

  /// A row for pod specifications, or containers, that makes no object missing.
  init(_ source: Source, _ path: String, to target: Target, _ edge: EdgeKind, need: Need) {
    self.init(from: source, path: path, to: target, edge: edge)
    self.need = need
  }
}

extension ReferenceRule.Target: ExpressibleByStringLiteral {
  package init(stringLiteral kind: String) {
    self = .kind(ResourceKind(rawValue: kind))
  }

  /// The kind beside the name, or the one here.
  static func beside(_ kind: String? = nil) -> Self {
    .kindBesideName(default: kind.map { ResourceKind(rawValue: $0) })
  }
}
