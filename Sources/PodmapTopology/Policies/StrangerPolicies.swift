/// What the NetworkPolicies of a topology say about requests of somebody who is not in the input: the proxies behind an
/// Ingress or a Gateway.
package struct StrangerPolicies: Sendable {
  private let policies: NetworkPolicies?
  private let nodes: [Node]

  package init(_ nodes: [Node]) {
    self.nodes = nodes
    policies = nodes.contains { $0.networkPolicy != nil } ? NetworkPolicies(nodes) : nil
  }

  /// Whether requests get to the pods of an object; nothing where it has none, or pods of several kinds.
  package func verdict(on owner: Int) -> Verdict? {
    guard let policies, let templates = nodes[owner].workload?.templates, templates.count == 1 else { return nil }
    let home: PolicyPod.Home = nodes[owner].namespace.map { .given($0) } ?? .assumed
    return policies.verdict(fromSomebodyTo: PolicyPod(templates[0], home: home))
  }
}
