import PodmapComparison
import PodmapDiagrams
import PodmapGraphviz
import PodmapManifests
import PodmapTopology

/// What is published under a name of `podmap.yaml`, in every format that it may have.
enum PublishedDrawing: Sendable {
  /// A view, and the part of the application that it shows, with what there is to say about it.
  case diagram(DrawingSet, part: Topology, messages: [Diagnostic])
  case comparison(Comparison, left: String, right: String, ComparisonPicture.Options)

  /// Nothing where several drawings have one each.
  var title: String? {
    switch self {
    case .diagram(let set, _, _): set.only?.title
    case .comparison(_, let left, let right, let options): options.title ?? "\(left) → \(right)"
    }
  }

  func mermaid(_ renderer: Renderer) -> DrawingSet.Outcome {
    switch self {
    case .diagram: outcome(.diagram(.mermaid), renderer)
    case .comparison: outcome(.comparison(.mermaid), renderer)
    }
  }

  func outcome(_ format: PublishedFormat, _ renderer: Renderer) -> DrawingSet.Outcome {
    switch (self, format) {
    case (.diagram(let set, let part, let messages), .diagram(let format)):
      if let picture = format.picture { return set.documents([picture], renderer)[0] }
      var text = ""
      TopologyJSONWriter().write(part, diagnostics: messages, to: &text)
      return DrawingSet.Outcome(documents: Documents(text), failures: [])
    case (.comparison(let comparison, let left, let right, let options), .comparison(let format)):
      return WrittenComparison(comparison, left: left, right: right, options, renderer).outcomes([format])[0]
    case (.diagram, .comparison), (.comparison, .diagram):
      // Formats come from the settings of the same entry.
      return DrawingSet.Outcome(documents: nil, failures: [])
    }
  }
}

/// What a file of `podmap.yaml` is written as.
enum PublishedFormat: Sendable, Hashable {
  case diagram(OutputFormat)
  case comparison(ComparisonFormat)

  /// The word of the index.
  var kind: String {
    switch self {
    case .diagram(let format): format.rawValue
    case .comparison(let format): format.rawValue
    }
  }

  /// What Graphviz draws of it.
  var rendered: PictureFormat? { output?.rendered }

  /// The format of a picture.
  var output: OutputFormat? {
    switch self {
    case .diagram(let format): format
    case .comparison(let format): format.picture
    }
  }
}
