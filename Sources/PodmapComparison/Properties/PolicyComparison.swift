import PodmapTopology

/// The NetworkPolicies that isolate a container on one side only.
package struct PolicyComparison: Sendable, Hashable {
  /// The container's ID on the right side.
  package var container: String
  /// The IDs of the policies.
  package var left: [String]
  package var right: [String]
  package var evidence: [SidedEvidence]

  static func all(_ left: ComparedLayout, _ right: ComparedLayout) -> [PolicyComparison] {
    let (ofLeft, ofRight) = (Isolation(left.layout), Isolation(right.layout))
    return left.layout.containers.indices.compactMap { position in
      guard let partner = left.partners[position] else { return nil }
      let both = (
        ofLeft.of(left.layout.containers[position].pod), ofRight.of(right.layout.containers[partner].pod)
      )
      guard both.0.isEmpty != both.1.isEmpty else { return nil }
      return PolicyComparison(
        container: right.layout.containers[partner].id, left: both.0.map(\.id), right: both.1.map(\.id),
        evidence: left.evidence(both.0.flatMap(\.evidence)) + right.evidence(both.1.flatMap(\.evidence)))
    }.sorted { $0.container < $1.container }
  }
}
