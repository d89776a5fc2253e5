internal import PodmapComparison
internal import PodmapDiagrams
internal import PodmapManifests

/// The picture of what has changed, in the sizes that services draw in a comment.
struct ReviewPictures {
  private let comparison: Comparison
  private let names: (left: String, right: String)
  private let options: ComparisonPicture.Options

  init(_ comparison: Comparison, left: String, right: String, _ options: ComparisonPicture.Options) {
    self.comparison = comparison
    names = (left, right)
    self.options = options
  }

  /// What has changed and the ways to it, for GitHub; `nil` if even its overview is too large.
  var whole: TemplateValue? {
    let isVersion = comparison.subject == .versions
    return value(isVersion ? [(.routes, true)] : [(.automatic, true)], most: .mermaidCharacters)
  }

  /// As much of it as GitLab draws without a click; `nil` if it draws none of it.
  var short: TemplateValue? {
    let contexts: [ComparisonPicture.Context] =
      comparison.subject == .versions ? [.routes, .nothing] : [.automatic, .nothing]
    let sizes = contexts.flatMap { context in [options.showsLegend, false].uniqued.map { (context, $0) } }
    return value(sizes, most: .gitlabMermaid)
  }

  /// The first picture that is short enough.
  private func value(_ sizes: [(ComparisonPicture.Context, Bool)], most: Limit) -> TemplateValue? {
    for (context, showsLegend) in sizes {
      var options = options
      options.context = context
      options.showsLegend = options.showsLegend && showsLegend
      let picture = ComparisonPicture(comparison, left: names.left, right: names.right, options)
      if let mermaid = picture.mermaid, mermaid.utf16.count <= most.value {
        return DiagramModel.value(picture.diagram.title, mermaid)
      }
    }
    return nil
  }
}
