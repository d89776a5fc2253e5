import PodmapTopology

/// The reasons for one pod and for several.
extension ComparisonReport {
  var reasons: ReportTable {
    ReportTable(
      title: "One pod or several", header: ["for", "reason", "", "finding", "evidence"],
      rows: properties.reasons.map { ruling in
        [
          .words(ruling.reason.speaksFor.words), .words(ruling.reason.title), .words(ruling.verdict.words),
          .sentence(ruling.finding), .places(ruling.evidence.map(\.text)),
        ]
      })
  }
}

extension Reason.Layout {
  fileprivate var words: StaticString {
    switch self {
    case .onePod: "one pod"
    case .severalPods: "several pods"
    }
  }
}

extension Ruling.Verdict {
  package var words: StaticString {
    switch self {
    case .applies: "applies"
    case .doesNotApply: "does not apply"
    case .cannotTell: "can't be determined"
    }
  }
}

extension SidedEvidence {
  /// "left: pod.yaml:8 spec.replicas = 3"
  package var text: String {
    let end = evidence.value.isEmpty ? "" : " = \(evidence.value)"
    return "\(side.rawValue): \(evidence.file):\(evidence.line) \(evidence.path)\(end)"
  }
}
