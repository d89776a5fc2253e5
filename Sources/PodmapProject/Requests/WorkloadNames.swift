internal import PodmapManifests
internal import PodmapConversion
package import PodmapTopology

/// Names of workloads that the input must contain.
package enum WorkloadNames {
  /// The names as patterns; throws if one matches no workload.
  package static func patterns(_ names: [String], in topology: Topology) throws(RequestError) -> [NamePattern] {
    let workloads = topology.nodes.filter { $0.workload != nil && $0.presence == .present }
    return try names.map { name throws(RequestError) in
      let pattern = NamePattern(name)
      guard !workloads.contains(where: pattern.matches) else { return pattern }
      let known = Set(workloads.flatMap { [$0.name, "\($0.kind.rawValue)/\($0.name)", $0.id.text] }).sorted()
      throw Choice.unknown(name, what: "workload", among: known)
    }
  }

  /// The names as patterns; throws if one matches no workload that can be merged.
  package static func mergeable(_ names: [String], in topology: Topology) throws(RequestError) -> [NamePattern] {
    let nodes = topology.nodes.filter(Merge.canMerge)
    return try names.map { name throws(RequestError) in
      let pattern = NamePattern(name)
      guard nodes.contains(where: pattern.matches) else {
        throw Choice.unknown(name, what: "workload", among: nodes.map(\.name))
      }
      return pattern
    }
  }
}
