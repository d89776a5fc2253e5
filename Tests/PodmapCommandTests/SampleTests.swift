import Foundation
import PodmapTestSupport
import Testing

@Suite("The committed outputs of samples/")
struct SampleTests {
  static let samples =
    ["webapp/single-pod", "webapp/multi-pod"]
    + ["adapter", "ambassador", "init-containers", "shared-data", "sidecar-native", "sidecar-plain"].map {
      "patterns/\($0)"
    }

  @Test("They are what podmap draws", arguments: samples)
  func upToDate(_ sample: String) throws {
    let package = packageFolder()
    for format in ["mmd": "mermaid", "dot": "dot", "json": "json"] {
      let name = "samples/\(sample).\(format.key)"
      let drawn = try PodmapCommand()("samples/\(sample)", "--format", format.value, in: package)
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
  }
}
