package import PodmapManifests

/// The identity of a node, readable and derived from the object alone: `shop/Deployment/frontend`.
///
/// `namespace/Kind/name`, `Kind/name` when cluster-scoped, `Kind.group` outside the built-in API groups, and
/// for a container its pod owner's id with `/name` behind it. Adding one object to the input never changes
/// the id of another.
package struct NodeID: Hashable, Comparable, Sendable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package init(_ kind: ResourceKind, _ name: String, in namespace: String?) {
    guard let namespace else {
      text = "\(kind.rawValue)/\(name)"
      return
    }
    text = "\(namespace)/\(kind.rawValue)/\(name)"
  }

  /// The id of something inside this node.
  package func inner(_ name: String) -> NodeID {
    NodeID("\(text)/\(name)")
  }

  package static func < (left: NodeID, right: NodeID) -> Bool {
    left.text < right.text
  }
}
