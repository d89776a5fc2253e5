import Foundation
import PodmapTestSupport
import Testing

@Suite("Pictures from the command line")
struct PictureCommandTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
    try folder.write(Graphs.pods(1), to: "pod.yaml")
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  @Test(
    "No temporary files remain; without a temporary folder there are no icons",
    arguments: [".", "/nonexistent"])
  func leftovers(_ temporary: String) throws {
    let outcome = try podmap(
      "pod.yaml", "-o", "a.svg", "-o", "a.png", "-o", "a.pdf", "-o", "a.webp", in: folder.url,
      environment: ["TMPDIR": temporary])
    #expect(outcome.exitCode == 0)
    let warnings = [
      "podmap: warning: can't make a folder for icons: No such file or directory; set TMPDIR to a writable folder; "
    ]
    #expect(outcome.messages.count == (temporary == "." ? 0 : 1))
    #expect(zip(outcome.messages, warnings).allSatisfy { $0.hasPrefix($1) }, "\(outcome.messages)")
    #expect(try files() == ["a.pdf", "a.png", "a.svg", "a.webp", "pod.yaml"])
    folder.remove()
  }

  @Test("Without any fonts SVG is the same, and there is no message")
  func withoutFonts() throws {
    let usual = try podmap("pod.yaml", "--format", "svg", in: folder.url)
    let bare = try podmap(
      "pod.yaml", "--format", "svg", in: folder.url, environment: ["FONTCONFIG_FILE": "/nonexistent"])
    #expect(usual.output == bare.output)
    #expect(bare.messages.isEmpty)
    folder.remove()
  }

  // Elsewhere fontconfig doesn't find the fonts.
  #if os(Linux)
    @Test("Without any font, letters are drawn as boxes, and a warning says so")
    func noFonts() throws {
      let empty = folder.url.appendingPathComponent("fonts").path
      let configuration = try folder.write(
        "<?xml version=\"1.0\"?><fontconfig><dir>\(empty)</dir><cachedir>\(empty)</cachedir></fontconfig>",
        to: "fonts/fonts.conf")
      let environment = ["FONTCONFIG_FILE": configuration.path]
      let png = try podmap("pod.yaml", "-o", "a.png", in: folder.url, environment: environment)
      #expect(png.exitCode == 0)
      #expect(png.messages.count == 1)
      #expect(png.messages.first?.hasPrefix("podmap: warning: no font is installed, so png shows boxes") == true)
      let svg = try podmap("pod.yaml", "-o", "a.svg", in: folder.url, environment: environment)
      #expect(svg.messages.isEmpty)
      folder.remove()
    }
  #endif

  @Test(
    "Pictures that take too long are errors in the order of the files; the others are written, and the exit code is 2")
  func timeLimit() throws {
    try folder.write(Graphs.pods(1_200), to: "large.yaml")
    let outcome = try podmap(
      "large.yaml", "-o", "a.svg", "-o", "a.mmd", "-o", "a.png", "-o", "a.dot", "--time-limit", "0.1", "--no-condense",
      in: folder.url)
    #expect(outcome.exitCode == 2)
    let beginnings = ["svg", "png"].map {
      "podmap: error: 'large' can't be drawn as \($0): graphviz did not finish within 0.1 s; "
    }
    let errors = outcome.messages.filter { $0.contains(" error: ") }
    #expect(errors.count == 2 && zip(errors, beginnings).allSatisfy { $0.hasPrefix($1) }, "\(outcome.messages)")
    #expect(try files().filter { $0.hasPrefix("a") && !$0.contains("-") } == ["a.dot", "a.mmd"])
    folder.remove()
  }

  @Test(
    "A diagram too large for one picture becomes an overview and parts, each drawn even if another fails")
  func parts() throws {
    try folder.write(Graphs.pods(3_000), to: "large.yaml")
    let outcome = try podmap("large.yaml", "-o", "a.svg", "-o", "a.dot", "--no-condense", in: folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    #expect(outcome.messages.count == 1 && outcome.messages[0].contains("split into an overview and 2 parts"))
    #expect(
      try files().filter { $0.hasPrefix("a") } == [
        "a-index.md", "a-others-1.dot", "a-others-1.svg", "a-others-2.dot", "a-others-2.svg", "a.dot", "a.svg",
      ])
    let quick = try podmap("large.yaml", "-o", "b.svg", "--no-condense", "--time-limit", "0.15", in: folder.url)
    #expect(quick.exitCode == 2)
    #expect(quick.messages.contains { $0.contains("(part 1 of 2: others-1)' can't be drawn as svg") })
    #expect(try files().filter { $0.hasPrefix("b-others-1") }.isEmpty)
    let text = try podmap("large.yaml", "--format", "svg", "--no-condense", in: folder.url)
    #expect(text.messages.contains { $0.contains("standard output only gets the overview") })
    #expect(text.output.contains("large (overview)"))
    folder.remove()
  }

  @Test("A picture is as large as --scale says, and twice as large as in a browser by default")
  func scale() throws {
    #expect(try podmap("pod.yaml", "-o", "1.png", "--scale", "1", in: folder.url).exitCode == 0)
    #expect(try podmap("pod.yaml", "-o", "2.png", in: folder.url).exitCode == 0)
    let sizes = try ["1.png", "2.png"].map {
      try RenderedImage(png: Array(Data(contentsOf: folder.url.appendingPathComponent($0))))
    }
    #expect(abs(sizes[1].width - 2 * sizes[0].width) <= 2, "\(sizes)")
    folder.remove()
  }

  @Test(
    "An invalid scale or time limit ends with 64 and names the valid range",
    arguments: [
      (["--scale", "9"], "--scale is not between 0.1 and 8"), (["--scale", "0"], "--scale is not between"),
      (["--scale", "nan"], "--scale is not between"), (["--scale", "big"], "--scale"),
      (["--scale", "2", "--format", "svg"], "--scale only applies to PNG and WebP"),
      (["--scale=-1"], "--scale is not between"),
      (["--time-limit", "0"], "--time-limit is not between"), (["--time-limit", "inf"], "--time-limit is not between"),
    ])
  func wrongOptions(_ options: [String], _ message: String) throws {
    let format = options.contains("--format") ? [] : ["--format", "png"]
    let outcome = try podmap.run(["pod.yaml"] + format + options, in: folder.url)
    #expect(outcome.exitCode == 64)
    #expect(outcome.messages.joined(separator: "\n").contains(message), "\(outcome.messages)")
    folder.remove()
  }

  @Test("The worker command is hidden")
  func hidden() throws {
    #expect(!(try podmap("--help", in: folder.url)).output.contains("render-worker"))
    #expect(!(try podmap("draw", "--help", in: folder.url)).output.contains("render-worker"))
    folder.remove()
  }
}
