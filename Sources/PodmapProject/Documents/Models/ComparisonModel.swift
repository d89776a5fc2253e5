internal import PodmapManifests
package import PodmapComparison
internal import PodmapDiagrams

/// The values of a comparison that a template sees.
package struct ComparisonModel: Sendable {
  private let comparison: Comparison
  private let report: ComparisonReport
  private let names: (left: String, right: String)
  private let options: ComparisonPicture.Options
  private let review: ReviewModel
  private let picture: TemplateValue.Deferred
  private let shortPicture: TemplateValue.Deferred
  /// Whether one side was made from the other by splitting pods (true) or by merging them (false).
  var isSplit: Bool?

  package init(
    _ comparison: Comparison, left: String, right: String,
    _ options: ComparisonPicture.Options = ComparisonPicture.Options()
  ) {
    self.comparison = comparison
    self.options = options
    names = (left, right)
    report = ComparisonReport(comparison, left: left, right: right)
    review = ReviewModel(report.review)
    let pictures = ReviewPictures(comparison, left: left, right: right, options)
    picture = TemplateValue.Deferred { .list(pictures.whole.map { [$0] } ?? []) }
    shortPicture = TemplateValue.Deferred { .list(pictures.short.map { [$0] } ?? []) }
  }

  /// The number of rows in the longest table.
  package var longestTable: Int { report.longestTable }

  /// The complete model; no table has more rows than `most`, and there is a picture if there is room for one.
  package func value(rows most: Int = .max, hasPicture: Bool = true) -> TemplateValue {
    let isDrawn = hasPicture && !comparison.changes.isEmpty
    let reasons = comparison.subject == .layouts ? report.properties.reasons : []
    let fields: [TemplateKey: TemplateValue] = [
      .title: .text(options.title ?? ""),
      .left: .text(names.left),
      .right: .text(names.right),
      .summary: .text(report.summary),
      .isSame: .flag(comparison.changes.isEmpty),
      .changes: .list(comparison.changes.prefix(most).map { value(of: $0) }),
      .tables: .list(
        report.sections(rows: most).map { .fields([.title: .text($0.title), .markdown: .markup($0.markdown)]) }),
      .details: .list(
        report.details(rows: most, besides: review.complete).map {
          .fields([.title: .text($0.title), .markdown: .markup($0.markdown)])
        }),
      .picture: isDrawn ? .later(picture) : .list([]),
      .shortPicture: isDrawn ? .later(shortPicture) : .list([]),
      .isSplit: .flag(isSplit == true),
      .isMerged: .flag(isSplit == false),
    ]
    return .fields(
      fields.merging(ReasonsModel.values(of: reasons)) { own, _ in own }.merging(review.values) { own, _ in own })
  }

  private func value(of change: Change) -> TemplateValue {
    let subject = change.target.map { "\(change.subject) → \($0)" } ?? change.subject
    return .fields([
      .sign: .text(change.sign), .what: .text(change.kind.words.description), .subjectOfChange: .text(subject),
      .from: .texts(change.from), .to: .texts(change.to),
    ])
  }
}
