import PodmapTopology

/// Which nodes of two topologies are the same: objects by name, workloads and containers as they are matched.
struct NodePairs {
  private let rights: [Int: Int]
  private let lefts: [Int: Int]
  private let topologies: (left: Topology, right: Topology)

  init(_ comparison: Comparison) {
    let (left, right) = (comparison.left, comparison.right)
    topologies = (left.topology, right.topology)
    let pairs =
      comparison.matches.map { (left.containers[$0.left].node, right.containers[$0.right].node) }
      + comparison.pods.pairs.map { (left.pods[$0.left].owner, right.pods[$0.right].owner) }
      + comparison.objects.pairs.map { ($0.left, $0.right) }
    rights = Dictionary(pairs) { first, _ in first }
    lefts = Dictionary(pairs.map { ($1, $0) }) { first, _ in first }
  }

  func right(of node: Int) -> Int? { rights[node] ?? Self.namesake(of: node, topologies.left, topologies.right) }

  func left(of node: Int) -> Int? { lefts[node] ?? Self.namesake(of: node, topologies.right, topologies.left) }

  /// Objects that are only named aren't matched otherwise.
  private static func namesake(of node: Int, _ own: Topology, _ other: Topology) -> Int? {
    own.nodes[node].presence == .present ? nil : other.position(of: own.nodes[node].id)
  }
}
