import ArgumentParser
import PodmapComparison
import PodmapProject

/// Which picture of a comparison is drawn, and of what.
struct ComparisonPictureOptions: ParsableArguments {
  @Option(
    name: .customLong("picture"),
    help: ArgumentHelp(
      "side-by-side or merged; by default, side-by-side for two layouts, and merged for two versions.",
      valueName: "picture"),
    completion: .list(ComparisonPicture.Kind.allCases.map(\.rawValue)))
  var kindName: String?

  @Flag(name: .long, help: "Draw what is the same on both sides, even in large applications.")
  var all = false

  @OptionGroup var look: LookOptions
  @OptionGroup var render: RenderOptions

  var settings: ComparisonPicture.Options {
    get throws(RequestError) {
      let look = try look.settings
      return ComparisonPicture.Options(
        kind: try kindName.map { name throws(RequestError) in try CompareRequest.picture(named: name) },
        title: look.title, direction: look.direction, showsLegend: look.showsLegend, showsAll: all,
        condensing: look.page.condensing(), expanded: look.page.expanded, layout: look.page.layout)
    }
  }
}
