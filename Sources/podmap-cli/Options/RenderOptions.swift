import ArgumentParser
import PodmapDiagrams
import PodmapGraphviz
import PodmapManifests
import PodmapProject

/// How pictures are rendered.
struct RenderOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Enlarge PNG and WebP; 1 is as large as SVG in a browser. (default: 2)",
      valueName: "factor"))
  var scale: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How long drawing one picture may take.", valueName: "seconds"))
  var timeLimit: Double = Double(Limit.timeLimit.value)

  @Option(
    name: .customLong("theme"),
    help: ArgumentHelp(
      "The theme of pictures: \(Theme.all.map(\.name).joined(separator: ", ")); "
        + "\(Theme.standard.name) is \(Theme.standard.help).",
      valueName: "theme"),
    completion: .list(Theme.all.map(\.name)))
  var themeName: String = Theme.standard.name

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A folder with your own icons, as NAME.svg or NAME.png; docs/icons.md lists the names.", valueName: "folder"),
    completion: .directory)
  var icons: String?

  var settings: RenderSettings {
    get throws(RequestError) {
      RenderSettings(
        theme: try RenderSettings.theme(named: themeName), scale: scale, timeLimit: timeLimit, icons: icons)
    }
  }
}
