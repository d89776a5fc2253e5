import Foundation
import PodmapTestSupport
import Testing

@Suite("The committed outputs of samples/")
struct SampleTests {
  static let samples =
    ["bookshop", "webapp/single-pod", "webapp/multi-pod"]
    + ["adapter", "ambassador", "init-containers", "shared-data", "sidecar-native", "sidecar-plain"].map {
      "patterns/\($0)"
    }
    + ["shop-with-users"]
    + ["architecture", "differences", "lifecycle", "pod-contents", "working-together"].map {
      "pod-vs-container/\($0).yaml"
    }

  @Test("They are what podmap draws", arguments: samples)
  func upToDate(_ sample: String) throws {
    let package = packageFolder()
    for format in ["mmd": "mermaid", "dot": "dot", "json": "json"] {
      let base = sample.hasSuffix(".yaml") ? String(sample.dropLast(".yaml".count)) : sample
      let name = "samples/\(base).\(format.key)"
      let drawn = try PodmapCommand()("samples/\(sample)", "--format", format.value, in: package)
      #expect(drawn.exitCode == 0)
      let committed = FileManager.default.contents(atPath: package.appendingPathComponent(name).path)
      let text = committed.map { String(decoding: $0, as: UTF8.self) } ?? ""
      #expect(
        text == drawn.output,
        "\(name) differs; draw it anew with: make docs\n\(unifiedDiff(from: text, to: drawn.output))")
    }
  }

  @Test("The comparisons are what podmap draws", arguments: ["side-by-side", "merged"])
  func comparisons(_ picture: String) throws {
    let package = packageFolder()
    let formats = [
      "samples/webapp/comparison-\(picture).mmd": "mermaid", "samples/webapp/comparison-\(picture).dot": "dot",
    ]
    for (name, format) in formats {
      let drawn = try PodmapCommand()(
        "compare", "single-pod", "multi-pod", "--picture", picture, "--format", format,
        in: package.appendingPathComponent("samples/webapp"))
      #expect(drawn.exitCode == 0)
      let committed = FileManager.default.contents(atPath: package.appendingPathComponent(name).path)
      let text = committed.map { String(decoding: $0, as: UTF8.self) } ?? ""
      #expect(
        text == drawn.output,
        "\(name) differs; draw it anew with: make docs\n\(unifiedDiff(from: text, to: drawn.output))")
    }
  }

  @Test("Every sample has its committed outputs")
  func complete() throws {
    for family in ["webapp", "patterns"] {
      let folder = packageFolder().appendingPathComponent("samples/\(family)")
      let folders = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.contains(".") }
      #expect(Set(folders.map { "\(family)/\($0)" }) == Set(Self.samples.filter { $0.hasPrefix(family) }))
    }
    let folder = packageFolder().appendingPathComponent("samples/pod-vs-container")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
    #expect(
      Set(files.map { "pod-vs-container/\($0)" }) == Set(Self.samples.filter { $0.hasPrefix("pod-vs-container") }))
  }
}
