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
  }

  /// What a field names.
  package enum Target: Sendable, Hashable {
    case kind(ResourceKind)
    /// The kind that the fields beside the name give (`kind`, with `apiVersion`, `apiGroup` or `group`), or
    /// the one here where they give none.
    case kindBesideName(default: ResourceKind?)
  }

  /// Where the object is looked for.
  package enum Home: Sendable, Hashable {
    /// In the namespace of the object that refers.
    case sameNamespace
    /// In the namespace that the field beside the name gives, else in its own.
    case namespaceBesideName
  }

  package var source: Source
  package var path: String
  package var target: Target
  package var edge: EdgeKind
  package var home: Home
  /// Fields whose values make the label, each a path from where `path` begins; a list on the way is
  /// entered at the same item.
  package var label: [String]

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
