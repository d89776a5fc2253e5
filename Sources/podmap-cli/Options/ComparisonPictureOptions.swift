import ArgumentParser
import PodmapComparison

/// Which picture of a comparison is drawn, and of what.
struct ComparisonPictureOptions: ParsableArguments {
  @Option(
    name: .customLong("picture"),
    help: ArgumentHelp(
      "side-by-side (where containers have moved to other pods) or merged (else).", valueName: "picture"),
    completion: .list(ComparisonPicture.Kind.allCases.map(\.rawValue)))
  var kindName: String?

  @Flag(name: .long, help: "Draw what is the same on both sides in large applications too.")
  var all = false

  @OptionGroup var look: LookOptions
  @OptionGroup var render: RenderOptions

  func validate(for formats: [ComparisonFormat]) throws {
    let options = try options
    if options.kind == .sideBySide, options.direction != nil {
      throw ValidationError("--direction is for --picture merged; side by side, left stands left")
    }
    try render.validate(for: formats.compactMap(\.picture))
  }

  var options: ComparisonPicture.Options {
    get throws {
      ComparisonPicture.Options(
        kind: try kindName.map { try Choice.one(of: ComparisonPicture.Kind.allCases, named: $0, what: "picture") },
        title: look.title, direction: try look.givenDirection, showsLegend: !look.noLegend, showsAll: all)
    }
  }
}
