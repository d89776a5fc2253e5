/// What the policies of a topology say about callers that are not in the input, such as the proxies behind an Ingress or
/// a Gateway.
package struct UnknownCallers: Sendable {
  private let policies: NetworkPolicies?
  private let nodes: [Node]

  package init(_ nodes: [Node]) {
    self.nodes = nodes
    policies = nodes.contains { $0.networkPolicy != nil } ? NetworkPolicies(nodes) : nil
  }

  /// Whether requests reach the pods of an object; `nil` if it has none, or pods of several templates.
  package func verdict(on owner: Int) -> Verdict? {
    guard let policies, let templates = nodes[owner].workload?.templates, templates.count == 1 else { return nil }
    let home: PolicyPod.Home = nodes[owner].namespace.map { .given($0) } ?? .assumed
    let pod = policies.judged(PolicyPod(templates[0], home: home))
    return policies.verdict(from: .unknownCaller, to: pod, NetworkPolicies.Wanted(port: nil))
  }
}
