/// What a policy whose kind isn't judged may affect.
struct PolicyReach: Sendable, Hashable {
  enum Pods: Sendable, Hashable {
    /// Pods of its own namespace.
    case ownNamespace
    case everywhere
  }

  var pods: Pods
  var directions: [NetworkPolicy.Direction]
  /// Whether it may let through what other policies deny.
  var mayAllow: Bool
  /// Whether it is only about traffic that leaves the cluster.
  var isAboutOutside: Bool

  init(
    _ pods: Pods, _ directions: [NetworkPolicy.Direction] = [.ingress, .egress], mayAllow: Bool = false,
    isAboutOutside: Bool = false
  ) {
    self.pods = pods
    self.directions = directions
    self.mayAllow = mayAllow
    self.isAboutOutside = isAboutOutside
  }
}
