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

  /// For GitHub: what has changed and the ways to it; `nil` if even its overview is too large.
  var whole: TemplateValue? {
    let picture = picture(isVersion ? .routes : .automatic)
    return picture.mermaid.map { DiagramModel.value(picture.diagram.title, $0) }
  }

  /// As much of it as GitLab draws without a click; `nil` if it draws none of it.
  var short: TemplateValue? {
    let contexts: [ComparisonPicture.Context] = isVersion ? [.routes, .nothing] : [.automatic, .nothing]
    for context in contexts {
      let picture = picture(context)
      // Too many cards take long to draw, only to be too long.
      guard picture.diagram.cards.count <= Limit.gitlabCards.value else { continue }
      let plain = options.showsLegend ? self.picture(context, hasLegend: false) : picture
      for picture in [picture, plain] {
        if let mermaid = picture.mermaid, mermaid.utf16.count <= Limit.gitlabMermaid.value {
          return DiagramModel.value(picture.diagram.title, mermaid)
        }
      }
    }
    return nil
  }

  private var isVersion: Bool { comparison.subject == .versions }

  private func picture(_ context: ComparisonPicture.Context, hasLegend: Bool = true) -> ComparisonPicture {
    var options = options
    options.context = context
    options.showsLegend = options.showsLegend && hasLegend
    return ComparisonPicture(comparison, left: names.left, right: names.right, options)
  }
}
