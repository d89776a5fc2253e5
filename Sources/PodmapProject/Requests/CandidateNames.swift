internal import PodmapManifests
package import PodmapTopology

extension Topology {
  /// The names of a family in the order in which a user is likely to want them: those of workloads, then those of
  /// Services, then all others.
  package func candidates(_ family: NameFamily) -> [String] {
    guard family == .objects else { return names(family) }
    var ranks: [String: Int] = [:]
    for node in nodes {
      let rank = node.candidateRank
      for name in [node.name, "\(node.kind.name)/\(node.name)", node.id.text] {
        ranks[name] = min(ranks[name] ?? .max, rank)
      }
    }
    return names(family).sorted { (ranks[$0] ?? .max, $0) < (ranks[$1] ?? .max, $1) }
  }
}

extension Node {
  fileprivate var candidateRank: Int { workload != nil ? 0 : service != nil ? 1 : parent == nil ? 2 : 3 }
}
