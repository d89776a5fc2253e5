import Foundation
import PodmapTestSupport
import Testing

@Suite("podmap publish: comparisons, documents, the gallery and watching")
struct PublishDocumentTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  private func pod(_ name: String, _ containers: [String]) -> String {
    let list = containers.map { "{name: \($0), image: '\($0):1'}" }.joined(separator: ", ")
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name)}\nspec: {containers: [\(list)]}\n"
  }

  private let project = """
    diagrams:
      - {name: many, inputs: [many], files: [docs/many.svg, docs/many.png, docs/many.mmd]}
    comparisons:
      - name: layouts
        left: [one]
        right: [many]
        files: [docs/layouts.svg, docs/layouts.md, docs/layouts.json, docs/layouts.txt]
        blocks: [README.md]
    documents:
      - {template: application, file: docs/app.md, inputs: [many], title: Our shop}
      - {template: pod-vs-container, file: docs/guide.md, inputs: [one]}
      - {template: comparison, file: docs/cmp.md, comparison: layouts}
      - {template: own/page.html, file: docs/own.html, inputs: [many]}
    gallery: docs/index.html
    """

  private func prepare() throws {
    try folder.write(pod("both", ["web", "api"]), to: "one/pod.yaml")
    for name in ["web", "api"] { try folder.write(pod(name, [name]), to: "many/\(name).yaml") }
    try folder.write("<h1>{{title}}</h1>\n{{> part.html}}\n", to: "own/page.html")
    try folder.write("<p>{{pods}}</p>\n", to: "own/part.html")
    try folder.write("<!-- podmap:begin layouts -->\n<!-- podmap:end layouts -->\n", to: "README.md")
    try folder.write(project, to: "podmap.yaml")
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.url.appendingPathComponent(name)), as: UTF8.self)
  }

  private func publish(_ arguments: String...) throws -> PodmapCommand.Outcome {
    try podmap.run(["publish"] + arguments, in: folder.url)
  }

  @Test("Everything that podmap.yaml names is written, and a second run writes nothing")
  func all() throws {
    defer { folder.remove() }
    try prepare()
    let first = try publish()
    let summary = "podmap: 13 written, 0 up to date; the index is podmap-index.json"
    #expect(first.exitCode == 0 && first.messages.last == summary, "\(first.messages)")
    #expect(try text("docs/app.md").hasPrefix("# Our shop\n\n2 workloads with 2 containers.\n"))
    #expect(try text("docs/guide.md").contains("`podmap split` writes the manifests"))
    #expect(try text("docs/cmp.md").contains("Left: `one`, right: `many`. 2 of 2 containers matched"))
    #expect(try text("docs/own.html") == "<h1>many</h1>\n<p>api, web</p>\n")
    #expect(try text("docs/layouts.md") == podmap("compare", "one", "many", "--format", "md", in: folder.url).output)
    #expect(try text("docs/layouts.txt") == podmap("compare", "one", "many", in: folder.url).output)
    #expect(try text("README.md").contains("one → many"))
    let gallery = try text("docs/index.html")
    #expect(gallery.contains("<img src=\"many.svg\"") && gallery.contains("<img src=\"layouts.svg\""))
    #expect(gallery.contains("<a href=\"app.md\" title=\"docs/app.md\">Our shop</a>"))
    #expect(try publish().messages == ["podmap: 13 up to date"])
    #expect(try publish("--check").messages == ["podmap: 13 up to date"])
    #expect(try text("podmap-index.json").contains("\"kind\": \"gallery\", \"size\": "))
  }

  @Test("An output is out of date if its sources change, and for no other reason")
  func outdated() throws {
    defer { folder.remove() }
    try prepare()
    _ = try publish()
    try folder.write(pod("both", ["web", "api", "log"]), to: "one/pod.yaml")
    let check = try publish("--check")
    let names = check.messages.compactMap { $0.split(separator: ":").first.map(String.init) }
    let expected = ["docs/layouts.svg", "docs/layouts.md", "docs/layouts.json", "docs/layouts.txt", "docs/guide.md"]
    let more = ["docs/cmp.md", "docs/index.html", "README.md", "podmap"]
    #expect(check.exitCode == 1 && names == expected + more, "\(check.messages)")
    #expect(try publish().exitCode == 0)
    try folder.write("<p>{{pods.count}}</p>\n", to: "own/part.html")
    let second = try publish()
    #expect(second.messages.first == "changed docs/own.html: 1 line added, 1 removed", "a partial counts")
    #expect(try text("docs/own.html") == "<h1>many</h1>\n<p>2</p>\n")
    try folder.write("changed by hand", to: "docs/app.md")
    #expect(try publish().messages.first?.hasPrefix("changed docs/app.md: ") == true, "an output counts")
  }

  @Test(
    "A mistake is an error with its place, and nothing is written",
    arguments: [
      (
        "template: applicatoin, file: a.md, inputs: [many]",
        "podmap.yaml:2:14: error: no template 'applicatoin'; did you"
      ),
      (
        "template: comparison, file: a.md, inputs: [many]",
        "podmap.yaml:2:14: error: the template 'comparison' is about "
      ),
      (
        "template: application, file: a.md", "podmap.yaml:2:3: error: the document 'a.md' needs either 'inputs' or 'com"
      ),
      (
        "template: comparison, file: a.md, comparison: x", "podmap.yaml:2:50: error: there is no comparison 'x'; name o"
      ),
      ("template: ./none.md, file: a.md, inputs: [many]", "podmap.yaml:2:14: error: the template './none.md' can't be"),
      (
        "template: application, file: a.html, inputs: [many]",
        "podmap.yaml:2:33: error: the template 'application' makes M"
      ),
      (
        "template: ../x.md, file: a.md, inputs: [many]", "podmap.yaml:2:14: error: the template '../x.md' leaves the fo"
      ),
      (
        "template: own/bad.md, file: a.md, inputs: [many]",
        "own/bad.md:2:1: error: templates have no name"
      ),
      ("template: own/bad.md, file: own/bad.md, inputs: [many]", "own/bad.md:2:1: error: templates have no name"),
      (
        "template: application, file: many, inputs: [many]", "podmap.yaml:2:33: error: 'many' is a folder; name a file "
      ),
      (
        "template: application, file: podmap.yaml, inputs: [many]",
        "podmap.yaml:2:33: error: 'podmap.yaml' is already the project file; name another file"
      ),
    ])
  func wrong(_ document: String, _ message: String) throws {
    defer { folder.remove() }
    try prepare()
    try folder.write("a\n{{titel}}\n", to: "own/bad.md")
    try folder.write("documents:\n- {\(document)}\n", to: "podmap.yaml")
    let outcome = try publish()
    #expect(outcome.exitCode == 1 && outcome.messages.first?.hasPrefix(message) == true, "\(outcome.messages)")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("a.md").path))
  }

  @Test(
    "Settings of a comparison are validated and reported with their place",
    arguments: [
      ("picture: merge", "error: no picture 'merge'; did you mean 'merged'?"),
      ("picture: side-by-side, direction: TB", "error: direction only applies to the picture merged"),
      ("match: [a]", "error: match 'a' isn't a pair of names"),
      ("all: maybe", "error: 'all' of the comparison 'c' can't be 'maybe'"),
      ("files: [c.xyz]", "error: the extension of 'c.xyz' isn't that of a format"),
    ])
  func comparisonWords(_ word: String, _ message: String) throws {
    defer { folder.remove() }
    try prepare()
    let blocks = word.hasPrefix("files") ? "legend: false        " : "files: [docs/c.svg]  "
    try folder.write("\ncomparisons:\n- {name: c, left: [one], right: [many], \(blocks), \(word)}\n", to: "podmap.yaml")
    let outcome = try publish()
    #expect(outcome.exitCode == 1 && outcome.messages.first?.hasPrefix("podmap.yaml:3:") == true, "\(outcome.messages)")
    #expect(outcome.messages.first?.contains(message) == true, "\(outcome.messages)")
  }

  @Test("A side without containers leaves the outputs unchanged")
  func emptySide() throws {
    defer { folder.remove() }
    try prepare()
    _ = try publish()
    let before = try text("docs/layouts.md")
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("one/pod.yaml"))
    let outcome = try publish()
    #expect(outcome.exitCode == 1 && outcome.messages.contains { $0.contains("no containers on the left side") })
    #expect(outcome.messages.contains { $0.contains("'docs/cmp.md' is left unchanged") }, "\(outcome.messages)")
    #expect(try text("docs/layouts.md") == before && text("docs/guide.md").hasPrefix("# Pods"))
  }

  @Test("Outputs of an input with errors stay unchanged")
  func broken() throws {
    defer { folder.remove() }
    try prepare()
    _ = try publish()
    let before = try ["docs/many.mmd", "docs/app.md", "docs/cmp.md", "README.md", "docs/index.html"].map(text)
    try folder.write(pod("web", ["web"]) + "broken: [\n", to: "many/web.yaml")
    let outcome = try publish()
    #expect(outcome.exitCode == 1 && outcome.messages.last == "podmap: 2 up to date", "\(outcome.messages)")
    #expect(outcome.messages.contains { $0.hasSuffix("so the outputs of 'many' are left unchanged") })
    #expect(try ["docs/many.mmd", "docs/app.md", "docs/cmp.md", "README.md", "docs/index.html"].map(text) == before)
    #expect(try publish("--check").exitCode == 1)
  }

  @Test("The gallery keeps what can't be drawn at the moment")
  func gallery() throws {
    defer { folder.remove() }
    try prepare()
    _ = try publish()
    let before = try text("docs/index.html")
    try folder.write(
      project.replacing("inputs: [many], files", with: "inputs: [many], namespaces: [none], files"), to: "podmap.yaml")
    #expect(try publish().exitCode == 1)
    #expect(try text("docs/index.html") == before)
  }

  @Test("The look of pictures is set in one place, and changing it makes them out of date")
  func look() throws {
    defer { folder.remove() }
    try prepare()
    _ = try publish()
    try folder.write(project + "\npictures: {theme: dark, scale: 2}\n", to: "podmap.yaml")
    let check = try publish("--check")
    let names = check.messages.compactMap { $0.split(separator: ":").first.map(String.init) }
    #expect(names == ["docs/many.svg", "docs/many.png", "docs/layouts.svg", "podmap"], "\(check.messages)")
    #expect(try publish().exitCode == 0 && publish("--check").exitCode == 0)
    for (word, message) in [
      ("theme: drak", "no theme 'drak'; did you mean 'dark'?"), ("scale: 99", "scale is not between 0.1 and 8"),
      ("timeLimit: 0", "timeLimit is not between"), ("icons: none", "the icon folder 'none' can't be read"),
      ("scale: big", "'scale' of 'pictures' can't be 'big'"), ("size: 2", "unknown key 'size' in 'pictures'"),
    ] {
      try folder.write("pictures: {\(word)}\n" + project, to: "podmap.yaml")
      let outcome = try publish()
      #expect(outcome.exitCode == 1 && outcome.messages.first?.hasPrefix("podmap.yaml:1:") == true)
      #expect(outcome.messages.first?.contains(message) == true, "\(outcome.messages)")
    }
  }

  @Test(
    "Nothing is written that would destroy an input, something of git's, or something outside",
    arguments: [
      ("template: application, file: .git/config, inputs: [many]", "'.git/config' is in a folder of git"),
      ("template: application, file: a/.GIT/x.md, inputs: [many]", "'a/.GIT/x.md' is in a folder of git"),
      (
        "template: application, file: .podmap-cache/x, inputs: [many]",
        "is in a folder of git, a CI system, an editor or podmap"
      ),
      ("template: application, file: many/web.yaml, inputs: [many]", "makes Markdown; name a file that ends in .md"),
      ("template: application, file: link.md, inputs: [many]", "'link.md' is a link to a file that doesn't end in .md"),
      ("template: own/page.html, file: own/page.html, inputs: [many]", "'own/page.html' is an input"),
      ("template: application, file: ., inputs: [many]", "'.' is a folder; name a file to write"),
      (
        "template: outside/t.md, file: a.md, inputs: [many]",
        "'outside/t.md' leads out of the folder of podmap.yaml through a link"
      ),
      ("template: own/up.md, file: a.md, inputs: [many]", "there is no template '../../x.md'"),
      (
        "template: own/linked.md, file: a.md, inputs: [many]",
        "'own/l/t.md' leads out of the folder of podmap.yaml through a link"
      ),
    ])
  func destructive(_ document: String, _ message: String) throws {
    defer { folder.remove() }
    try prepare()
    let elsewhere = try TemporaryFolder()
    defer { elsewhere.remove() }
    try elsewhere.write("outside", to: "t.md")
    try folder.write("{{> ../../x.md}}", to: "own/up.md")
    try folder.write(
      "apiVersion: podmap/v1\nkind: Diagram\nmetadata: {name: users}\nnodes: {a: {label: A}}\n", to: "many/users.yaml")
    try folder.write("{{> l/t.md}}", to: "own/linked.md")
    let manager = FileManager.default
    for (name, target) in [
      ("link.md", "many/api.yaml"), ("outside", elsewhere.url.path), ("own/l", elsewhere.url.path),
    ] {
      try manager.createSymbolicLink(
        atPath: folder.url.appendingPathComponent(name).path, withDestinationPath: target)
    }
    let before = try [text("many/web.yaml"), text("many/api.yaml"), text("own/page.html")]
    try folder.write("documents:\n- {\(document)}\n", to: "podmap.yaml")
    let outcome = try publish()
    #expect(outcome.exitCode == 1 && outcome.messages.contains { $0.contains(message) }, "\(outcome.messages)")
    #expect(try [text("many/web.yaml"), text("many/api.yaml"), text("own/page.html")] == before)
    #expect(!manager.fileExists(atPath: folder.url.appendingPathComponent(".git/config").path))
  }

  @Test("The next run continues after one that was ended, whatever has changed since")
  func interrupted() throws {
    defer { folder.remove() }
    try prepare()
    _ = try publish()
    let (picture, index) = (try text("docs/many.svg"), try text("podmap-index.json"))
    try folder.write(pod("web", ["web", "helper"]), to: "many/web.yaml")
    _ = try publish()
    // As if the run had been ended with the new picture written and the index not yet.
    let forgotten = index.split(separator: "\n").filter { !$0.contains("docs/many.svg") }.joined(separator: "\n")
    try folder.write(forgotten + "\n", to: "podmap-index.json")
    try folder.write(pod("web", ["web"]), to: "many/web.yaml")
    #expect(try publish("--check").exitCode == 1)
    #expect(try publish().exitCode == 0)
    #expect(try text("docs/many.svg") == picture && text("podmap-index.json") == index)
  }

  @Test("Added or removed icons are noticed despite the memory of the last run")
  func icons() throws {
    defer { folder.remove() }
    try prepare()
    let icon = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><rect width='8' height='8'/></svg>"
    try folder.write(icon, to: "icons/pod.svg")
    try folder.write(project + "\npictures: {icons: icons}\n", to: "podmap.yaml")
    #expect(try publish().exitCode == 0)
    try folder.write("no image", to: "icons/node.svg")
    #expect(try publish().messages.contains { $0.hasPrefix("icons/node.svg:1:1: warning: ") })
    try folder.write(icon, to: "icons/service.svg")
    #expect(try publish().messages.contains("changed docs/many.svg: the same cards and lines"))
    #expect(try publish("--check").exitCode == 0)
  }

  @Test("Messages are counted while nothing changes, and said again without the memory of the last run")
  func memory() throws {
    defer { folder.remove() }
    try prepare()
    try folder.write(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {selector: {app: none}, ports: [{port: 1}]}\n",
      to: "many/service.yaml")
    _ = try publish()
    #expect(try publish().messages == ["podmap: 13 up to date; 1 warning as before, which --verbose prints"])
    let second = try publish("--fail-on", "warning")
    #expect(second.exitCode == 1 && second.messages.last == "podmap: 13 up to date")
    #expect(second.messages.first?.hasPrefix("many/service.yaml:") == true && second.messages.count == 2)
    #expect(try text(".podmap-cache/.gitignore").hasSuffix("\n*\n"))
    try folder.write("nonsense", to: ".podmap-cache/podmap.yaml.json")
    #expect(try publish().messages == second.messages)
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent(".podmap-cache"))
    try folder.write("a file is in the way", to: ".podmap-cache")
    #expect(try publish().messages == second.messages)
  }

  @Test("--watch publishes again when an input changes, and survives a wrong podmap.yaml")
  func watch() throws {
    defer { folder.remove() }
    try prepare()
    let running = try RunningCommand(podmap.executable, ["publish", "--watch"], in: folder.url)
    defer { running.end() }
    try running.wait(for: "watching")
    try folder.write(pod("web", ["web", "helper"]), to: "many/web.yaml")
    try running.wait(for: "watching", times: 2)
    #expect(try text("docs/many.mmd").contains("helper"))
    try folder.write("diagrams: nothing\n", to: "podmap.yaml")
    try running.wait(for: "watching", times: 3)
    try folder.write(project, to: "podmap.yaml")
    try folder.write(pod("web", ["web"]), to: "many/web.yaml")
    try running.wait(for: "watching", times: 4)
    #expect(try !text("docs/many.mmd").contains("helper"))
    #expect(try publish("--watch", "--check").exitCode == 64)
  }
}
