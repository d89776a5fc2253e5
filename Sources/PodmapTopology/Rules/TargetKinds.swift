import PodmapManifests

extension ReferenceRule.Target {
  /// The kinds that a name means, from the fields beside it; empty if they don't say.
  func kinds(beside siblings: Value) -> [ResourceKind] {
    switch self {
    case .kind(let kind): return [kind]
    case .kindNamed(let kinds):
      guard let written = siblings["kind"]?.text else { return kinds.prefix(1).map(\.self) }
      return kinds.filter { $0.name == written }
    case .kindOrClusterKind(let kind):
      return siblings["clusterScope"]?.boolean == true ? [ResourceKind(rawValue: "Cluster" + kind.rawValue)] : [kind]
    case .kindBesideName(let fallback):
      guard let written = siblings["kind"]?.text else { return fallback.map { [$0] } ?? [] }
      if let version = siblings["apiVersion"]?.text { return [ResourceKind(apiVersion: version, kind: written)] }
      let group = (siblings["apiGroup"] ?? siblings["group"])?.text.map { $0[...] } ?? fallback?.group ?? ""
      return [ResourceKind(group: group, kind: written)]
    case .resourcesBesideName:
      return (siblings["resources"]?.items ?? []).compactMap { $0.text.flatMap(Self.kind(ofPlural:)) }
    }
  }

  /// The kind of a built-in resource: `pods/log` is about Pods.
  private static func kind(ofPlural resource: String) -> ResourceKind? {
    let plural = resource.prefix { $0 != "/" }
    return KnownKind.builtInKind(plural: String(plural))
  }
}

extension ResourceKind {
  /// The API group in the kind's name; empty for a built-in one.
  var group: Substring {
    rawValue.firstIndex(of: ".").map { rawValue[rawValue.index(after: $0)...] } ?? ""
  }
}
