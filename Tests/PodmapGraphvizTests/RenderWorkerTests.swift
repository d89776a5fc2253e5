import Foundation
import PodmapGraphviz
import PodmapTestSupport
import Testing

@Suite("Rendering in a worker")
struct RenderWorkerTests {
  private let dot = Graphs.small

  private func worker() throws -> RenderWorker {
    RenderWorker(executable: try PodmapCommand().executable, arguments: ["render-worker"])
  }

  @Test(
    "Every format begins with its signature",
    arguments: [
      (PictureFormat.svg, "<?xml"), (.png, "\u{FFFD}PNG"), (.pdf, "%PDF-"), (.webp, "RIFF"),
    ])
  func formats(_ format: PictureFormat, _ beginning: String) throws {
    let bytes = try worker().render(dot, as: format)
    #expect(String(decoding: bytes.prefix(8), as: UTF8.self).hasPrefix(beginning))
  }

  @Test("Every format is the same on every run")
  func determinism() throws {
    let first = try PictureFormat.allCases.map { try worker().render(dot, as: $0) }
    // None of them may depend on the clock.
    Thread.sleep(forTimeInterval: 1.1)
    let second = try PictureFormat.allCases.map { try worker().render(dot, as: $0) }
    for (format, pair) in zip(PictureFormat.allCases, zip(first, second)) { #expect(pair.0 == pair.1, "\(format)") }
  }

  @Test("SVG is the same without fonts and in every locale and time zone, without remarks")
  func withoutFonts() throws {
    let bare = try run(
      try PodmapCommand().executable, ["render-worker", "svg"], input: Data(dot.utf8),
      environment: ["FONTCONFIG_FILE": "/nonexistent", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"])
    #expect(bare.errors.isEmpty)
    #expect(RenderAnswer(Array(bare.output)) == .picture(RenderedPicture(try worker().render(dot, as: .svg))))
  }

  @Test("Without the plugins in their folder, Graphviz chooses plugins itself, and a remark says so")
  func hiddenPlugins() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for place in [folder.url.path, "/nonexistent"] {
      let picture = try worker().picture(of: dot, PictureRequest(.svg, pluginFolder: place))
      #expect(picture.remarks == [.pluginsNotFound])
      #expect(String(decoding: picture.bytes, as: UTF8.self).contains("one</text>"))
    }
    #expect(try worker().picture(of: dot, PictureRequest(.svg)).remarks.isEmpty)
  }

  @Test("Without only the plugin for given positions, the picture is still drawn, and a remark says so")
  func hiddenNeato() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let finished = try run(
      try find("pkg-config", install: "apt-get install pkg-config"), ["--variable=libdir", "libgvc"])
    let library = String(decoding: finished.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    let plugins = URL(fileURLWithPath: library).appendingPathComponent("graphviz")
    for file in try FileManager.default.contentsOfDirectory(atPath: plugins.path)
    where file.hasPrefix("libgvplugin_core") || file.hasPrefix("libgvplugin_dot_layout") {
      try FileManager.default.createSymbolicLink(
        at: folder.url.appendingPathComponent(file), withDestinationURL: plugins.appendingPathComponent(file))
    }
    let request = PictureRequest(.svg, pluginFolder: folder.url.path)
    #expect(try worker().picture(of: dot, request).remarks.isEmpty)
    let placed = "digraph { layout=nop2; a [label=one, pos=\"10,10\"] }"
    let picture = try worker().picture(of: placed, request)
    #expect(picture.remarks == [.pluginsNotFound])
    #expect(String(decoding: picture.bytes, as: UTF8.self).contains("one</text>"))
    #expect(try worker().picture(of: placed, PictureRequest(.svg)).remarks.isEmpty)
  }

  @Test(
    "An invalid graph is an error with the reason",
    arguments: ["digraph {", "", "digraph { a -> }", "digraph { a [label=<<b>x</i>>] }"])
  func badGraph(_ dot: String) throws {
    let worker = try worker()
    let error = #expect(throws: RenderError.self) { try worker.render(dot, as: .svg) }
    #expect(!dot.isEmpty || error?.message == "the renderer ended with code 0")
    #expect(dot.isEmpty || error?.message.contains("graphviz") == true, "\(error?.message ?? "")")
    #expect(dot.isEmpty || error?.message.contains("Error: ") == true, "\(error?.message ?? "")")
  }

  @Test("A large graph is transferred completely, and so is its picture")
  func large() throws {
    let nodes = (0..<2_000).map { "n\($0) [shape=box, comment=\"\(String(repeating: "x", count: 2_000))\"]" }
    let bytes = try worker().render("graph { \(nodes.joined(separator: "\n")) }", as: .svg)
    #expect(String(decoding: bytes, as: UTF8.self).matches(of: #/<polygon fill="none"/#).count == 2_000)
  }

  @Test(
    "A worker with unknown arguments writes nothing and ends with 64",
    arguments: [[], ["gif"], ["svg", "--scale"], ["png", "--scale", "9"], ["svg", "--seconds", "0"], ["svg", "x"]])
  func wrongWords(_ words: [String]) throws {
    let finished = try run(try PodmapCommand().executable, ["render-worker"] + words, input: Data(dot.utf8))
    #expect(finished.exitCode == 64)
    #expect(finished.output.isEmpty && finished.errors.isEmpty)
  }
}
