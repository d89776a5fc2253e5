internal import PodmapComparison
internal import PodmapManifests

/// What a reviewer must know first, as lists of sentences.
struct ReviewModel {
  private let review: Review

  init(_ review: Review) {
    self.review = review
  }

  var values: [TemplateKey: TemplateValue] {
    [
      .exposure: list(review.exposure.map { (String(describing: $0.kind.words), $0.sentence, $0.evidence) }),
      .policies: list(review.policies.map { (String(describing: $0.kind.words), $0.sentence, $0.evidence) }),
      .workloads: list(review.workloads.map { (String(describing: $0.kind.words), $0.sentence, $0.evidence) }),
    ]
  }

  /// The lists that leave nothing out.
  var complete: Set<ComparisonReport.Summary> {
    let counts: [(ComparisonReport.Summary, Int)] = [
      (.exposure, review.exposure.count), (.policies, review.policies.count), (.workloads, review.workloads.count),
    ]
    return Set(counts.filter { $0.1 <= Limit.reviewLines.value }.map(\.0))
  }

  private func list(_ lines: [(what: String, sentence: Sentence, evidence: [SidedEvidence])]) -> TemplateValue {
    let shown = lines.count > Limit.reviewLines.value ? lines.prefix(Limit.reviewLines.value - 1) : lines[...]
    let items = shown.map { line in
      TemplateValue.fields([
        .what: .text(line.what), .sentence: .sentence(line.sentence),
        .place: .texts(Array(line.evidence.places.prefix(Limit.reviewPlaces.value))),
      ])
    }
    let rest = lines.count - shown.count
    let end = TemplateValue.fields([
      .what: .text(""), .sentence: .sentence("and \(rest) more"), .place: .texts([]),
    ])
    return .list(rest == 0 ? items : items + [end])
  }
}
