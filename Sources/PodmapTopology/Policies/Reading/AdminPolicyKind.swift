/// What distinguishes the kinds of cluster-wide policies for administrators (policy.networking.k8s.io).
struct AdminPolicyKind: Sendable {
  /// The tier, unless a field names it.
  let tier: NetworkPolicy.Tier?
  let hasPriority: Bool
  let actions: [String: NetworkPolicy.Action]
  /// The field that lists the ports of a rule.
  let ports: String
  /// The only name that the API server accepts.
  var onlyName: String?

  static let adminNetworkPolicy = AdminPolicyKind(
    tier: .admin(priority: 0), hasPriority: true, actions: ["Allow": .allow, "Deny": .deny, "Pass": .pass],
    ports: "ports")
  static let baselineAdminNetworkPolicy = AdminPolicyKind(
    tier: .baseline(priority: 0), hasPriority: false, actions: ["Allow": .allow, "Deny": .deny], ports: "ports",
    onlyName: "default")
  static let clusterNetworkPolicy = AdminPolicyKind(
    tier: nil, hasPriority: true, actions: ["Accept": .allow, "Deny": .deny, "Pass": .pass], ports: "protocols")
}
