import PodmapManifests

/// Whether objects of a kind have a namespace: by the table of kinds, else by the CustomResourceDefinitions in the
/// input.
struct KindScopes: Sendable {
  private var defined: [ResourceKind: KnownKind.Scope] = [:]

  init(_ resources: [Resource]) {
    for resource in resources where resource.kind == .customResourceDefinition {
      guard let spec = resource.root["spec"], let group = spec["group"]?.text, let kind = spec.at("names", "kind")?.text
      else { continue }
      switch spec["scope"]?.text {
      case "Namespaced": defined[ResourceKind(group: group[...], kind: kind)] = .namespaced
      case "Cluster": defined[ResourceKind(group: group[...], kind: kind)] = .cluster
      default: continue
      }
    }
  }

  /// `nil` for kinds of which only the objects themselves show whether they have a namespace.
  subscript(kind: ResourceKind) -> KnownKind.Scope? { KnownKind(kind)?.scope ?? defined[kind] }
}

extension ResourceKind {
  fileprivate static let customResourceDefinition = ResourceKind(rawValue: "CustomResourceDefinition")
}
