extension KnownKind {
  /// Every kind that we know something about.
  package static let all: [KnownKind] = [
    // Implied kinds come first: icons are named for the first kind that has them.
    impliedKinds, coreKinds, workloadKinds, networkKinds, accessKinds, storageKinds, clusterKinds, gatewayKinds,
    istioKinds, policyKinds,
    argoKinds, certificateKinds, secretKinds, monitoringKinds, knativeKinds, kedaKinds, strimziKinds,
    batchKinds, computeKinds, fluxKinds, controllerKinds, otherCustomKinds,
  ].flatMap(\.self)

  private static let byKind = Dictionary(all.map { ($0.kind, $0) }) { first, _ in first }

  /// The rows of each name without its API group.
  fileprivate static let byName = Dictionary(grouping: all, by: \.kind.name)

  private static let byPlural = Dictionary(
    all.filter { $0.kind.isBuiltIn && $0.scope != nil }.map { ($0.plural, $0.kind) }
  ) { first, _ in first }

  /// The row of a kind, if it has one.
  package init?(_ kind: ResourceKind) {
    guard let row = Self.byKind[kind] else { return nil }
    self = row
  }

  /// The built-in kind with a plural: `Pod` for `pods`.
  package static func builtInKind(plural: String) -> ResourceKind? { byPlural[plural] }

  /// The short names of icon files for a kind, given without its API group.
  package static func iconNames(ofKindNamed name: String) -> [String] {
    (byName[name] ?? []).flatMap(\.iconNames).uniqued
  }
}

extension ResourceKind {
  /// Whether objects of the kind have a namespace; `nil` for custom kinds, whose objects show it themselves, and for
  /// kinds that aren't in the API.
  package var builtInScope: KnownKind.Scope? {
    isBuiltIn ? KnownKind(self)?.scope : nil
  }

  /// Whether a kind is known to have no namespace, or a custom kind's name says so: `ClusterIssuer.cert-manager.io`.
  package var isClusterScoped: Bool {
    if let scope = KnownKind(self)?.scope { return scope == .cluster }
    return !isBuiltIn && name.hasPrefix("Cluster") && name.dropFirst(7).first?.isUppercase == true
  }

  /// The icon of the kind; a kind without a row is drawn like its namesake in another API group.
  package var icon: Icon {
    KnownKind(self)?.icon ?? namesakes.firstNonNil(\.icon) ?? KindEnding(of: name)?.icon ?? .custom
  }

  package var family: KindFamily {
    KnownKind(self)?.family ?? KindEnding(of: name)?.family ?? .other
  }

  /// Whether a view shows objects of the kind for their own sake. Custom kinds are part of the application.
  package func isShown(in view: KindView) -> Bool {
    if let row = KnownKind(self) { return row.views.contains(view) }
    return view == .workloads || namesakes.contains { $0.views.contains(view) }
  }

  /// The name of the resource in the API: known, or formed by the rules of English.
  package var plural: String {
    if let plural = KnownKind(self)?.plural { return plural }
    let name = name.lowercased()
    if name.hasSuffix("y"), let before = name.dropLast().last, !"aeiou".contains(before) {
      return name.dropLast() + "ies"
    }
    let isHissing = ["s", "x", "z", "ch", "sh"].contains { name.hasSuffix($0) }
    return name + (isHissing ? "es" : "s")
  }

  private var namesakes: [KnownKind] { KnownKind.byName[name] ?? [] }
}
