import Foundation
import PodmapTestSupport
import Testing

@Suite("Several sequence diagrams by the command")
struct SequenceOverviewTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
    try folder.write(
      ["Deployment web", "Deployment api", "DaemonSet agent"].map { name in
        let words = name.split(separator: " ")
        return """
          apiVersion: apps/v1
          kind: \(words[0])
          metadata: {name: \(words[1])}
          spec:
            selector: {matchLabels: {app: \(words[1])}}
            template:
              metadata: {labels: {app: \(words[1])}}
              spec: {containers: [{name: main, image: "x:1"}]}

          """
      }.joined(separator: "---\n"), to: "deploy/app.yaml")
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter { $0 != "deploy" }.sorted()
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8).replacing("&#45;", with: "-")
  }

  @Test("The file itself is the overview, with a card for each diagram that names its file and its workloads")
  func overview() throws {
    defer { folder.remove() }
    let outcome = try podmap(
      "deploy", "--view", "lifecycle", "-o", "life.svg", "-o", "life.mmd", "-o", "life.dot", in: folder.url)
    #expect(outcome.exitCode == 0)
    #expect(outcome.messages.filter { $0.contains("overview") } == [])
    #expect(
      try files()
        == ["", "-agent", "-api"].flatMap { part in ["dot", "mmd", "svg"].map { "life\(part).\($0)" } }.sorted())
    for ending in ["mmd", "svg", "dot"] {
      let overview = try text("life.\(ending)")
      #expect(overview.contains("deploy: lifecycle (overview)"))
      #expect(overview.contains("…-agent.\(ending)") && overview.contains("…-api.\(ending)"))
      #expect(overview.contains("web"))
    }
    #expect(try text("life.mmd").contains("flowchart"))
    #expect(try text("life-api.mmd").contains("sequenceDiagram"))
  }

  @Test("Standard output gets one page of Mermaid, and only the overview of a picture, with a message")
  func standardOutput() throws {
    defer { folder.remove() }
    let page = try podmap("deploy", "--view", "lifecycle", in: folder.url)
    #expect(page.output.components(separatedBy: "```mermaid\n").count == 3)
    #expect(!page.output.contains("(overview)"))
    let dot = try podmap("deploy", "--view", "lifecycle", "--format", "dot", in: folder.url)
    #expect(dot.output.contains("deploy: lifecycle (overview)"))
    #expect(
      dot.messages == [
        "podmap: note: standard output only gets the overview of 2 diagrams; use -o FILE to write each to its own file "
          + "as well"
      ])
  }

  @Test("A single diagram is the file itself")
  func single() throws {
    defer { folder.remove() }
    let outcome = try podmap(
      "deploy", "--view", "lifecycle", "--focus", "web", "-o", "life.svg", in: folder.url)
    #expect(outcome.exitCode == 0)
    #expect(try files() == ["life.svg"])
    #expect(try text("life.svg").contains("how Deployment web starts"))
  }

  @Test("The old option is unknown")
  func oldOption() throws {
    defer { folder.remove() }
    let outcome = try podmap("deploy", "--view", "lifecycle", "--detail", "simple", in: folder.url)
    #expect(outcome.exitCode == 64)
  }
}
