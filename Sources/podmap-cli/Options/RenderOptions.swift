import ArgumentParser
import PodmapGraphviz

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

  private static let timeLimits = 0.1...86_400.0

  /// Checks the options against the formats that are drawn.
  func validate(for formats: [OutputFormat]) throws {
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
