/// What is measured, in which sizes and how often.
struct BenchmarkPlan {
  let podmap: String
  /// This program, which is the yardstick too.
  let ownProgram: String
  /// Holds `inputs` and `outputs`.
  let folder: String
  let isQuick: Bool

  private var sizes: [Int] { isQuick ? [100, 1_000, 10_000] : [100, 1_000, 10_000, 50_000] }
  private var rounds: Int { isQuick ? 3 : 5 }
  /// Starting takes milliseconds, of which one more or less matters: many runs cost little.
  private var startRounds: Int { isQuick ? 10 : 40 }
  /// The size that is read as a folder too.
  private let folderSize = 10_000

  /// Writes the inputs as well.
  func comparisons() throws(BenchmarkFailure) -> [Comparison] {
    var comparisons = try startUp() + pictures() + layouts()
    for size in sizes {
      let file = try InputWriter.write(.objects(size), toFile: "\(folder)/inputs/\(size).yaml")
      comparisons.append(Comparison(file.description, scan(file), drawings(of: file), rounds: rounds))
      guard size == folderSize else { continue }
      let many = try InputWriter.write(.objects(size), toFolder: "\(folder)/inputs/\(size)")
      comparisons.append(
        Comparison("\(many), against the scan of one file", scan(file), drawings(of: many), rounds: rounds))
    }
    return comparisons
  }

  private func startUp() throws(BenchmarkFailure) -> [Comparison] {
    let small = try InputWriter.write(.containers(20), toFile: "\(folder)/inputs/small.yaml")
    let commands = [
      Command("podmap --version", podmap, ["--version"]),
      Command("draw to Mermaid", podmap, [small.path, "-o", "\(folder)/outputs/small.mmd"]),
    ]
    return [Comparison("start to exit: 20 containers, \(small)", scan(small), commands, rounds: startRounds)]
  }

  /// Pictures of one application, against Graphviz's own program on the DOT that they are drawn from: that program
  /// has no manifests to read, but loads more.
  private func pictures() throws(BenchmarkFailure) -> [Comparison] {
    let application = try InputWriter.write(.containers(20), toFolder: "\(folder)/inputs/application")
    let output = "\(folder)/outputs/application"
    _ = try ProcessRun(Command("draw to DOT", podmap, ["draw", application.path, "-o", "\(output).dot"]))
    return ["svg", "png"].map { format in
      let dot = Command("dot -T\(format)", "dot", ["-T\(format)", "\(output).dot", "-o", "\(output)-dot.\(format)"])
      let draw = Command(
        "draw to \(format.uppercased())", podmap, ["draw", application.path, "-o", "\(output).\(format)"])
      return Comparison(
        "a picture of 20 containers, \(application)", dot, [draw.saying(to: "\(output).messages")], rounds: startRounds)
    }
  }

  /// Everything in one picture, laid out by Podmap and by Graphviz's `dot`: the same cards and lines, read and rendered
  /// by the same program.
  private func layouts() throws(BenchmarkFailure) -> [Comparison] {
    var comparisons: [Comparison] = []
    for size in isQuick ? [125, 250] : [125, 250, 500, 1_000] {
      let file = try InputWriter.write(.objects(size), toFile: "\(folder)/inputs/picture-\(size).yaml")
      let commands = ["dot", "podmap"].map { layout in
        let output = "\(folder)/outputs/picture-\(size)-\(layout)"
        return Command(
          "--layout \(layout)", podmap,
          [
            "draw", file.path, "--no-condense", "--detail", "all", "--layout", layout, "--time-limit", "600", "-o",
            "\(output).svg",
          ]
        ).saying(to: "\(output).messages")
      }
      comparisons.append(
        Comparison("one picture without condensing, \(file)", commands[0], [commands[1]], rounds: size > 250 ? 1 : 3))
    }
    return comparisons
  }

  private func scan(_ input: Input) -> Command {
    Command("libyaml scan, one thread", ownProgram, ["scan", input.path])
  }

  private func drawings(of input: Input) -> [Command] {
    let output = "\(folder)/outputs/\(input.name)"
    return [
      Command("draw to Mermaid", podmap, [input.path, "-o", "\(output).mmd"]),
      Command("draw to JSON", podmap, [input.path, "--format", "json", "-o", "\(output).json"]),
      Command(
        "inspect to JSON", podmap, ["inspect", input.path, "--format", "json", "-o", "\(output)-inspect.json"]),
    ].map { $0.saying(to: "\(output).messages") }
  }
}
