import ArgumentParser
import PodmapDiagrams

/// What a picture looks like in every format.
struct LookOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("TB (top to bottom) or LR (left to right).", valueName: "direction"),
    completion: .list(["TB", "LR"]))
  var direction: String?

  @Option(name: .long, help: "The heading of the picture.")
  var title: String?

  @Flag(name: .long, help: "Draw no legend.")
  var noLegend = false

  var givenDirection: FlowDiagram.Direction? {
    get throws {
      switch direction?.uppercased() {
      case nil: nil
      case "TB", "TD": .topToBottom
      case "LR": .leftToRight
      case let other?: throw ValidationError("no direction '\(other)'; there are TB and LR")
      }
    }
  }
}
