import Foundation
import PodmapGraphviz
import PodmapTestSupport
import Testing

@Suite("Rendering in a worker")
struct RenderWorkerTests {
  private let dot = "digraph g { a [label=\"one\"]; a -> b }\n"

  private func worker(seconds: Double = 30) throws -> RenderWorker {
    RenderWorker(executable: try PodmapCommand().executable, arguments: ["render-worker"], seconds: seconds)
  }

  @Test(
    "Every format is what its first bytes say",
    arguments: [
      (PictureFormat.svg, "<?xml"), (.png, "\u{FFFD}PNG"), (.pdf, "%PDF-"), (.webp, "RIFF"),
    ])
  func formats(_ format: PictureFormat, _ beginning: String) throws {
    let bytes = try worker().render(dot, as: format)
    #expect(String(decoding: bytes.prefix(8), as: UTF8.self).hasPrefix(beginning))
  }

  @Test("SVG is the same on every run, with and without fonts")
  func determinism() throws {
    let (one, two) = (try worker().render(dot, as: .svg), try worker().render(dot, as: .svg))
    #expect(one == two)
    let command = try PodmapCommand().executable
    let bare = try run(
      command, ["render-worker", "svg"], input: Data(dot.utf8),
      environment: ["FONTCONFIG_FILE": "/nonexistent", "LC_ALL": "C", "TZ": "Asia/Tokyo"])
    #expect(Array(bare.output) == one)
  }

  @Test("A graph that is none is an error with the reason")
  func badGraph() throws {
    let worker = try worker()
    let error = #expect(throws: RenderError.self) { try worker.render("digraph {", as: .svg) }
    #expect(error?.message.contains("does not understand the graph") == true, "\(error?.message ?? "")")
  }

  @Test("A renderer that hangs is ended after the time limit")
  func hang() {
    let worker = RenderWorker(executable: "/bin/sh", arguments: ["-c", "sleep 60"], seconds: 0.3)
    let error = #expect(throws: RenderError.self) { try worker.render(dot, as: .svg) }
    #expect(error?.message.contains("did not finish within") == true)
  }

  @Test("A renderer that crashes is an error that names the signal")
  func crash() {
    let worker = RenderWorker(executable: "/bin/sh", arguments: ["-c", "kill -SEGV $$"])
    let error = #expect(throws: RenderError.self) { try worker.render(dot, as: .svg) }
    #expect(error?.message.contains("crashed (signal 11)") == true)
  }

  @Test("A renderer that is not there is an error that names it")
  func missing() {
    let worker = RenderWorker(executable: "/nonexistent/podmap", arguments: [])
    let error = #expect(throws: RenderError.self) { try worker.render(dot, as: .svg) }
    #expect(error?.message.contains("/nonexistent/podmap can't be started") == true)
  }

  @Test("Nothing is left in the folder of temporary files")
  func leftovers() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let outcome = try PodmapCommand()(
      "-", "--format", "svg",
      input: "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c}]}\n",
      environment: ["TMPDIR": folder.url.path])
    #expect(outcome.exitCode == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }
}
