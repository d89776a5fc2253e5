import PodmapManifests
import PodmapTopology

/// The resources that the nodes of a layout were made from.
struct LayoutSources: Sendable {
  /// By position in the topology.
  let resources: [Int: Resource]

  init(_ topology: Topology, _ resources: [Resource]) {
    guard !resources.isEmpty else {
      self.resources = [:]
      return
    }
    let byPlace = Dictionary(resources.map { ($0.place, $0) }) { $1 }
    var found: [Int: Resource] = [:]
    for (position, node) in topology.nodes.enumerated() where node.parent == nil && node.presence == .present {
      // If the input contains an object several times, the last one counts.
      if let place = node.places.last, let resource = byPlace[place] { found[position] = resource }
    }
    self.resources = found
  }

  /// The object at a position in the topology; `nil` if its source was not kept.
  func root(of node: Int) -> Field? {
    resources[node].map { Field($0.root, in: $0.file) }
  }

  /// The pod templates of a workload, in their order.
  func pods(of node: Int) -> [WrittenPod] {
    guard let resource = resources[node] else { return [] }
    return PodTemplateFinder.templates(of: resource).map { WrittenPod($0, of: resource) }
  }
}
