import PodmapManifests

/// What a ReferenceGrant of the Gateway API permits.
package struct ReferenceGrant: Sendable, Hashable {
  /// One of `spec.from` together with one of `spec.to`.
  struct Permission: Sendable, Hashable {
    var from: ResourceKind
    var fromNamespace: String
    var to: ResourceKind
    /// `nil` for every object of the kind.
    var name: String?
  }

  var permissions: [Permission]

  /// Reads a ReferenceGrant (gateway.networking.k8s.io `ReferenceGrantSpec`).
  init(_ spec: Value?) {
    permissions = (spec?["from"]?.items ?? []).flatMap { from in
      (spec?["to"]?.items ?? []).compactMap { to in
        guard let kind = from["kind"]?.text, let target = to["kind"]?.text else { return nil }
        return Permission(
          from: ResourceKind(group: (from["group"]?.text ?? "")[...], kind: kind),
          fromNamespace: from["namespace"]?.text ?? "",
          to: ResourceKind(group: (to["group"]?.text ?? "")[...], kind: target), name: to["name"]?.text)
      }
    }
  }
}
