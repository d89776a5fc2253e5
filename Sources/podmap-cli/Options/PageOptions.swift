import ArgumentParser
import PodmapDiagrams
import PodmapManifests
import PodmapProject
import PodmapTopology

/// How much flow diagrams show.
struct PageOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "How much a flow diagram shows: auto is the most that fits the page; "
        + Detail.allCases.map { "\($0.rawValue): \($0.help)" }.joined(separator: "; ") + ".",
      valueName: "detail"),
    completion: .list(PageSettings.detailNames))
  var detail: String = PageSettings.automatic

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Always draw objects of this kind or name as boxes of their own; may be given several times.",
      valueName: "kind|name"),
    completion: .names(.objects))
  var expand: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The width of the page in pixels.", valueName: "pixels"))
  var pageWidth: Int = Limit.pageWidth.value

  @Flag(name: .long, help: "Draw every object as a box and every relation as a line.")
  var noCondense = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Who lays flow diagrams out. podmap: \(PictureLayout.podmap.help); dot: \(PictureLayout.dot.help). "
        + "By default, Podmap lays out pictures, and DOT has no positions.",
      valueName: "layout"),
    completion: .list(PictureLayout.allCases.map(\.rawValue)))
  var layout: String?

  var settings: PageSettings {
    get throws(RequestError) {
      PageSettings(
        detail: try PageSettings.detail(named: detail), expanded: expand, width: pageWidth, isCondensed: !noCondense,
        layout: try layout.map { name throws(RequestError) in try PageSettings.layout(named: name) })
    }
  }
}
