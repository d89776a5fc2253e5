import ArgumentParser
import PodmapDiagrams
import PodmapProject

/// What a picture looks like in every format.
struct LookOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "\(FlowDiagram.Direction.allCases.map { "\($0.name) (\($0.help))" }.joined(separator: " or ")).",
      valueName: "direction"),
    completion: .list(FlowDiagram.Direction.allCases.map(\.name)))
  var direction: String?

  @Option(name: .long, help: "The heading of the picture.")
  var title: String?

  @Flag(name: .long, help: "Draw no legend.")
  var noLegend = false

  @OptionGroup var page: PageOptions

  var settings: LookSettings {
    get throws(RequestError) {
      LookSettings(
        title: title,
        direction: try direction.map { name throws(RequestError) in try LookSettings.direction(named: name) },
        showsLegend: !noLegend, page: try page.settings)
    }
  }
}
