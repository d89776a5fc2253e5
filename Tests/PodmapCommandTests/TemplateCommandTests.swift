import Foundation
import PodmapTestSupport
import Testing

@Suite("Documents from the command line")
struct TemplateCommandTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
    try folder.write(pod("web", "1"), to: "base/deploy/web.yaml")
    try folder.write(pod("web", "2"), to: "head/deploy/web.yaml")
    try folder.write(pod("job", "1"), to: "head/more/job.yaml")
    try folder.write(
      """
      diagrams:
        - {name: a, inputs: [deploy], files: [a.svg]}
        - {name: b, inputs: [deploy], view: pod, files: [b.svg]}
        - {name: c, inputs: [more], files: [c.svg]}
      """, to: "head/podmap.yaml")
  }

  private func pod(_ name: String, _ version: String) -> String {
    "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name)}\nspec: {containers: [{name: app, image: 'a:\(version)'}]}\n"
  }

  private func run(_ arguments: String...) throws -> PodmapCommand.Outcome { try podmap.run(arguments, in: folder.url) }

  @Test("The built-in templates are listed, and shown as a starting point")
  func templates() throws {
    defer { folder.remove() }
    let list = try run("templates")
    #expect(try list.exitCode == 0 && list.output == run("templates", "list").output)
    #expect(list.output.contains("pull-request") && list.output.contains("gallery"))
    let shown = try run("templates", "show", "application")
    try folder.write(shown.output, to: "page.md")
    #expect(
      try run("head/deploy", "--template", "./page.md").output == run("head/deploy", "--template", "application").output
    )
    let wrong = try run("templates", "show", "aplication")
    #expect(wrong.exitCode == 64 && wrong.messages[0].contains("did you mean 'application'?"))
  }

  @Test("A document goes to standard output or to a file")
  func draw() throws {
    defer { folder.remove() }
    try folder.write("{{title}}: {{containers.code}}\n", to: "t.md")
    #expect(try run("head/deploy", "--template", "t.md", "--title", "A *b*").output == "A \\*b\\*: `app`\n")
    #expect(try run("head/deploy", "--template", "t.md", "-o", "out.md").exitCode == 0)
    let written = try String(contentsOf: folder.url.appendingPathComponent("out.md"), encoding: .utf8)
    #expect(written == "head: `app`\n")
    let compared = try run("compare", "base/deploy", "head/deploy", "--template", "comparison")
    #expect(compared.exitCode == 0 && compared.output.hasPrefix("# base/deploy → head/deploy\n"))
  }

  @Test(
    "Options that don't apply to templates are rejected",
    arguments: [
      ["head/deploy", "--template", "t.md", "--view", "pod"], ["head/deploy", "--template", "t.md", "--format", "svg"],
      ["head/deploy", "--template", "t.md", "-o", "a.md", "-o", "b.md"], ["head/deploy", "--template", "comparison"],
      ["head/deploy", "--template", "application", "-o", "a.html"], ["head/deploy", "--template", "nope"],
      ["head/deploy", "--template", "none.md"],
      ["compare", "base", "head", "--template", "application"],
      ["compare", "base", "head", "--project", "--format", "json"], ["compare", "-", "head", "--project"],
      ["compare", "head", "base", "--project"],
    ])
  func refused(_ arguments: [String]) throws {
    defer { folder.remove() }
    try folder.write("x", to: "t.md")
    #expect(try podmap.run(arguments, in: folder.url).exitCode == 64)
  }

  @Test("With a wrong template, nothing is written and the exit code is 1")
  func wrong() throws {
    defer { folder.remove() }
    try folder.write("a\n{{titel}}\n", to: "t.md")
    for arguments in [["head/deploy", "--template", "t.md"], ["compare", "base", "head", "--template", "t.md"]] {
      let outcome = try podmap.run(arguments + ["-o", "out.md"], in: folder.url)
      #expect(outcome.exitCode == 1 && outcome.messages[0].hasPrefix("t.md:2:1: error: "), "\(outcome.messages)")
      #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("out.md").path))
    }
  }

  @Test("Two checkouts are compared using the podmap.yaml of the second, each set of inputs once")
  func project() throws {
    defer { folder.remove() }
    let outcome = try run("compare", "base", "head", "--project", "--exit-code")
    #expect(outcome.exitCode == 1, "\(outcome.messages)")
    let heads = outcome.output.split(separator: "\n").filter { $0.hasPrefix("### ") || $0.contains(" matched, ") }
    #expect(
      heads == [
        "### deploy", "1 of 1 containers matched, 1 change.", "### more",
        "0 of 0 (left) and 1 (right) containers matched, 2 changes.",
      ])
    #expect(outcome.output.contains("| ~ | image changed | `default/Pod/web/app` | `a:1` | `a:2` |"))
    let same = try run("compare", "head", "head", "--project", "--exit-code", "--template", "merge-request")
    #expect(same.exitCode == 0 && same.output.contains("**more**: nothing changes.") && !same.output.contains("```"))
  }

  @Test("Inputs in neither checkout are an error, and paths are relative to the folder of podmap.yaml")
  func projectPaths() throws {
    defer { folder.remove() }
    try folder.write("diagrams:\n- {name: a, inputs: [dploy], files: [a.svg]}\n", to: "head/podmap.yaml")
    let typo = try run("compare", "base", "head", "--project")
    #expect(typo.exitCode == 1 && typo.messages[0].hasSuffix("'dploy' is in neither checkout; correct 'inputs'"))
    for side in ["base", "head"] { try folder.write(pod("web", side), to: "\(side)/sub/deploy/web.yaml") }
    try folder.write(
      "comparisons:\n- {name: a, left: [deploy], right: [deploy], files: [a.svg]}\n", to: "head/sub/podmap.yaml")
    let nested = try run("compare", "base", "head", "--project", "--config", "sub/podmap.yaml")
    #expect(nested.exitCode == 0 && nested.output.contains("| `a:base` | `a:head` |"), "\(nested)")
    #expect(try run("compare", "base", "head", "--project", "--config", "/podmap.yaml").exitCode == 64)
  }

  @Test("Comparisons that don't fit into a comment are counted")
  func many() throws {
    defer { folder.remove() }
    var project = "diagrams:\n"
    for number in 0..<200 {
      let name = "\(number)-\(String(repeating: "n", count: 100))"
      for side in ["base", "head"] { try folder.write(pod("web", side), to: "\(side)/\(name)/web.yaml") }
      project += "- {name: d\(number), inputs: ['\(name)'], files: [d\(number).svg]}\n"
    }
    try folder.write(project, to: "head/podmap.yaml")
    let text = try run("compare", "base", "head", "--project").output
    #expect(text.utf16.count <= 65_536 && text.contains("more comparisons don't fit here."), "\(text.utf16.count)")
  }

  @Test("A comment never exceeds GitHub's limit, however much changes")
  func long() throws {
    defer { folder.remove() }
    var (left, right) = ("", "")
    for number in 0..<900 {
      left += "---\n" + pod("web-\(number)-\(String(repeating: "x", count: 40))", "1")
      right += "---\n" + pod("web-\(number)-\(String(repeating: "x", count: 40))", "2")
    }
    try folder.write(left, to: "l.yaml")
    try folder.write(right, to: "r.yaml")
    for template in ["pull-request", "merge-request", "comparison"] {
      let text = try run("compare", "l.yaml", "r.yaml", "--template", template).output
      #expect(text.utf16.count <= 65_536 && text.utf16.count > 20_000, "\(template) \(text.utf16.count)")
      #expect(text.contains("left out"))
    }
  }
}
