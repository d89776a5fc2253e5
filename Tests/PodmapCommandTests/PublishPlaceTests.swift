import Foundation
import PodmapTestSupport
import Testing

@Suite("Where publish writes, and what it reads")
struct PublishPlaceTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
    try folder.write(pod, to: "app/pod.yaml")
  }

  private func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }

  /// Publishes what `podmap.yaml` says, and returns the files that exist only now.
  private func publish(_ project: String) throws -> (PodmapCommand.Outcome, new: [String]) {
    try folder.write(project, to: "podmap.yaml")
    func files() -> Set<String> {
      Set(FileManager.default.enumerator(atPath: folder.url.path)?.compactMap { $0 as? String } ?? [])
    }
    let before = files()
    let outcome = try podmap("publish", in: folder.url)
    return (outcome, files().subtracting(before).filter { !$0.hasPrefix(".podmap-cache") }.sorted())
  }

  private func refuses(_ project: String, _ message: String, _ location: SourceLocation = #_sourceLocation) throws {
    let (outcome, new) = try publish(project)
    #expect(outcome.exitCode == 1, "\(project) \(new)", sourceLocation: location)
    #expect(outcome.messages.contains { $0.contains(message) }, "\(outcome.messages)", sourceLocation: location)
    #expect(new == [], sourceLocation: location)
  }

  @Test(
    "Nothing goes to folders of git, CI systems and editors, whatever its ending",
    arguments: [
      ".git/x", ".GIT/hooks/x", "sub/.git/x", ".g\u{200C}it/x", ".githooks/x", ".husky/x", ".github/workflows/x",
      ".GitHub/Workflows/x", "sub/.github/workflows/x", ".github/actions/a/x", ".gitea/workflows/x",
      ".forgejo/workflows/x", ".gitlab/ci/x", ".circleci/x", ".buildkite/x", ".woodpecker/x", ".tekton/x",
      ".devcontainer/x", ".vscode/x", ".podmap-cache/x", "link/x", "docs/../.github/workflows/x",
    ])
  func folders(_ start: String) throws {
    defer { folder.remove() }
    try folder.write("", to: ".github/workflows/ci.yml")
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: ".github/workflows")
    let message = "is in a folder of git, a CI system, an editor or podmap"
    try refuses("diagrams: [{name: a, inputs: [app], files: [\"\(start).svg\"]}]", message)
    try refuses("diagrams: [{name: a, inputs: [app], files: [\"\(start).json\"]}]", message)
    try refuses("documents: [{template: application, inputs: [app], file: \"\(start).md\"}]", message)
    let diagram = "diagrams: [{name: a, inputs: [app], files: [a.svg]}]"
    try refuses("gallery: \"\(start).html\"\n\(diagram)", message)
    try refuses("index: \"\(start).json\"\n\(diagram)", message)
    try refuses("diagrams: [{name: a, inputs: [app], blocks: [\"\(start).md\"]}]", message)
  }

  @Test(
    "The ending of a file is that of its format",
    arguments: [
      "Makefile", ".gitlab-ci.yml", "x.sh", "x.yaml", ".gitattributes", "x.md.sh", ".envrc", "x.", ".md/x", "x.svg.py",
      "Jenkinsfile", "x.txt", ".pre-commit-config.yaml",
    ])
  func endings(_ file: String) throws {
    defer { folder.remove() }
    try refuses(
      "documents: [{template: application, inputs: [app], file: \"\(file)\"}]", "name a file that ends in .md")
    try refuses("diagrams: [{name: a, inputs: [app], files: [\"\(file)\"]}]", "isn't that of a format")
    let diagram = "diagrams: [{name: a, inputs: [app], files: [a.svg]}]"
    try refuses("gallery: \"\(file)\"\n\(diagram)", "must end in .html")
    try refuses("index: \"\(file)\"\n\(diagram)", "must end in .json")
    try refuses("diagrams: [{name: a, inputs: [app], blocks: [\"\(file)\"]}]", "must end in .md")
  }

  @Test("Every ending of a format is accepted")
  func accepted() throws {
    defer { folder.remove() }
    try folder.write("{{title}}\n", to: "own/page.html")
    for name in ["p.markdown", "q.mdx"] {
      try folder.write("<!-- podmap:begin a -->\n<!-- podmap:end a -->\n", to: name)
    }
    let files = ["a.svg", "a.mmd", "a.mermaid", "a.md", "a.dot", "a.gv", "a.json", ".github/a.svg", "a.b/c.PNG"]
    let (outcome, new) = try publish(
      """
      gallery: g.htm
      index: i.json
      diagrams: [{name: a, inputs: [app], files: [\(files.joined(separator: ", "))], blocks: [p.markdown, q.mdx]}]
      documents:
      - {template: application, inputs: [app], file: d.md}
      - {template: application, inputs: [app], file: d.MARKDOWN}
      - {template: own/page.html, inputs: [app], file: d.html}
      """)
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    for file in files + ["g.htm", "i.json", "d.md", "d.MARKDOWN", "d.html"] { #expect(new.contains(file)) }
  }

  @Test("A link in the place of an output leads to a file with the same ending, inside the folder")
  func linkedOutputs() throws {
    defer { folder.remove() }
    let outside = try TemporaryFolder()
    defer { outside.remove() }
    for (name, target) in [
      ("make.md", "Makefile"), ("a.svg", "x.sh"), ("out.md", outside.url.path + "/x.md"), ("to", outside.url.path),
    ] {
      try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
    }
    for name in ["Makefile", "x.sh"] { try folder.write("all:\n", to: name) }
    try outside.write("mine", to: "x.md")
    try refuses("documents: [{template: application, inputs: [app], file: make.md}]", "doesn't end in .md")
    try refuses("diagrams: [{name: a, inputs: [app], files: [a.svg]}]", "doesn't end in .svg")
    for file in ["out.md", "to/x.md"] {
      try refuses("documents: [{template: application, inputs: [app], file: \(file)}]", "leads out of the folder")
    }
    // A link that leads nowhere is replaced, not followed.
    try outside.write("", to: "gone.md")
    try FileManager.default.removeItem(at: outside.url.appendingPathComponent("x.md"))
    let (outcome, _) = try publish("documents: [{template: application, inputs: [app], file: out.md}]")
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.url.path) == ["gone.md"])
  }

  @Test("An input is never overwritten, also one that a kustomization or a chart refers to")
  func inputs() throws {
    defer { folder.remove() }
    try folder.write(
      "resources: [pod.yaml]\nconfigMapGenerator: [{name: c, files: [data.json, page.md]}]\n",
      to: "app/kustomization.yaml")
    for name in ["app/data.json", "app/page.md", "plain/x.json"] {
      try folder.write("{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"x\"}}", to: name)
    }
    try FileManager.default.createSymbolicLink(atPath: path("link.json"), withDestinationPath: "plain/x.json")
    try refuses("diagrams: [{name: a, inputs: [app], files: [app/data.json]}]", "is a file that an input is made from")
    try refuses("documents: [{template: application, inputs: [app], file: app/page.md}]", "is a file that an input")
    for file in ["plain/x.json", "link.json"] {
      try refuses("diagrams: [{name: a, inputs: [app, plain], files: [\(file)]}]", "is a manifest of an input")
    }
  }

  @Test("Inputs that lead out of the folder through a link are refused, and links inside it are followed")
  func linkedInputs() throws {
    defer { folder.remove() }
    let outside = try TemporaryFolder()
    defer { outside.remove() }
    try outside.write(pod, to: "apps/secret.yaml")
    for (name, target) in [
      ("lnk", outside.url.path), ("file.yaml", outside.url.path + "/apps/secret.yaml"),
      ("in/l", outside.url.path + "/apps"),
      ("one/l.yaml", outside.url.path + "/apps/secret.yaml"), ("good/l", "../app"), ("good/x.txt", "/etc/hostname"),
    ] {
      try FileManager.default.createDirectory(
        atPath: (path(name) as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
    }
    for input in ["lnk", "lnk/apps", "file.yaml", "in", "one"] {
      try refuses("diagrams: [{name: a, inputs: [\(input)], files: [a.mmd]}]", "leads out of the folder of podmap.yaml")
      try refuses("documents: [{template: application, inputs: [\(input)], file: a.md}]", "leads out of the folder")
      try refuses(
        "comparisons: [{name: a, left: [app], right: [\(input)], files: [a.mmd]}]", "leads out of the folder")
    }
    let (outcome, new) = try publish("diagrams: [{name: a, inputs: [good], files: [a.mmd]}]")
    #expect(outcome.exitCode == 0 && new.contains("a.mmd"), "\(outcome.messages)")
    // What a user names on the command line may lead anywhere.
    #expect(try podmap("draw", "lnk", in: folder.url).exitCode == 0)
  }
}
