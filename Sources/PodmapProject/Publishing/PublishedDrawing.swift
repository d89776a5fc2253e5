internal import PodmapComparison
internal import PodmapDiagrams
internal import PodmapManifests

/// A diagram or comparison of `podmap.yaml`, in every format that it can have.
enum PublishedDrawing: Sendable {
  /// A diagram, with what its JSON says about the input.
  case diagram(DrawnApplication, messages: [Diagnostic])
  case comparison(DrawnComparison)

  /// The heading; `nil` for several diagrams with one each.
  var title: String? {
    switch self {
    case .diagram(let drawn, _): drawn.drawings?.only?.title
    case .comparison(let drawn): drawn.title
    }
  }

  /// What it shows, in a sentence; empty for several diagrams with one each.
  var summary: String {
    switch self {
    case .diagram(let drawn, _): drawn.drawings?.only?.summary ?? ""
    case .comparison(let drawn): drawn.picture.diagram.summary
    }
  }

  func outcome(_ format: OutputFormat, _ renderer: Renderer) -> DrawingSet.Outcome {
    let outcomes =
      switch self {
      case .diagram(let drawn, let messages): drawn.outcomes([format], renderer, diagnostics: messages)
      case .comparison(let drawn): drawn.outcomes([format], renderer)
      }
    return outcomes[0]
  }
}
