import Foundation
import PodmapTestSupport
import Testing

@Suite("Charts in podmap.yaml")
struct PublishedChartTests {
  @Test("Charts are rendered again only if something has changed, in whatever order their settings are kept")
  func memory() throws {
    let podmap = try PodmapCommand()
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let names = (1...6).map { "chart\($0)" }
    let settings = names.map { "  - {path: \($0), set: [a=\($0)]}\n" }.joined()
    let inputs = names.joined(separator: ", ")
    try folder.write(
      "diagrams: [{name: app, inputs: [\(inputs)], files: [app.mmd]}]\ncharts:\n\(settings)", to: "podmap.yaml")
    for name in names { try folder.write("name: \(name)\n", to: "\(name)/Chart.yaml") }
    let program = try folder.write(
      """
      #!/bin/sh
      echo "$2" >>started
      printf -- '---\\napiVersion: v1\\nkind: Pod\\nmetadata: {name: %s}\\nspec: {containers: [{name: a, image: b}]}\\n' "$2"

      """, to: "bin/helm")
    try makeExecutable(program.path)
    let path = ["PATH": "\(program.deletingLastPathComponent().path):/usr/bin:/bin"]
    let started = folder.url.appendingPathComponent("started")
    func starts() throws -> Int { try String(contentsOf: started, encoding: .utf8).split(separator: "\n").count }

    let first = try podmap("publish", in: folder.url, environment: path)
    #expect(first.exitCode == 0, "\(first.messages)")
    #expect(try starts() == names.count)
    #expect(try podmap("publish", in: folder.url, environment: path).exitCode == 0)
    #expect(try starts() == names.count)
    try folder.write("name: chart1\nversion: 2\n", to: "chart1/Chart.yaml")
    #expect(try podmap("publish", in: folder.url, environment: path).exitCode == 0)
    #expect(try starts() == 2 * names.count)
  }
}
