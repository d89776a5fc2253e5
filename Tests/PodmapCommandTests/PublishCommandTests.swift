import Foundation
import PodmapTestSupport
import Testing

@Suite("podmap publish")
struct PublishCommandTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  private let project = """
    diagrams:
      - name: app
        inputs: [deploy]
        files: [docs/app.svg, docs/app.mmd, docs/app.json]
        blocks: [README.md, {file: docs/app.md, image: docs/app.svg}]
      - name: life
        inputs: [deploy]
        view: lifecycle
        steps: full
        files: [docs/life.svg]
    """
  private let page = "# A\r\n\r\n<!-- podmap:begin app -->\r\n<!-- podmap:end app -->\r\nend"

  private func write(image: String = "nginx:1") throws {
    try folder.write(
      "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: app, image: \(image)}]}\n",
      to: "deploy/pod.yaml")
  }

  private func prepare() throws {
    try write()
    try folder.write(project, to: "podmap.yaml")
    try folder.write(page, to: "README.md")
    try folder.write("<!-- podmap:begin app -->\n<!-- podmap:end app -->\n", to: "docs/app.md")
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.url.appendingPathComponent(name)), as: UTF8.self)
  }

  /// A file that is written again is another one: it is replaced by renaming.
  private func numbers() throws -> [String: Int] {
    let manager = FileManager.default
    let names = try manager.subpathsOfDirectory(atPath: folder.url.path)
    return try names.reduce(into: [:]) { numbers, name in
      let values = try manager.attributesOfItem(atPath: folder.url.appendingPathComponent(name).path)
      if values[.type] as? FileAttributeType == .typeRegular { numbers[name] = values[.systemFileNumber] as? Int }
    }
  }

  @Test("Files and blocks are written, and a second run writes nothing")
  func twice() throws {
    defer { folder.remove() }
    try prepare()
    let first = try podmap("publish", in: folder.url)
    #expect(first.exitCode == 0 && first.output.isEmpty)
    #expect(
      first.messages == [
        "created docs/app.svg", "created docs/app.mmd", "created docs/app.json", "created docs/life.svg",
        "changed README.md: + Pod web", "changed docs/app.md: 3 lines added",
        "podmap: 6 written, 0 up to date; the index is podmap-index.json",
      ])
    #expect(try text("docs/app.svg").hasPrefix("<?xml") && text("docs/life.svg").hasPrefix("<?xml"))
    #expect(try text("docs/app.mmd") == podmap("deploy", in: folder.url).output)
    let linked = try text("docs/app.md")
    #expect(linked.contains("\n\n![deploy: 1 Pod with 1 container.](app.svg)\n\n"), "\(linked)")
    let readme = try text("README.md")
    let mermaid = try text("docs/app.mmd").replacing("\n", with: "\r\n")
    let block = "<!-- podmap:begin app -->\r\n\r\n```mermaid\r\n\(mermaid)```\r\n\r\n<!-- podmap:end app -->\r\nend"
    #expect(Array(readme.utf8) == Array(("# A\r\n\r\n" + block).utf8))
    let before = try numbers()
    let second = try podmap("publish", in: folder.url)
    #expect(second.exitCode == 0 && second.messages == ["podmap: 6 up to date"])
    #expect(try numbers() == before)
    let check = try podmap("publish", "--check", in: folder.url)
    #expect(check.exitCode == 0 && check.output.isEmpty && check.messages == ["podmap: 6 up to date"])
  }

  @Test("On a terminal, a check shows the differences before it says what is out of date")
  func order() throws {
    defer { folder.remove() }
    try prepare()
    _ = try podmap("publish", in: folder.url)
    try write(image: "nginx:2")
    let command = "'\(try PodmapCommand().executable)' publish --check 2>&1"
    let check = try run("/bin/sh", ["-c", command], in: folder.url)
    let lines = String(decoding: check.output, as: UTF8.self).split(separator: "\n")
    let difference = try #require(lines.lastIndex { $0.hasPrefix("@@") })
    let finding = try #require(lines.firstIndex { $0.contains("out of date") })
    #expect(difference < finding)
  }

  @Test("A check shows what is out of date and writes nothing; publishing repairs it")
  func cycle() throws {
    defer { folder.remove() }
    try prepare()
    _ = try podmap("publish", in: folder.url)
    try write(image: "nginx:2")
    let before = try numbers()
    let check = try podmap("publish", "--check", in: folder.url)
    #expect(check.exitCode == 1)
    #expect(try numbers() == before)
    #expect(check.output.contains("--- a/README.md\n+++ b/README.md\n"))
    let lines = check.output.split(whereSeparator: \.isNewline)
    #expect(lines.contains { $0.hasPrefix("-") && $0.contains("nginx:1") })
    #expect(lines.contains { $0.hasPrefix("+") && $0.contains("nginx:2") })
    #expect(
      check.messages.contains("docs/app.svg:1:1: error: the picture of 'app' no longer shows what its inputs say"))
    #expect(check.messages.last?.hasSuffix("5 out of date, 1 up to date; to update them, run: podmap publish") == true)
    #expect(try podmap("publish", in: folder.url).exitCode == 0)
    #expect(try text("README.md").contains("nginx:2") && text("docs/app.svg").contains("nginx:2"))
    #expect(try podmap("publish", "--check", in: folder.url).exitCode == 0)
  }

  @Test("An edited text and a missing picture are out of date")
  func changed() throws {
    defer { folder.remove() }
    try prepare()
    _ = try podmap("publish", in: folder.url)
    try folder.write("flowchart TB\n", to: "docs/app.mmd")
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("docs/life.svg"))
    let check = try podmap("publish", "--check", in: folder.url)
    #expect(check.exitCode == 1 && check.output.hasPrefix("--- a/docs/app.mmd\n"))
    #expect(check.messages.contains("docs/life.svg:1:1: error: the file of 'life' is missing"))
    let publish = try podmap("publish", in: folder.url)
    #expect(
      publish.messages == [
        "changed docs/app.mmd: + Pod web", "created docs/life.svg", "podmap: 2 written, 4 up to date",
      ])
  }

  @Test("Without its index, pictures are drawn again, and a file that isn't an index does no harm")
  func lostIndex() throws {
    defer { folder.remove() }
    try prepare()
    _ = try podmap("publish", in: folder.url)
    for text in ["", "{\"schema\": 1, \"outputs\": [{\"file\": 3", "{\"schema\": 99}"] {
      try folder.write(text, to: "podmap-index.json")
      #expect(try podmap("publish", "--check", in: folder.url).exitCode == 1)
      let outcome = try podmap("publish", in: folder.url)
      #expect(outcome.messages.last == "podmap: 2 written, 4 up to date; the index is podmap-index.json")
    }
  }

  /// Workloads, each of which calls the next.
  private func chain(_ names: [String]) -> String {
    zip(names, names.dropFirst() + [""]).map { name, next in
      let call = next.isEmpty ? "" : ", env: [{name: NEXT, value: 'http://\(next):80'}]"
      return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: \(name)}
        spec:
          selector: {matchLabels: {app: \(name)}}
          template:
            metadata: {labels: {app: \(name)}}
            spec: {containers: [{name: \(name), image: '\(name):1'\(call)}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: \(name)}
        spec: {selector: {app: \(name)}, ports: [{port: 80}]}
        """
    }.joined(separator: "\n---\n")
  }

  @Test("The index keeps the places of cards, the next picture starts from them, and they are never compared")
  func places() throws {
    defer { folder.remove() }
    func places() throws -> Set<String> {
      let match = try #require(try text("podmap-index.json").firstMatch(of: /"places": ?\[([^\]]*)\]/))
      return Set(match.1.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
    }
    let names = ["entry", "cart", "stock", "price", "tax"]
    try folder.write(chain(names), to: "deploy/app.yaml")
    try folder.write("diagrams:\n- {name: app, inputs: [deploy], files: [app.svg]}\n", to: "podmap.yaml")
    _ = try podmap("publish", in: folder.url)
    let before = try places()
    #expect(before.count == names.count)
    try folder.write(
      chain(names) + "\n---\n" + chain(["audit", "cart"]).components(separatedBy: "\n---\n")[0], to: "deploy/app.yaml")
    _ = try podmap("publish", in: folder.url)
    #expect(try places().isSuperset(of: before))
    #expect(try places().count == names.count + 1)
    let picture = try numbers()["app.svg"]
    #expect(try podmap("publish", in: folder.url).messages.last == "podmap: 1 up to date")
    // Without the places, the picture is still what the manifests say.
    let index = try text("podmap-index.json").replacing(/, "places": ?\[[^\]]*\]/, with: "")
    try folder.write(index, to: "podmap-index.json")
    #expect(try podmap("publish", "--check", in: folder.url).exitCode == 0)
    #expect(try numbers()["app.svg"] == picture)
  }

  @Test("A page with wrong markers is left unchanged, and everything else is written")
  func markers() throws {
    defer { folder.remove() }
    try prepare()
    try folder.write(page + "\n<!-- podmap:begin app -->\n", to: "README.md")
    let outcome = try podmap("publish", in: folder.url)
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.messages.contains { $0.hasPrefix("README.md:6:1: error: the block 'app' appears a second time") })
    #expect(try text("README.md") == page + "\n<!-- podmap:begin app -->\n")
    #expect(try text("docs/app.svg").hasPrefix("<?xml"))
    #expect(try podmap("publish", "--check", in: folder.url).exitCode == 1)
  }

  @Test("A hostile title can't end a block, a fence or a link")
  func hostile() throws {
    defer { folder.remove() }
    try prepare()
    let title = "\"x\\n```\\n<!-- podmap:end app -->\\n<script>](a)\""
    try folder.write(
      project.replacing("    files: [docs/app.svg,", with: "    title: \(title)\n    files: [docs/app.svg,"),
      to: "podmap.yaml")
    #expect(try podmap("publish", in: folder.url).exitCode == 0)
    #expect(try podmap("publish", "--check", in: folder.url).exitCode == 0)
    let readme = try text("README.md")
    #expect(readme.components(separatedBy: "<!-- podmap:end app -->").count == 2 && readme.hasSuffix("\r\nend"))
    #expect(readme.split(whereSeparator: \.isNewline).count { $0.hasPrefix("```") } == 2)
    let linked = try text("docs/app.md")
    #expect(linked.components(separatedBy: "\n").count == 6 && !linked.contains("<script>"), "\(linked)")
  }

  @Test("A wrong podmap.yaml is an error with its place, and nothing is written")
  func wrong() throws {
    defer { folder.remove() }
    for (diagram, message) in [
      (
        "{name: app, inputs: [deploy], view: work, files: [a.svg]}",
        "podmap.yaml:2:39: error: no view 'work'; use one of"
      ),
      ("{name: app, inputs: [deploy], direction: up, files: [a.svg]}", "podmap.yaml:2:44: error: no direction 'UP'"),
      (
        "{name: app, inputs: [deploy], phase: stop, files: [a.svg]}",
        "podmap.yaml:2:40: error: steps and phase only apply to view lifecycle"
      ),
      (
        "{name: app, inputs: [deploy], view: lifecycle, phase: x, files: [a.svg]}",
        "podmap.yaml:2:57: error: no phase 'x'"
      ),
      (
        "{name: app, inputs: [deploy], selector: 'a in (b', files: [a.svg]}",
        "podmap.yaml:2:43: error: 'a in (b' isn't a label selector"
      ),
      (
        "{name: app, inputs: [deploy], files: [a.gif]}",
        "podmap.yaml:2:41: error: the extension of 'a.gif' isn't that of a format; use one of"
      ),
      (
        "{name: app, inputs: [deploy], files: [a.svg, ./a.svg]}",
        "podmap.yaml:2:48: error: 'a.svg' is already a file of 'app'"
      ),
      ("{name: app, inputs: [deploy/pod.yaml], files: [deploy/pod.yaml]}", "podmap.yaml:2:50: error: the extension of"),
      ("{name: app, inputs: [x.json], files: [x.json]}", "podmap.yaml:2:41: error: 'x.json' is an input"),
      (
        "{name: app, inputs: [deploy], files: [podmap-index.json]}",
        "podmap.yaml:2:41: error: 'podmap-index.json' is already the index"
      ),
      (
        "{name: app, inputs: [deploy], files: [../a.svg]}",
        "podmap.yaml:2:41: error: the file '../a.svg' leaves the folder"
      ),
      (
        "{name: app, inputs: [deploy], files: [out/a.svg]}",
        "podmap.yaml:2:41: error: 'out/a.svg' leads out of the folder"
      ),
      (
        "{name: app, inputs: [deploy], files: [a.svg], blocks: [{file: README.md, image: b.svg}]}",
        "podmap.yaml:2:58: error: 'b.svg' isn't an SVG, PNG or WebP"
      ),
      (
        "{name: app, inputs: [deploy], blocks: [README.md, README.md]}",
        "podmap.yaml:2:53: error: the block 'app' of 'README.md' is named twice"
      ),
      (
        "{name: app, inputs: [deploy], file: [a.svg]}",
        "podmap.yaml:2:33: error: unknown key 'file' in the diagram; did you mean"
      ),
    ] {
      try prepare()
      try? FileManager.default.createSymbolicLink(
        at: folder.url.appendingPathComponent("out"), withDestinationURL: FileManager.default.temporaryDirectory)
      try folder.write("diagrams:\n- \(diagram)\n", to: "podmap.yaml")
      let before = try numbers()
      let outcome = try podmap("publish", in: folder.url)
      #expect(outcome.exitCode == 1 && outcome.messages.first?.hasPrefix(message) == true, "\(outcome.messages)")
      #expect(try numbers() == before)
    }
  }

  @Test("A name that the input does not have is an error, and the other diagrams are written")
  func unknownName() throws {
    defer { folder.remove() }
    try prepare()
    try folder.write(project.replacing("view: lifecycle\n    steps: full", with: "focus: [wed]"), to: "podmap.yaml")
    let outcome = try podmap("publish", in: folder.url)
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.messages.contains(
        "podmap.yaml:6:5: error: no object 'wed' in the input; did you mean 'web'? use one of web, app"),
      "\(outcome.messages)")
    #expect(try text("docs/app.svg").hasPrefix("<?xml"))
  }

  @Test("An input with nothing to draw leaves the outputs unchanged")
  func empty() throws {
    defer { folder.remove() }
    try prepare()
    _ = try podmap("publish", in: folder.url)
    let before = try (text("docs/app.svg"), text("README.md"))
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("deploy/pod.yaml"))
    let outcome = try podmap("publish", in: folder.url)
    #expect(outcome.exitCode == 1 && outcome.messages.contains { $0.contains("there is nothing to draw for 'app'") })
    #expect(try (text("docs/app.svg"), text("README.md")) == before)
    // What is left as it is stays known, so that nothing is drawn again when the input is back.
    try write()
    #expect(try podmap("publish", in: folder.url).messages == ["podmap: 6 up to date"])
  }

  @Test("A folder that can't be written is reported, and the exit code is 2")
  func readOnly() throws {
    defer { folder.remove() }
    try prepare()
    // A file in the place of a folder stops root too.
    try folder.write("", to: "pictures")
    try folder.write(project.replacing("docs/life.svg", with: "pictures/life.svg"), to: "podmap.yaml")
    let outcome = try podmap("publish", in: folder.url)
    let summary = "podmap: 5 written, 0 up to date, 1 failed; the index is podmap-index.json"
    #expect(outcome.exitCode == 2 && outcome.messages.last == summary)
    #expect(outcome.messages.contains { $0.hasPrefix("pictures/life.svg: error: can't be written: ") })
    #expect(try !text("podmap-index.json").contains("life"))
  }

  @Test("Paths are relative to the folder of podmap.yaml, for inputs and outputs, wherever the command runs")
  func elsewhere() throws {
    defer { folder.remove() }
    try prepare()
    _ = try podmap("publish", in: folder.url)
    let json = try text("docs/app.json")
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("docs/app.json"))
    let parent = folder.url.deletingLastPathComponent()
    let name = folder.url.lastPathComponent
    let check = try podmap("publish", "--check", "--config", "\(name)/podmap.yaml", in: parent)
    #expect(check.exitCode == 1 && check.messages.first?.hasPrefix("\(name)/docs/app.json:1:1: error: ") == true)
    #expect(check.messages.last?.hasSuffix("run: podmap publish --config \(name)/podmap.yaml") == true)
    let outcome = try podmap("publish", "--config", "\(name)/podmap.yaml", in: parent)
    #expect(outcome.exitCode == 0 && outcome.messages.first == "created \(name)/docs/app.json", "\(outcome.messages)")
    #expect(try text("docs/app.json") == json)
  }

  @Test("Outputs inside an input change nothing in the next run")
  func outputsInInput() throws {
    defer { folder.remove() }
    try write()
    try folder.write("diagrams:\n- {name: app, inputs: [.], files: [app.json, docs/x.json]}\n", to: "podmap.yaml")
    #expect(try podmap("publish", in: folder.url).exitCode == 0)
    let second = try podmap("publish", in: folder.url)
    #expect(second.messages == ["podmap: 2 up to date"])
  }

  @Test("A file of a removed diagram is reported once and left where it is")
  func abandoned() throws {
    defer { folder.remove() }
    try prepare()
    _ = try podmap("publish", in: folder.url)
    try folder.write(project.components(separatedBy: "  - name: life")[0], to: "podmap.yaml")
    let outcome = try podmap("publish", in: folder.url)
    #expect(outcome.messages.first?.hasPrefix("docs/life.svg:1:1: note: no diagram is written to this file") == true)
    #expect(try text("docs/life.svg").hasPrefix("<?xml"))
    #expect(try podmap("publish", in: folder.url).messages == ["podmap: 5 up to date"])
  }

  @Test("Without a podmap.yaml, or without diagrams in it, the command line is wrong")
  func nothing() throws {
    defer { folder.remove() }
    let none = try podmap("publish", in: folder.url)
    #expect(
      none.exitCode == 64
        && none.messages[0].hasSuffix("there is no 'podmap.yaml'; run 'podmap init' to create one"))
    try folder.write("references: [{from: A, path: b.c, to: Service}]\n", to: "podmap.yaml")
    #expect(try podmap("publish", in: folder.url).exitCode == 64)
  }
}
