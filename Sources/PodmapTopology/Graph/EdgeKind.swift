/// How one node relates to another: every kind of edge that Podmap draws.
///
/// The list is closed on purpose. Kinds of Kubernetes objects are open (any CRD is a node), but each
/// line in a picture needs a look and a place in the legend, so a new kind of edge is added here and
/// the compiler reports every place that must handle it.
package enum EdgeKind: String, CaseIterable, Sendable, Hashable, Comparable {
  /// Controls the lifetime of the other object (`metadata.ownerReferences`).
  case owns
  /// Picks pods by their labels (`spec.selector`).
  case selects
  /// Forwards traffic: Ingress → Service, Service port → container.
  case routes
  /// Sends requests to: a container names the address of a Service, a sibling or a host in its configuration.
  case calls
  /// Permits requests: NetworkPolicy → the pods that may send them, or that may be reached.
  case allows
  /// Mounts a volume, or the ConfigMap, Secret or claim behind it, into a container.
  case mounts
  /// Reads environment variables from a ConfigMap or Secret.
  case reads
  /// Requests, or is bound to, storage: claim → volume, claim → storage class.
  case claims
  /// Is placed on a node.
  case runsOn
  /// Has the identity of a ServiceAccount.
  case runsAs
  /// Grants rights: binding → role and subject, role → the objects that it names.
  case grants
  /// Sets the number or the size of pods (`spec.scaleTargetRef`).
  case scales
  /// Any other reference from one object to another.
  case uses
  /// Written by hand in a Diagram document; the label says what it means.
  case connects

  /// The position in `allCases`, the only order of the kinds: edges and legends are sorted by it.
  package var order: Int { Self.orders[self] ?? Self.allCases.count }

  private static let orders = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))

  package static func < (left: EdgeKind, right: EdgeKind) -> Bool { left.order < right.order }
}
