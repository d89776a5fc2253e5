package import PodmapComparison
internal import PodmapDiagrams
internal import PodmapManifests
internal import PodmapGraphviz

/// A comparison of two applications, to be written in any format.
package struct DrawnComparison: Sendable {
  package let comparison: Comparison
  package let names: (left: String, right: String)
  private let options: ComparisonPicture.Options

  package init(_ comparison: Comparison, left: String, right: String, _ options: ComparisonPicture.Options) {
    self.comparison = comparison
    names = (left, right)
    self.options = options
  }

  /// The heading: the given one, else the names of the sides.
  package var title: String { options.title ?? "\(names.left) → \(names.right)" }

  package var isDifferent: Bool { !comparison.changes.isEmpty }

  package var picture: ComparisonPicture {
    ComparisonPicture(comparison, left: names.left, right: names.right, options)
  }

  package var report: ComparisonReport { ComparisonReport(comparison, left: names.left, right: names.right) }

  package var json: String { ComparisonJSON(comparison, left: names.left, right: names.right).text }

  /// What a template sees of it.
  package var model: ComparisonModel {
    ComparisonModel(comparison, left: names.left, right: names.right, options)
  }

  /// The result in each format, made on all cores.
  package func outcomes(_ formats: [OutputFormat], _ renderer: Renderer) -> [DrawingSet.Outcome] {
    let picture = OnDemand { self.picture }
    let report = OnDemand { self.report }
    return concurrentMap(formats) { format in
      do throws(RenderError) {
        let written = try written(format, picture, report, renderer)
        return DrawingSet.Outcome(written: written, failures: written.failures)
      } catch {
        return DrawingSet.Outcome(written: nil, failures: [Diagnostic(.error, error.message)])
      }
    }
  }

  private func written(
    _ format: OutputFormat, _ picture: OnDemand<ComparisonPicture>, _ report: OnDemand<ComparisonReport>,
    _ renderer: Renderer
  ) throws(RenderError) -> WrittenDiagram {
    switch format.report {
    case .markdown:
      // A picture without differences tells a reviewer nothing.
      let (fence, report) = concurrently({ isDifferent ? picture.value.fence : nil }, { report.value })
      var written = WrittenDiagram(report.markdown(picture: fence))
      if fence == nil, isDifferent { written.remarks.append(.pictureIsTooLarge) }
      return written
    case .json: return WrittenDiagram(json)
    case .table: return WrittenDiagram(report.value.text)
    case nil:
      guard let form = format.flow else { return WrittenDiagram(report.value.text) }
      return try WrittenFlow(
        picture.value.pages, renderer, advice: options.showsAll ? "; leave out --all to draw a smaller one" : ""
      ).written(form)
    }
  }
}

extension Diagnostic {
  fileprivate static let pictureIsTooLarge = Diagnostic(
    .note, "the picture is too large for GitHub, so the report leaves it out; use -o FILE.svg to draw it")
}
