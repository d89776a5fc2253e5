import PodmapManifests
import PodmapTopology

/// The policies about network traffic that only one side has, or that differ.
struct PolicyObjectChanges {
  private let comparison: Comparison
  private let names: ObjectWords

  init(_ comparison: Comparison) {
    self.comparison = comparison
    names = ObjectWords(comparison.left, comparison.right)
  }

  var all: [PolicyChange] {
    comparison.changes.compactMap { change in
      switch change.kind {
      case .policyRemoved: change.left.flatMap { self.change(.policyRemoved, $0, comparison.left, .left) }
      case .policyAdded: change.right.flatMap { self.change(.policyAdded, $0, comparison.right, .right) }
      case .policyChanged: changed(change)
      default: nil
      }
    }
  }

  private func change(_ kind: PolicyChange.Kind, _ id: String, _ layout: Layout, _ side: Side) -> PolicyChange? {
    guard let node = layout.networkPolicy(id) else { return nil }
    let name = names.object(node, of: layout)
    let isRemoved = kind == .policyRemoved
    let policy = layout.plainPolicy(node)
    let sentence: Sentence
    if let policy {
      let pods = selected(by: node, of: layout)
      let who = pods.isEmpty ? "no pods of these manifests" : pods
      let rules = policy.rules.map { Sentence(.name($0)) }
      let ways = rules.isEmpty ? "nothing" : rules.enumerated()
      sentence =
        isRemoved
        ? "\(name) isolated \(who), and let through \(ways)" : "\(name) isolates \(who), and lets through \(ways)"
    } else if let other = layout.topology.nodes[node].networkPolicy, other.isJudged {
      sentence = "\(name): " + other.words.map { Sentence(.name($0)) }.joined("; ")
    } else {
      sentence = name + layout.unknownEffect(node)
    }
    return PolicyChange(
      kind: kind, left: isRemoved ? id : nil, right: isRemoved ? nil : id,
      directions: policy?.directions.map(\.rawValue) ?? [], sentence: sentence,
      evidence: layout.nameEvidence(of: node).map { SidedEvidence(side: side, evidence: $0) })
  }

  private func changed(_ change: Change) -> PolicyChange? {
    guard let old = change.left, let new = change.right, let before = comparison.left.networkPolicy(old),
      let after = comparison.right.networkPolicy(new)
    else { return nil }
    let name = names.object(after, of: comparison.right)
    var sentence: Sentence = "\(name) has changed\(comparison.right.unknownEffect(after))"
    let policies = (comparison.left.plainPolicy(before), comparison.right.plainPolicy(after))
    if case (let own?, let other?) = policies {
      let (lost, gained) = (
        own.rules.filter { !other.rules.contains($0) }, other.rules.filter { !own.rules.contains($0) }
      )
      let pods = (selected(by: before, of: comparison.left), selected(by: after, of: comparison.right))
      let parts: [Sentence] = [
        gained.isEmpty ? "" : "it now lets through \(gained.map { "\($0)" }.enumerated())",
        lost.isEmpty ? "" : "it no longer lets through \(lost.map { "\($0)" }.enumerated())",
        pods.0 == pods.1
          ? "" : "it isolates \(pods.1.isEmpty ? "no pods" : pods.1), before \(pods.0.isEmpty ? "no pods" : pods.0)",
      ].filter { !$0.isEmpty }
      sentence = parts.isEmpty ? "\(name) has changed, but not its effect" : "\(name): " + parts.joined("; ")
    }
    return PolicyChange(
      kind: .policyChanged, left: old, right: new, directions: policies.1?.directions.map(\.rawValue) ?? [],
      sentence: sentence,
      evidence: comparison.right.nameEvidence(of: after).map { SidedEvidence(side: .right, evidence: $0) })
  }

  /// The workloads whose pods a policy isolates.
  private func selected(by policy: Int, of layout: Layout) -> Sentence {
    layout.topology.edges.filter { $0.from == policy && $0.kind == .selects }
      .map { names.object($0.to, of: layout) }.enumerated()
  }

}

extension NetworkPolicy {
  /// What it lets through, without directions in which nothing gets through.
  fileprivate var rules: [String] {
    words.filter { !$0.hasSuffix(": nothing") && $0 != "every pod of the namespace" }
  }
}

extension Layout {
  /// The policy of a node, if all it does is to isolate pods and let traffic through.
  fileprivate func plainPolicy(_ node: Int) -> NetworkPolicy? {
    topology.nodes[node].networkPolicy.flatMap { $0.isPlain ? $0 : nil }
  }

  /// Why nothing is said about what a policy does.
  fileprivate func unknownEffect(_ node: Int) -> Sentence {
    let policy = topology.nodes[node].networkPolicy
    return policy?.isJudged == false && policy?.isUnread == false
      ? "; the API server refuses it" : "; Podmap doesn't know the effect of this kind"
  }

  /// The position of an object if it is a policy about network traffic, of Kubernetes or another project.
  fileprivate func networkPolicy(_ id: String) -> Int? {
    guard let node = topology.position(of: NodeID(id)), topology.nodes[node].networkPolicy != nil else { return nil }
    return node
  }
}
