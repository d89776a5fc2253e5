import ArgumentParser
import PodmapDiagrams
import PodmapGraphviz
import PodmapManifests

/// How pictures are drawn that Graphviz lays out.
struct RenderOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Enlarge PNG and WebP; 1 (default) is as large as SVG in a browser, 2 is sharp on fine screens.",
      valueName: "factor"))
  var scale: Double?

  @Option(
    name: .long,
    help: ArgumentHelp("How long drawing one picture may take; 30 by default.", valueName: "seconds"))
  var timeLimit: Double = RenderWorker.usualSeconds

  @Option(
    name: .customLong("theme"),
    help: ArgumentHelp(
      "The pages that pictures are for: light, dark, or auto (default), where SVG follows its reader's setting.",
      valueName: "theme"),
    completion: .list(PictureTheme.allCases.map(\.rawValue)))
  var themeName: String = PictureTheme.auto.rawValue

  @Option(
    name: .long,
    help: ArgumentHelp("Icons of your own, as NAME.svg or NAME.png; docs/icons.md has the names.", valueName: "folder"),
    completion: .directory)
  var icons: String?

  var theme: PictureTheme { PictureTheme(rawValue: themeName) ?? .auto }

  private static let timeLimits = 0.1...86_400.0

  /// Checks the options against the formats that are drawn.
  func validate(for formats: [OutputFormat]) throws {
    _ = try Choice.one(of: PictureTheme.allCases, named: themeName, what: "theme")
    guard Self.timeLimits.contains(timeLimit) else {
      throw ValidationError("--time-limit is not between 0.1 and 86400 seconds")
    }
    guard let scale else { return }
    guard PictureRequest.scales.contains(scale) else { throw ValidationError("--scale is not between 0.1 and 8") }
    guard formats.contains(where: { $0.rendered?.hasPixels == true }) else {
      throw ValidationError("--scale is for PNG and WebP; the other formats have no pixels")
    }
  }
}
