import ArgumentParser
import PodmapManifests
import PodmapTopology

/// `--workload NAME`: names of workloads that the input must have.
enum WorkloadNames {
  static func patterns(_ names: [String], in topology: Topology) throws -> [NamePattern] {
    let workloads = topology.nodes.filter { $0.workload != nil && $0.presence == .present }
    return try names.map { name in
      let pattern = NamePattern(name)
      guard !workloads.contains(where: pattern.matches) else { return pattern }
      let known = Set(workloads.flatMap { [$0.name, "\($0.kind.rawValue)/\($0.name)", $0.id.text] }).sorted()
      let hint =
        Spelling.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
        ?? "'podmap inspect' lists what there is"
      throw ValidationError("no workload '\(name)' in the input; \(hint)")
    }
  }
}
