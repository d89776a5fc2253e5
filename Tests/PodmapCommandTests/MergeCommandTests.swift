import Foundation
import PodmapTestSupport
import Testing

@Suite("podmap merge")
struct MergeCommandTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  private func pod(_ name: String, more: String = "") -> String {
    "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name)}\n"
      + "spec: {containers: [{name: \(name), image: x}]\(more)}\n"
  }

  @Test("Several pods give one, on standard output, in a file or in a folder")
  func outputs() throws {
    defer { folder.remove() }
    try folder.write(pod("a"), to: "in/a.yaml")
    try folder.write(pod("b"), to: "in/b.yaml")
    let shown = try podmap("merge", "in", in: folder.url)
    #expect(shown.exitCode == 0 && shown.output.contains("- name: a\n") && shown.output.contains("- name: b\n"))
    #expect(try podmap("merge", "in", "-o", "out.yaml", in: folder.url).exitCode == 0)
    let file = try Data(contentsOf: folder.url.appendingPathComponent("out.yaml"))
    #expect(String(decoding: file, as: UTF8.self) == shown.output)
    #expect(try podmap("merge", "in", "-o", "out", in: folder.url).exitCode == 0)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appendingPathComponent("out").path)
    #expect(names == ["a.yaml"])
  }

  @Test("A conflict writes nothing and exits with 1")
  func conflict() throws {
    defer { folder.remove() }
    try folder.write(pod("a", more: ", nodeName: x") + "---\n" + pod("b", more: ", nodeName: y"), to: "a.yaml")
    let refused = try podmap("merge", "a.yaml", "-o", "out.yaml", in: folder.url)
    #expect(refused.exitCode == 1)
    #expect(refused.messages.first?.hasPrefix("a.yaml:9:43: error") == true, "\(refused.messages)")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("out.yaml").path))
    #expect(try podmap("merge", "a.yaml", "--force", in: folder.url).exitCode == 0)
  }

  @Test("An unknown name is reported with the nearest, and exits with 1; a wrong option exits with 64")
  func names() throws {
    defer { folder.remove() }
    try folder.write(pod("web") + "---\n" + pod("api"), to: "a.yaml")
    let unknown = try podmap("merge", "a.yaml", "--workload", "wep", in: folder.url)
    #expect(unknown.exitCode == 1 && unknown.messages.joined().contains("did you mean 'web'?"))
    for arguments in [["--name", "No_Name"], ["--replicas", "-1"]] {
      #expect(try podmap.run(["merge", "a.yaml"] + arguments, in: folder.url).exitCode == 64)
    }
  }
}
