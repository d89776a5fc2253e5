package import PodmapManifests

/// The identity of a node, readable and derived from the object alone: `shop/Deployment/frontend`.
///
/// `namespace/Kind/name`, `Kind/name` when cluster-scoped, `Kind.group` outside the built-in API groups, and
/// for a container the id of its pod's owner followed by `/name`. Adding one object to the input never changes the
/// id of another, except of objects that name no namespace (`DefaultNamespace`).
package struct NodeID: Hashable, Comparable, Sendable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package init(_ kind: ResourceKind, _ name: String, in namespace: String?) {
    let (kind, name) = (Self.component(kind.rawValue), Self.component(name))
    guard let namespace else {
      text = "\(kind)/\(name)"
      return
    }
    text = "\(Self.component(namespace))/\(kind)/\(name)"
  }

  /// The id of something inside this node.
  package func inner(_ name: String) -> NodeID {
    NodeID("\(text)/\(Self.component(name))")
  }

  /// A name as one component of an id. Kubernetes doesn't allow slashes in names; if a manifest has one anyway, it
  /// must not make two ids equal.
  static func component(_ name: String) -> String {
    if name.utf8.count > Limit.nameInId.value {
      return escaped("\(name.bounded(to: .nameInId))~\(StableHash.text(of: name.utf8))")
    }
    return escaped(name)
  }

  private static func escaped(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "%") }) else { return name }
    return name.replacing("%", with: "%25").replacing("/", with: "%2F")
  }

  package static func < (left: NodeID, right: NodeID) -> Bool {
    left.text < right.text
  }
}
