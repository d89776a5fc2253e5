/// Everything that we know about one kind: a row of the tables in `Tables/`.
///
/// What a row leaves out follows from the kind's name; see `KindEnding`.
package struct KnownKind: Sendable {
  package enum Scope: Sendable {
    case namespaced, cluster
  }

  package let kind: ResourceKind
  /// The name of the resource in the API and in RBAC rules: `deployments`.
  package let plural: String
  /// The short names that `kubectl api-resources` lists: `deploy`.
  package let shortNames: [String]
  /// `nil` for kinds that no API serves, such as containers.
  package let scope: Scope?
  package let family: KindFamily?
  package let icon: Icon?
  /// The views that show objects of the kind for their own sake.
  package let views: Set<KindView>
  /// Short names of icon files. They are those of the Kubernetes project's icons if these differ from kubectl's.
  package let iconNames: [String]
  /// The objects of the kind that clusters have without a manifest.
  package let provided: ProvidedObjects

  init(
    _ kind: ResourceKind, _ plural: String, _ shortNames: [String], _ scope: Scope, _ family: KindFamily? = nil,
    icon: Icon? = nil, views: Set<KindView> = [.workloads], iconNames: [String]? = nil,
    provided: ProvidedObjects = .none
  ) {
    self.init(
      kind: kind, plural: plural, shortNames: shortNames, scope: scope, family: family, icon: icon, views: views,
      iconNames: iconNames, provided: provided)
  }

  /// A kind without short names.
  init(
    _ kind: ResourceKind, _ plural: String, _ scope: Scope?, _ family: KindFamily? = nil, icon: Icon? = nil,
    views: Set<KindView> = [.workloads], iconNames: [String]? = nil, provided: ProvidedObjects = .none
  ) {
    self.init(
      kind: kind, plural: plural, shortNames: [], scope: scope, family: family, icon: icon, views: views,
      iconNames: iconNames, provided: provided)
  }

  private init(
    kind: ResourceKind, plural: String, shortNames: [String], scope: Scope?, family: KindFamily?, icon: Icon?,
    views: Set<KindView>, iconNames: [String]?, provided: ProvidedObjects
  ) {
    self.kind = kind
    self.plural = plural
    self.shortNames = shortNames
    self.scope = scope
    self.family = family
    self.icon = icon
    self.views = views
    self.iconNames = iconNames ?? shortNames
    self.provided = provided
  }
}

/// Objects that a cluster has without a manifest, so that a reference to one of them never dangles.
package enum ProvidedObjects: Sendable {
  case none
  /// Every object of the kind: these are part of the cluster that the application is installed on.
  case all
  /// Objects with these names, or names with this prefix; in one namespace only if one is given.
  case named([String], prefix: String? = nil, in: String? = nil)

  /// Namespaces that every cluster has; everything in them belongs to the cluster.
  package static let systemNamespaces = ["kube-system", "kube-public", "kube-node-lease"]

  package func contains(_ name: String, in namespace: String?) -> Bool {
    switch self {
    case .none: false
    case .all: true
    case .named(let names, let prefix, let home):
      (home == nil || home == namespace) && (names.contains(name) || prefix.map { name.hasPrefix($0) } ?? false)
    }
  }
}
