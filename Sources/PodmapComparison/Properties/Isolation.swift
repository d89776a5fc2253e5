import PodmapTopology

/// The NetworkPolicies that isolate the pods of a layout.
struct Isolation {
  struct Cause {
    /// The position of the policy in the topology.
    var policy: Int
    var id: String
    var directions: [NetworkPolicy.Direction]
    var evidence: [Evidence]

    fileprivate init(policy: Int, id: String, _ content: NetworkPolicy, evidence: [Evidence]) {
      self.policy = policy
      self.id = id
      directions = NetworkPolicy.Direction.allCases.filter { content.isolates($0) }
      self.evidence = evidence
    }
  }

  /// By position in `Layout.pods`.
  private let causes: [Int: [Cause]]

  init(_ layout: Layout) {
    var pods: [Int: [Int]] = [:]
    for (position, pod) in layout.pods.enumerated() { pods[pod.owner, default: []].append(position) }
    var found: [Int: [Cause]] = [:]
    for edge in layout.topology.edges where edge.kind == .selects {
      let node = layout.topology.nodes[edge.from]
      guard let policy = node.networkPolicy else { continue }
      let cause = Cause(policy: edge.from, id: node.id.text, policy, evidence: edge.evidence)
      for pod in pods[edge.to] ?? [] { found[pod, default: []].append(cause) }
    }
    // A policy about everything has no edges.
    for (position, node) in layout.topology.nodes.enumerated() {
      guard let policy = node.networkPolicy, policy.isAboutEverything else { continue }
      let cause = Cause(
        policy: position, id: node.id.text, policy, evidence: layout.nameEvidence(of: position))
      for pod in layout.pods.indices where !cause.directions.isEmpty { found[pod, default: []].append(cause) }
    }
    causes = found
  }

  /// The policies that select a pod.
  func of(_ pod: Int) -> [Cause] { causes[pod] ?? [] }

  func of(_ pod: Int, _ direction: NetworkPolicy.Direction) -> [Cause] {
    of(pod).filter { $0.directions.contains(direction) }
  }
}
