import Foundation
import PodmapTestSupport
import Testing

@Suite("Diagrams written by hand on the command line")
struct HandWrittenCommandTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  private func diagram(_ name: String, _ body: String = "nodes: {a: A, b: B}\nedges: [a -> b]") -> String {
    "apiVersion: podmap/v1\nkind: Diagram\nmetadata: {name: \(name)}\ntitle: About \(name)\n\(body)\n"
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  @Test("One diagram is one picture, with a title and without a legend")
  func one() throws {
    let outcome = try podmap("-", input: diagram("one"))
    #expect(outcome.exitCode == 0)
    #expect(outcome.messages.isEmpty)
    #expect(outcome.output.hasPrefix("---\ntitle: \"About one\"\n"))
    #expect(!outcome.output.contains("egend"))
    folder.remove()
  }

  @Test("The user's direction and title win; a view is reported to have no effect")
  func options() throws {
    let outcome = try podmap(
      "-", "--direction", "LR", "--title", "Mine", "--no-legend", "--view", "network", input: diagram("one"))
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.hasPrefix("---\ntitle: \"Mine\"\n"))
    #expect(outcome.output.contains("flowchart LR"))
    #expect(
      outcome.messages == [
        "podmap: note: the input contains only hand-written diagrams, which the view 'network' does not change"
      ])
    folder.remove()
  }

  @Test("Messages are a sequence diagram in every format, and a separate diagram beside manifests")
  func messages() throws {
    let text = diagram("talk", "participants: {a: Ann, b: Bob}\nmessages: [a -> b: hello, {note: waits, over: b}]")
    let file = try folder.write(text, to: "in/talk.yaml")
    let outcome = try podmap(
      file.path, "-o", "x.mmd", "-o", "x.md", "-o", "x.dot", "-o", "x.svg", "-o", "x.png", "-o", "x.pdf", in: folder.url
    )
    #expect(outcome.exitCode == 0)
    #expect(outcome.messages.isEmpty)
    let mermaid = try String(contentsOf: folder.url.appendingPathComponent("x.mmd"), encoding: .utf8)
    #expect(mermaid.contains("\nsequenceDiagram\n"))
    #expect(mermaid.contains("  a->>b: hello\n  Note over b: waits\n"))
    let svg = try String(contentsOf: folder.url.appendingPathComponent("x.svg"), encoding: .utf8)
    for text in ["About talk", "Ann", "Bob", "hello", "waits"] { #expect(svg.contains(">\(text)<"), "\(text)") }
    let map = try folder.write(
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {a: b}\n", to: "in/map.yaml")
    let beside = try podmap(map.deletingLastPathComponent().path)
    #expect(beside.exitCode == 0)
    #expect(!beside.output.contains("Ann"))
    #expect(
      beside.messages == [
        "\(map.deletingLastPathComponent().path)/talk.yaml:1:1: note: the messages of the Diagram 'talk' can't be combined with other diagrams; draw its file alone"
      ])
    folder.remove()
  }

  @Test("Several are one page on standard output, with a fence for each")
  func page() throws {
    try folder.write(diagram("one") + "---\n" + diagram("two"), to: "in/d.yaml")
    for format in ["mermaid", "md"] {
      let outcome = try podmap("in", "--format", format, in: folder.url)
      #expect(outcome.messages.isEmpty)
      #expect(outcome.output.hasPrefix("# in\n\n## About one\n\n```mermaid\n---\n"))
      #expect(outcome.output.contains("```\n\n## About two\n\n```mermaid\n"))
      #expect(outcome.output.components(separatedBy: "```mermaid\n").count == 3)
    }
    folder.remove()
  }

  @Test("Each of several goes to its own file, and a page contains them all")
  func files() throws {
    try folder.write(diagram("one") + "---\n" + diagram("Two Words") + "---\n" + diagram("two.words"), to: "in/d.yaml")
    let outcome = try podmap(
      "in", "-o", "x.mmd", "-o", "x.dot", "-o", "x.svg", "-o", "x.md", "-o", "x.json", in: folder.url)
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.messages == [
        "podmap: note: 3 diagrams have no overview, so each is written to its own file: FILE-one, "
          + "FILE-two-words, FILE-two-words-2"
      ])
    let parts = ["dot", "mmd", "svg"].flatMap { ending in
      ["one", "two-words", "two-words-2"].map { "x-\($0).\(ending)" }
    }
    let written = try names()
    #expect(written == (["in", "x.json", "x.md"] + parts).sorted())
    folder.remove()
  }

  @Test("A format for one picture writes the first to standard output, and says so")
  func first() throws {
    let outcome = try podmap("-", "--format", "dot", input: diagram("one") + "---\n" + diagram("two"))
    #expect(outcome.output.contains("About one"))
    #expect(!outcome.output.contains("About two"))
    #expect(
      outcome.messages == [
        "podmap: note: standard output only gets the first of 2 diagrams; use -o FILE to write each to its own file"
      ])
    folder.remove()
  }

  @Test("A broken diagram is reported with its place, the others are drawn, and the exit code is 1")
  func broken() throws {
    let outcome = try podmap("-", input: diagram("bad", "nodes: {a: A}\nedges: [a -> b]") + "---\n" + diagram("good"))
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.messages == [
        "-:6:14: error: there is no node or object 'b'; did you mean 'a'?"
      ])
    #expect(outcome.output.contains("About bad"))
    #expect(outcome.output.contains("About good"))
    folder.remove()
  }

  @Test("Part of a diagram can be selected; one of several with nothing left is not drawn")
  func selection() throws {
    let both = diagram("one") + "---\n" + diagram("two", "nodes: {c: C}")
    let focused = try podmap("-", "--focus", "a", "--depth", "0", input: both)
    #expect(focused.output.contains("a[\"A\"]"))
    #expect(!focused.output.contains("b[\"B\"]"))
    #expect(!focused.output.contains("About two"))
    let without = try podmap("-", "--exclude", "B", input: both)
    #expect(without.output.contains("## About one"))
    #expect(!without.output.contains("b[\"B\"]"))
    let nothing = try podmap("-", "--exclude", "Diagram", input: both)
    #expect(nothing.output.contains("Nothing to draw"))
    #expect(nothing.exitCode == 0)
    folder.remove()
  }

  @Test("Beside manifests they are part of the application's picture")
  func joined() throws {
    try folder.write(pod, to: "in/pod.yaml")
    try folder.write(
      diagram("users", "nodes: {u: {label: A user, kind: user}}\nedges: [u -> Pod/web]"), to: "in/u.yaml")
    let outcome = try podmap("in", in: folder.url)
    #expect(outcome.exitCode == 0)
    #expect(outcome.messages.isEmpty)
    #expect(outcome.output.hasPrefix("---\ntitle: \"in\"\n"))
    #expect(outcome.output.contains("Diagram_podmap__users__u --> default__Pod__web"))
    let inspected = try podmap("inspect", "in", in: folder.url)
    #expect(inspected.output.contains("Diagram.podmap/users/u"))
    #expect(inspected.output.contains("in/u.yaml:6 edges[0] = u -> Pod/web"))
    folder.remove()
  }

  @Test("JSON contains nodes and edges; an earlier output is not an input")
  func json() throws {
    try folder.write(diagram("one"), to: "in/d.yaml")
    let first = try podmap("in", "-o", "in/d.json", in: folder.url)
    #expect(first.exitCode == 0)
    let again = try podmap("in", "--format", "json", in: folder.url)
    #expect(again.messages.isEmpty)
    let text = try String(contentsOf: folder.url.appendingPathComponent("in/d.json"), encoding: .utf8)
    #expect(text == again.output)
    #expect(
      text.contains("\"from\": \"Diagram.podmap/one/a\", \"to\": \"Diagram.podmap/one/b\", \"kind\": \"connects\""))
    folder.remove()
  }
}
