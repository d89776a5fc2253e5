/// What one node has to do with another: every kind of edge that Podmap draws.
///
/// The list is closed on purpose. Kinds of Kubernetes objects are open (any CRD is a node), but each
/// line in a picture needs a look and a place in the legend, so a new kind of edge is added here and
/// the compiler names every place that must decide about it.
package enum EdgeKind: String, CaseIterable, Sendable, Hashable {
  /// Controls the lifetime of the other object (`metadata.ownerReferences`).
  case owns
  /// Picks pods by their labels (`spec.selector`).
  case selects
  /// Sends traffic on: Ingress → Service, Service port → container.
  case routes
  /// Sends requests to: a container names the address of a Service, a sibling or a host in its configuration.
  case calls
  /// Lets requests through: NetworkPolicy → the pods that may come in, or that may be reached.
  case allows
  /// Mounts a volume, or the ConfigMap, Secret or claim behind it, into a container.
  case mounts
  /// Reads environment variables from a ConfigMap or Secret.
  case reads
  /// Asks for, or is bound to, storage: claim → volume, claim → storage class.
  case claims
  /// Is placed on a node.
  case runsOn
  /// Has the identity of a ServiceAccount.
  case runsAs
  /// Gives rights: binding → role and subject, role → the objects that it names.
  case grants
  /// Sets the number or the size of pods (`spec.scaleTargetRef`).
  case scales
  /// Any other reference from one object to another.
  case uses
  /// Written by hand in a Diagram document; the label says what it means.
  case connects
}
