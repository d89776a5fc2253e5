/// What is measured, in which sizes and how often.
struct BenchmarkPlan {
  let podmap: String
  /// This program, which is the yardstick too.
  let ownProgram: String
  /// The path of KubeDiagrams.
  let kubeDiagrams: String
  /// Holds `inputs` and `outputs`.
  let folder: String
  let isQuick: Bool

  private var sizes: [Int] { isQuick ? [100, 1_000, 10_000] : [100, 1_000, 10_000, 50_000, 100_000] }
  private var rounds: Int { isQuick ? 3 : 5 }
  /// Starting takes milliseconds, of which one more or less matters: many runs cost little.
  private var startRounds: Int { isQuick ? 10 : 40 }
  /// The size that is read as a folder too.
  private let folderSize = 10_000

  /// Writes the inputs as well.
  func comparisons() throws(BenchmarkFailure) -> [Comparison] {
    var comparisons = try startUp() + [publishing()] + pictures() + otherTools() + layouts()
    for size in sizes {
      let file = try InputWriter.write(.objects(size), toFile: "\(folder)/inputs/\(size).yaml")
      comparisons.append(
        Comparison(file.description, scan(file), drawings(of: file), rounds: size > 10_000 ? 3 : rounds))
      guard size == folderSize else { continue }
      let many = try InputWriter.write(.objects(size), toFolder: "\(folder)/inputs/\(size)")
      comparisons.append(
        Comparison("\(many), against the scan of one file", scan(file), drawings(of: many), rounds: rounds))
    }
    return comparisons + [try comparing()]
  }

  private func startUp() throws(BenchmarkFailure) -> [Comparison] {
    let small = try InputWriter.write(.containers(20), toFile: "\(folder)/inputs/small.yaml")
    let draw = Command("draw to Mermaid", podmap, [small.path, "-o", "\(folder)/outputs/small.mmd"])
    return [
      Comparison(
        "start to exit", Command("dot -V", "dot", ["-V"]), [Command("podmap -V", podmap, ["-V"]), version],
        rounds: startRounds),
      Comparison("start to exit: 20 containers, \(small)", scan(small), [draw], rounds: startRounds),
    ]
  }

  private var version: Command { Command("podmap --version", podmap, ["--version"]) }

  /// A repository whose diagrams are up to date, as nearly every run in CI finds it.
  private func publishing() throws(BenchmarkFailure) -> Comparison {
    let application = try InputWriter.write(.containers(20), toFolder: "\(folder)/published/application")
    let count = 50
    let settings = "\(folder)/published/podmap.yaml"
    let diagrams = (0..<count).map {
      "  - {name: d\($0), inputs: [application], title: Diagram \($0), files: [outputs/d\($0).mmd]}\n"
    }
    try InputWriter.write("diagrams:\n\(diagrams.joined())", toFile: settings)
    let publish = Command("publish", podmap, ["publish", "--config", settings])
    _ = try ProcessRun(publish)
    return Comparison(
      "publish \(count) outputs that are up to date, \(application)", version, [publish], rounds: startRounds)
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

  /// All objects in one picture, against KubeDiagrams. Of more objects of all kinds, Graphviz takes minutes to lay out
  /// what KubeDiagrams writes, or crashes.
  private func otherTools() throws(BenchmarkFailure) -> [Comparison] {
    try [("all kinds", .objects(200)), ("workloads and Services", .workloadsAndServices(1_000))].map {
      (kinds: String, size: ManifestStream.Size) throws(BenchmarkFailure) in
      let name = kinds.split(separator: " ").joined(separator: "-")
      let file = try InputWriter.write(size, toFile: "\(folder)/inputs/\(name).yaml")
      let output = "\(folder)/outputs/\(name)"
      let other = Command("KubeDiagrams", kubeDiagrams, [file.path, "-o", "\(output)-other.svg"])
      return Comparison(
        "one picture of \(kinds), \(file)", other.saying(to: "\(output)-other.messages"),
        [wholePicture(of: file, "draw to SVG", output, [])], rounds: 1)
    }
  }

  /// Everything in one picture, laid out by Podmap and by Graphviz's `dot`: the same cards and lines, read and rendered
  /// by the same program.
  private func layouts() throws(BenchmarkFailure) -> [Comparison] {
    var comparisons: [Comparison] = []
    for size in isQuick ? [125, 250] : [125, 250, 500, 1_000] {
      let file = try InputWriter.write(.objects(size), toFile: "\(folder)/inputs/picture-\(size).yaml")
      let commands = ["dot", "podmap"].map { layout in
        wholePicture(
          of: file, "--layout \(layout)", "\(folder)/outputs/picture-\(size)-\(layout)", ["--layout", layout])
      }
      comparisons.append(
        Comparison("one picture without condensing, \(file)", commands[0], [commands[1]], rounds: size > 250 ? 1 : 3))
    }
    return comparisons
  }

  private func wholePicture(of input: Input, _ label: String, _ output: String, _ options: [String]) -> Command {
    Command(
      label, podmap,
      ["draw", input.path, "--no-condense", "--detail", "all", "--time-limit", "600", "-o", "\(output).svg"] + options
    ).saying(to: "\(output).messages")
  }

  /// Two versions of a cluster, against reading one of them: twice is what reading both takes.
  private func comparing() throws(BenchmarkFailure) -> Comparison {
    let size = isQuick ? 4_000 : 16_000
    let before = try InputWriter.write(.objects(size), toFile: "\(folder)/inputs/before.yaml")
    let after = try InputWriter.write(.objects(size + 100), toFile: "\(folder)/inputs/after.yaml")
    let output = "\(folder)/outputs/compared"
    return Comparison(
      "compare two versions, each like \(before), against inspecting one",
      Command("inspect to JSON", podmap, ["inspect", before.path, "--format", "json", "-o", "\(output)-inspect.json"])
        .saying(to: "\(output).messages"),
      [
        Command("compare to Markdown", podmap, ["compare", before.path, after.path, "-o", "\(output).md"])
          .saying(to: "\(output).messages")
      ], rounds: rounds)
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
