import Foundation
import PodmapTestSupport
import Testing

/// Every Mermaid text that readers of this repository see: the samples, and the fences in Markdown documents.
@Suite("Samples and documents in a browser")
struct CommittedDiagramsBrowserTests {
  @Test(
    "Every version of mermaid.js draws every sample and every diagram in a document",
    arguments: ["10.7.0", "11.6.0", "11.12.0", "11.16.0", "elk"])
  func drawn(_ version: String) throws {
    let diagrams = try Self.diagrams()
    #expect(diagrams.count > 35)
    let results = try MermaidCheck().draw(diagrams.map(\.text), version: version)
    for (diagram, result) in zip(diagrams, results) {
      #expect(result.ok, "\(diagram.place): \(result.error ?? "")")
    }
  }

  private static func diagrams() throws -> [(place: String, text: String)] {
    let package = packageFolder()
    let top = try FileManager.default.contentsOfDirectory(atPath: package.path).filter { $0.hasSuffix(".md") }
    let below = try ["docs", "samples", "templates", "Tests/PullRequest"].flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: package.appendingPathComponent(folder).path)
        .map { "\(folder)/\($0)" }
    }
    return try (top + below).sorted().flatMap { name -> [(place: String, text: String)] in
      guard name.hasSuffix(".mmd") || name.hasSuffix(".md") else { return [] }
      let text = try String(contentsOf: package.appendingPathComponent(name), encoding: .utf8)
      guard name.hasSuffix(".md") else { return [(name, text)] }
      return fences(in: text).map { ("\(name):\($0.line)", $0.text) }
    }
  }

  private static func fences(in page: String) -> [(line: Int, text: String)] {
    var fences: [(line: Int, text: String)] = []
    var open: (line: Int, indent: Int, lines: [Substring])?
    for (number, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let text = line.drop { $0 == " " }
      if let fence = open, text.hasPrefix("```") {
        fences.append((fence.line, fence.lines.joined(separator: "\n") + "\n"))
        open = nil
      } else if let fence = open {
        open?.lines.append(line.dropFirst(min(fence.indent, line.count - text.count)))
      } else if text.hasPrefix("```mermaid") {
        open = (number + 1, line.count - text.count, [])
      }
    }
    return fences
  }
}
