/// A group of ends that Cilium's policies know by name: one row of the table.
struct PolicyEntity: Sendable, Hashable {
  /// Whether an end of some sort is in the group.
  enum Membership: Sendable, Hashable {
    case yes, no
    /// Manifests don't say.
    case unknown
  }

  let name: String
  /// Whether pods are in it.
  let pods: Membership
  /// Whether hosts outside the cluster are in it.
  let outside: Membership
  /// Whether private addresses are in it, which may be those of pods, nodes or others.
  let privateAddresses: Membership

  private init(_ name: String, pods: Membership, outside: Membership, privateAddresses: Membership) {
    self.name = name
    self.pods = pods
    self.outside = outside
    self.privateAddresses = privateAddresses
  }

  /// The row of a name, if there is one.
  init?(named name: String) {
    guard let row = Self.all.first(where: { $0.name == name }) else { return nil }
    self = row
  }

  /// The entities of Cilium's documentation, "Entities based".
  static let all = [
    PolicyEntity("all", pods: .yes, outside: .yes, privateAddresses: .yes),
    PolicyEntity("cluster", pods: .yes, outside: .no, privateAddresses: .unknown),
    PolicyEntity("world", pods: .no, outside: .yes, privateAddresses: .unknown),
    PolicyEntity("world-ipv4", pods: .no, outside: .unknown, privateAddresses: .unknown),
    PolicyEntity("world-ipv6", pods: .no, outside: .unknown, privateAddresses: .unknown),
    PolicyEntity("host", pods: .no, outside: .unknown, privateAddresses: .unknown),
    PolicyEntity("remote-node", pods: .no, outside: .unknown, privateAddresses: .unknown),
    PolicyEntity("kube-apiserver", pods: .no, outside: .unknown, privateAddresses: .unknown),
    PolicyEntity("ingress", pods: .no, outside: .no, privateAddresses: .no),
    PolicyEntity("init", pods: .no, outside: .no, privateAddresses: .no),
    PolicyEntity("health", pods: .no, outside: .no, privateAddresses: .no),
    PolicyEntity("unmanaged", pods: .no, outside: .no, privateAddresses: .unknown),
    PolicyEntity("none", pods: .no, outside: .no, privateAddresses: .no),
  ]
}
