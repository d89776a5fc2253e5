import PodmapManifests
import PodmapTopology

/// References to a merged workload by name, which can't be changed without knowing what they mean.
enum MergedReferences {
  static func report(
    _ members: [MergeMember], _ target: MergeTarget, _ editor: ManifestEditor, _ report: inout MergeReport
  ) {
    let topology = editor.topology
    let own = Dictionary(members.map { ($0.node, $0) }) { first, _ in first }
    for edge in topology.edges {
      guard let member = own[edge.to] else { continue }
      let source = topology.nodes[edge.from]
      if own[edge.from] != nil || source.parent.map({ own[$0] != nil }) ?? false { continue }
      if source.drawnByHand != nil || source.kind == .service || source.kind == "NetworkPolicy" { continue }
      if MergedScaling.isFollowed(source.kind) && edge.kind == .scales || MergedSelectors.isFollowed(source.kind) {
        continue
      }
      switch edge.kind {
      case .calls, .routes, .allows: continue
      case .owns, .selects, .mounts, .reads, .claims, .runsOn, .runsAs, .grants, .scales, .uses, .connects: break
      }
      if member.name == target.name, member.kind == target.kind, edge.kind != .selects { continue }
      let evidence = edge.evidence.first
      report.warn(
        at: evidence?.place ?? member.resource.place,
        "\(evidence?.path ?? "a field") of \(source.kind.name) '\(source.name.shortened())' refers to the "
          + "\(member.title), which is now part of '\(target.name)'; change it by hand")
    }
  }
}
