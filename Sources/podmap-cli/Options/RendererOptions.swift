import ArgumentParser
import PodmapProject

/// Which program renders kustomizations and charts.
struct RendererOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The program that renders kustomizations or charts, instead of the first of kubectl, kustomize and helm on PATH.",
      valueName: "path"))
  var renderer: String?

  @Flag(name: .long, help: "Start no other program: read kustomizations as far as possible, and no charts.")
  var noRender = false

  @Flag(name: .long, help: "Let the renderer fetch what a kustomization refers to on the network.")
  var allowRemote = false

  @Option(
    name: .customLong("render-time-limit"),
    help: ArgumentHelp("How long a renderer may take.", valueName: "seconds"))
  var seconds: Double = 60

  var settings: SourceSettings {
    SourceSettings(renders: !noRender, allowsRemote: allowRemote, renderer: renderer, seconds: seconds)
  }

  func validate() throws {
    guard seconds > 0, seconds <= 3_600 else {
      throw ValidationError("--render-time-limit must be between 0 and 3600 seconds")
    }
    if noRender, renderer != nil {
      throw ValidationError("--no-render and --renderer exclude each other; give one of them")
    }
  }
}
