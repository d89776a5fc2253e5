package import PodmapTopology

extension Layout {
  /// What a name that the user typed refers to.
  package enum Named: Sendable, Hashable {
    /// A position in `containers`.
    case one(Int)
    /// The IDs of all candidates.
    case several([String])
    case none
  }

  /// Finds a container by its ID or name, or by its workload if that has only one container.
  package func container(named pattern: NamePattern) -> Named {
    let own = containers.indices.filter { pattern.matches(topology.nodes[containers[$0].node]) }
    if !own.isEmpty { return named(own) }
    let ofWorkloads = pods.filter { pattern.matches(topology.nodes[$0.owner]) }.flatMap(\.containers)
    return named(ofWorkloads)
  }

  private func named(_ positions: [Int]) -> Named {
    switch positions.count {
    case 0: .none
    case 1: .one(positions[0])
    default: .several(positions.map { containers[$0].id })
    }
  }

  /// Every name that refers to a container, for suggestions.
  package var containerNames: [String] {
    let owners = pods.map { topology.nodes[$0.owner].name }
    return Set(containers.flatMap { [$0.id, $0.container.name] } + owners).sorted()
  }
}
