import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// What a reviewer must know first.
extension ComparisonReport {
  var exposure: ReportTable {
    ReportTable(
      title: "Exposure", header: ["", "what", "evidence"],
      rows: review.exposure.map { [.words($0.kind.words), .statement($0.sentence), .places($0.evidence.places)] })
  }

  var policyChanges: ReportTable {
    ReportTable(
      title: "NetworkPolicies", header: ["", "what", "evidence"],
      rows: review.policies.map { [.words($0.kind.words), .statement($0.sentence), .places($0.evidence.places)] })
  }

  var workloads: ReportTable {
    ReportTable(
      title: "Workloads", header: ["", "what", "evidence"],
      rows: review.workloads.map { [.words($0.kind.words), .statement($0.sentence), .places($0.evidence.places)] })
  }
}

extension [SidedEvidence] {
  /// "deploy/admin.yaml:5", or "before: deploy/admin.yaml:5" for what only the left side has.
  package var places: [String] {
    map { found in
      let place = "\(found.evidence.file):\(found.evidence.line)"
      return found.side == .left ? "before: \(place)" : place
    }.uniqued
  }
}
