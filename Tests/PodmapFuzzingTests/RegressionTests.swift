import Foundation
import PodmapFuzzing
import PodmapTestSupport
import Testing

@Suite("What the fuzzer begins with, and what it found")
struct RegressionTests {
  static let harnesses = Harness.all.map(\.name)

  @Test("Every harness accepts its seeds and what once failed", arguments: harnesses)
  func replays(_ name: String) throws {
    let harness = try #require(Harness.all.first { $0.name == name })
    let seeds = try Self.files(in: "seeds/\(name)")
    #expect(!seeds.isEmpty, "the harness has no seeds")
    for file in try seeds + Self.files(in: "regressions/\(name)") {
      let problem = harness.run([UInt8](try Data(contentsOf: file)))
      #expect(problem == nil, "\(file.lastPathComponent)")
    }
  }

  @Test("Every folder of seeds and regressions belongs to a harness", arguments: ["seeds", "regressions"])
  func folders(_ kind: String) throws {
    let folder = packageFolder().appendingPathComponent("Fuzzing/\(kind)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "README.md" }
    #expect(Set(names).subtracting(Self.harnesses).isEmpty)
  }

  private static func files(in folder: String) throws -> [URL] {
    let url = packageFolder().appendingPathComponent("Fuzzing/\(folder)")
    guard FileManager.default.fileExists(atPath: url.path) else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
    return names.sorted().map(url.appendingPathComponent)
  }
}

@Suite("The checks of the fuzzer")
struct FuzzCheckTests {
  @Test(
    "Harmless inputs are accepted",
    arguments: [
      ("project", "a: b"), ("blocks", "<!-- podmap:begin a -->\n<!-- podmap:end a -->\n"),
    ])
  func accepted(_ name: String, _ text: String) throws {
    let harness = try #require(Harness.all.first { $0.name == name })
    #expect(harness.run(Array(text.utf8)) == nil)
  }

  @Test(
    "JSON is judged by its grammar",
    arguments: [
      ("{\"a\": [1, -2.5e3, true, null, \"\\u00e9\"]}", true), ("[]", true), ("[1,]", false), ("{\"a\" 1}", false),
      ("\"\u{1}\"", false), ("01", false), ("[1] 2", false), ("\"\\x\"", false), ("", false),
    ])
  func json(_ text: String, _ isRight: Bool) { #expect((JSONCheck.problem(in: text) == nil) == isRight) }

  @Test(
    "DOT is judged by its grammar",
    arguments: [
      ("digraph a { b -> \"c \\\" d\" [label=<x<b>y</b>>]; subgraph s { e } }", true),
      ("digraph { a ", false), ("digraph { \"a }", false), ("graph {}", false), ("digraph {} b", false),
      ("digraph { a [label=<b] }", false),
    ])
  func dot(_ text: String, _ isRight: Bool) { #expect((DOTCheck.problem(in: text) == nil) == isRight) }

  @Test(
    "Mermaid must keep its structure",
    arguments: [
      ("flowchart TB\n  a[\"b\"]\n  subgraph s[\"t\"]\n  c\n  end\n", true), ("flowchart TB\n  a[\"b]\n", false),
      ("flowchart TB\n  end\n", false), ("flowchart TB\n  click a\n", false), ("a\n", false),
      ("sequenceDiagram\n  loop x\n  end\n", true), ("sequenceDiagram\n  loop x\n", false),
      ("flowchart TB\n  a[\"<script>\"]\n", false), ("flowchart TB\n  a[\"\u{7}\"]\n", false),
    ])
  func mermaid(_ text: String, _ isRight: Bool) { #expect((MermaidCheck.problem(in: text) == nil) == isRight) }
}
