import Foundation

/// Draws diagrams with the real mermaid.js in a headless browser, through `scripts/mermaid-check`.
package struct MermaidCheck {
  /// What mermaid.js made of one diagram.
  package struct Result: Decodable, Sendable {
    package struct Node: Decodable, Sendable {
      package let id: String
      package let label: String
    }
    package struct Edge: Decodable, Sendable {
      package let from: String
      package let to: String
      package let label: String
      /// Only there for the layout.
      package let hidden: Bool
    }
    package struct Subgraph: Decodable, Sendable {
      package let id: String
      package let nodes: [String]
    }
    package struct Participant: Decodable, Sendable {
      package let id: String
    }
    package struct Message: Decodable, Sendable {
      package let from: String
      package let to: String
    }
    /// The texts as a reader sees them.
    package struct Drawn: Decodable, Sendable {
      package let nodes: [String]
      package let clusters: [String]
      package let edge_labels: [String]
      package let texts: [String]
      package let actors: [String]
      package let messages: [String]
      package let notes: [String]
    }
    package let ok: Bool
    package let error: String?
    package let nodes: [Node]?
    package let edges: [Edge]?
    package let subgraphs: [Subgraph]?
    package let participants: [Participant]?
    package let messages: [Message]?
    package let notes: [String]?
    /// The words that blocks begin with.
    package let blocks: [String]?
    package let boxes: [String?]?
    package let drawn: Drawn?
  }

  private struct Report: Decodable {
    let diagrams: [Result]
  }

  private let script: URL

  /// Finds the script in the package that a test's file belongs to.
  package init(_ test: String = #filePath) throws {
    var folder = URL(fileURLWithPath: test).deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
      guard folder.path != "/" else { throw Failure("no Package.swift above \(test)") }
      folder = folder.deletingLastPathComponent()
    }
    script = folder.appendingPathComponent("scripts/mermaid-check")
  }

  /// Draws all diagrams in one browser; the results are in the order of the texts. `PODMAP_MERMAID`
  /// names another version of mermaid.js than the script's default: `11.6.0`, `elk`, …
  package func draw(_ texts: [String], options: [String] = []) throws -> [Result] {
    let python = try find("python3", install: "apt-get install python3")
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var files: [String] = []
    for (position, text) in texts.enumerated() {
      files.append(try folder.write(text, to: "\(position).mmd").path)
    }
    var options = options
    if let version = ProcessInfo.processInfo.environment["PODMAP_MERMAID"] { options += ["--mermaid", version] }
    let report = folder.url.appendingPathComponent("report.json")
    let finished = try run(
      python, [script.path, "--quiet", "--json", report.path] + options + files,
      secondsAllowed: 120 + Double(texts.count))
    guard finished.exitCode < 2, let data = FileManager.default.contents(atPath: report.path) else {
      throw Failure(
        "scripts/mermaid-check could not run; install what it needs with: scripts/mermaid-check --install\n"
          + finished.errors)
    }
    let results = try JSONDecoder().decode(Report.self, from: data).diagrams
    guard results.count == texts.count else {
      throw Failure("\(texts.count) diagrams were given, \(results.count) drawn")
    }
    return results
  }
}
