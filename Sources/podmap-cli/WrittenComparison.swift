import PodmapComparison
import PodmapDiagrams
import PodmapGraphviz
import PodmapManifests

/// A comparison in the formats that a command writes.
struct WrittenComparison: Sendable {
  private let comparison: Comparison
  private let names: (left: String, right: String)
  private let options: ComparisonPicture.Options
  private let renderer: Renderer

  init(
    _ comparison: Comparison, left: String, right: String, _ options: ComparisonPicture.Options, _ renderer: Renderer
  ) {
    self.comparison = comparison
    names = (left, right)
    self.options = options
    self.renderer = renderer
  }

  /// What becomes of each format, made on all cores.
  func outcomes(_ formats: [ComparisonFormat]) -> [DrawingSet.Outcome] {
    let needsPicture = formats.contains { $0 == .md || $0.picture != nil }
    let picture =
      needsPicture ? ComparisonPicture(comparison, left: names.left, right: names.right, options) : nil
    return concurrentMap(formats) { format in
      do throws(RenderError) {
        let documents = try documents(format, picture)
        return DrawingSet.Outcome(documents: documents, failures: documents.failures)
      } catch {
        return DrawingSet.Outcome(documents: nil, failures: [Diagnostic(.error, error.message)])
      }
    }
  }

  private func documents(_ format: ComparisonFormat, _ picture: ComparisonPicture?) throws(RenderError) -> Documents {
    if let format = format.picture?.picture, let picture {
      return try FlowPictures(
        picture.diagram, renderer, advice: options.showsAll ? "; without --all it is smaller" : ""
      ).document(format)
    }
    switch format {
    case .md:
      // A picture of what is the same tells a reviewer nothing.
      let fence = comparison.changes.isEmpty ? nil : picture?.fence
      var documents = Documents(report.markdown(picture: fence))
      if fence == nil, !comparison.changes.isEmpty { documents.remarks.append(.pictureIsTooLarge) }
      return documents
    case .json: return Documents(ComparisonJSON(comparison, left: names.left, right: names.right).text)
    case .table, .mermaid, .dot, .svg, .png, .pdf, .webp: return Documents(report.text)
    }
  }

  private var report: ComparisonReport { ComparisonReport(comparison, left: names.left, right: names.right) }
}

extension Diagnostic {
  fileprivate static let pictureIsTooLarge = Diagnostic(
    .note, "the picture is larger than GitHub draws and is left out of the report; -o FILE.svg draws it")
}
