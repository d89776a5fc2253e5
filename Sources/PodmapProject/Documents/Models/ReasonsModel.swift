internal import PodmapManifests
internal import PodmapComparison

/// The reasons for one pod and for several.
enum ReasonsModel {
  /// Judges the manifests of an application alone.
  ///
  /// A comparison considers both sides. Here both are the same, so the sentences don't have to distinguish them.
  static func values(of layout: Layout) -> [TemplateKey: TemplateValue] {
    let reasons = TemplateValue.Deferred {
      .fields(
        values(of: LayoutProperties(Comparison(layout, layout)).reasons) { finding in
          sides.reduce(finding) { $0.replacing($1.key, with: $1.value) }
        })
    }
    return [.onePod: reasons[.onePod], .severalPods: reasons[.severalPods]]
  }

  /// Judges both sides of a comparison; nothing if they are versions of one layout.
  static func values(
    of reasons: [Ruling], words: (String) -> String = { $0 }
  ) -> [TemplateKey: TemplateValue] {
    func list(_ layout: Reason.Layout) -> TemplateValue {
      .list(reasons.filter { $0.reason.speaksFor == layout }.map { value(of: $0, words) })
    }
    return [.onePod: list(.onePod), .severalPods: list(.severalPods)]
  }

  private static func value(of ruling: Ruling, _ words: (String) -> String) -> TemplateValue {
    .fields([
      .reason: .text(ruling.reason.title.description),
      .holds: .flag(ruling.verdict == .applies),
      .verdict: .text(ruling.verdict.words.description),
      .finding: .text(words(ruling.finding)),
      .evidence: .texts(ruling.evidence.map(\.text)),
    ])
  }

  private static let sides: [(key: String, value: String)] = [
    ("on both sides ", ""), (" of either side", ""), (" on either side", ""), (" on the right", ""),
    (" on the left", ""),
  ]
}
