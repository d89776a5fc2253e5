internal import PodmapComparison
internal import PodmapManifests
internal import PodmapTopology

/// A comparison of `podmap.yaml` as a request, with the formats of its files.
struct ComparisonSettings: Sendable {
  let comparison: ProjectComparison
  /// One for each file.
  let formats: [OutputFormat]
  private let request: CompareRequest

  /// `nil` if a word is wrong; the diagnostics say which.
  init?(_ comparison: ProjectComparison, _ diagnostics: inout [Diagnostic]) {
    var words = ProjectWords()
    let picture = comparison.picture
    let kind = comparison.kind.flatMap { name in
      words.judge(picture.place(of: "picture")) { () throws(RequestError) in try CompareRequest.picture(named: name) }
    }
    let direction = words.direction(of: picture)
    let page = words.page(of: picture)
    var request = CompareRequest(
      selection: comparison.selection.settings,
      picture: ComparisonPicture.Options(
        kind: kind, title: picture.title, direction: direction, showsLegend: picture.showsLegend,
        showsAll: comparison.showsAll,
        condensing: page.condensing(), expanded: page.expanded, layout: page.layout))
    words.judge(picture.place(of: "direction")) { () throws(RequestError) in try request.checkDirection() }
    words.judge(picture.place(of: "selector")) { () throws(RequestError) in try request.selection.check() }
    request.pairs = comparison.matches.compactMap { text in
      words.judge(picture.place(of: "match")) { () throws(RequestError) in try NamePair(text) }
    }
    formats = picture.files.compactMap { file in
      words.judge(file.place) { () throws(RequestError) in try FormatUse.comparison.format(of: file.path.text) }
    }
    diagnostics += words.diagnostics
    guard words.diagnostics.isEmpty else { return nil }
    self.comparison = comparison
    self.request = request
  }

  /// What is drawn of two inputs that were read with their sources, and what documents say about them.
  func picture(
    of left: LinkedInput, _ right: LinkedInput, _ look: PublishedLook
  ) -> (picture: PlannedPicture, model: ComparisonModel?) {
    let inputs = (comparison.left + comparison.right).uniqued
    do throws(RequestError) {
      let drawn = try drawing(of: left, right)
      return (
        PlannedPicture(comparison.picture, of: inputs, .success(.comparison(drawn)), formats, look), drawn.model
      )
    } catch {
      let refusal = PlannedPicture.Refusal(diagnostic: Diagnostic(error, at: comparison.picture.place(of: "")))
      return (PlannedPicture(comparison.picture, of: inputs, .failure(refusal), formats, look), nil)
    }
  }

  private func drawing(of left: LinkedInput, _ right: LinkedInput) throws(RequestError) -> DrawnComparison {
    try ProjectWords.check([left, right], comparison.name)
    let sides = LinkedInput.pair(left, right)
    let layouts = try request.layouts(of: sides.left, sides.right)
    for (layout, side) in [(layouts.left, "left"), (layouts.right, "right")] where layout.containers.isEmpty {
      throw RequestError("there are no containers on the \(side) side, so its outputs are left unchanged")
    }
    let names = [comparison.left, comparison.right].map { $0.map(\.text).joined(separator: ", ") }
    return try request.compare(layouts.left, layouts.right, named: (names[0], names[1]))
  }
}
