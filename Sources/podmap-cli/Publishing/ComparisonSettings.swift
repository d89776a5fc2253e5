import ArgumentParser
import PodmapComparison
import PodmapManifests
import PodmapProject
import PodmapTopology

/// A comparison of `podmap.yaml` whose words are understood: they mean what the options of `podmap compare` mean.
struct ComparisonSettings: Sendable {
  let comparison: ProjectComparison
  /// One for each file.
  let formats: [PublishedFormat]
  private let options: ComparisonPicture.Options
  private let matches: [MatchOption]

  /// Nothing where a word is wrong; the messages say which.
  init?(_ comparison: ProjectComparison, _ diagnostics: inout [Diagnostic]) {
    var words = ProjectWords()
    let picture = comparison.picture
    let kind = words.judge(picture.place(of: "picture")) {
      try comparison.kind.map { try Choice.one(of: ComparisonPicture.Kind.allCases, named: $0, what: "picture") }
    }
    let direction = words.direction(of: picture)
    if kind == .sideBySide, direction != nil {
      words.judge(picture.place(of: "direction")) {
        throw ValidationError("direction is for the picture merged; side by side, left stands left")
      }
    }
    words.judge(picture.place(of: "selector")) { try SelectionOptions(comparison.selection).validateNames() }
    matches = comparison.matches.compactMap { text in
      words.judge(picture.place(of: "match")) { try MatchOption(text) }
    }
    formats = picture.files.compactMap { file in
      words.judge(file.place) { .comparison(try ComparisonFormat(file: file.path.text, given: nil)) }
    }
    options = ComparisonPicture.Options(
      kind: kind ?? nil, title: picture.title, direction: direction, showsLegend: picture.showsLegend,
      showsAll: comparison.showsAll)
    diagnostics += words.diagnostics
    guard words.diagnostics.isEmpty else { return nil }
    self.comparison = comparison
  }

  /// What is drawn of two inputs that were read with their sources, and what documents say about them.
  func picture(
    of left: LinkedInput, _ right: LinkedInput, _ look: PublishedLook
  ) -> (picture: PlannedPicture, model: ComparisonModel?) {
    let inputs = (comparison.left + comparison.right).uniqued
    do {
      try ProjectWords.check([left, right], comparison.name)
      let selection = try SelectionOptions(comparison.selection).selection(in: [left.topology, right.topology])
      let layouts = [left, right].map { Layout($0.topology.selecting(selection), resources: $0.resources) }
      for (layout, side) in zip(layouts, ["left", "right"]) where layout.containers.isEmpty {
        throw ValidationError("there are no containers on the \(side) side; its outputs are left as they are")
      }
      let settled = try MatchOption.settled(matches, layouts[0], layouts[1])
      let found = Comparison(layouts[0], layouts[1], settled: settled)
      let names = [comparison.left, comparison.right].map { $0.map(\.text).joined(separator: ", ") }
      return (
        PlannedPicture(
          comparison.picture, of: inputs,
          .success(.comparison(found, left: names[0], right: names[1], options)), formats,
          look),
        ComparisonModel(found, left: names[0], right: names[1], options)
      )
    } catch {
      let refusal = PlannedPicture.Refusal(
        diagnostic: ProjectWords.diagnostic(error, at: comparison.picture.place(of: "")))
      return (PlannedPicture(comparison.picture, of: inputs, .failure(refusal), formats, look), nil)
    }
  }
}
