import PodmapTopology

/// What speaks for one pod and for several.
extension ComparisonReport {
  var reasons: ReportTable {
    ReportTable(
      title: "One pod or several", header: ["for", "reason", "", "finding", "seen in"],
      rows: properties.reasons.map { judgement in
        [
          .words(judgement.reason.speaksFor.words), .words(judgement.reason.title), .words(judgement.verdict.words),
          .sentence(judgement.finding), .places(judgement.evidence.map(\.text)),
        ]
      }, isFolded: !properties.isRegrouped)
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

extension Judgement.Verdict {
  package var words: StaticString {
    switch self {
    case .holds: "holds"
    case .doesNot: "does not hold"
    case .cantTell: "can't be told"
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
