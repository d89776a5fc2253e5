import Foundation
import PodmapTestSupport
import Testing

@Suite("Pictures with a theme of their own")
struct PublishedThemeTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
    try folder.write(
      "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: app, image: nginx}]}\n",
      to: "deploy/pod.yaml")
  }

  private func project(_ themes: [String], pictures: String = "") throws {
    let diagrams = themes.map {
      "  - {name: \($0), inputs: [deploy], title: app, theme: \($0), files: [\($0).svg]}\n"
    }
    try folder.write("\(pictures)diagrams:\n\(diagrams.joined())", to: "podmap.yaml")
  }

  private func picture(_ name: String) throws -> Data {
    try Data(contentsOf: folder.url.appendingPathComponent(name + ".svg"))
  }

  @Test("Each is drawn in its theme, as the option of that name draws it, and a change of theme is out of date")
  func themes() throws {
    defer { folder.remove() }
    try project(["light", "dark"], pictures: "pictures: {theme: dark}\n")
    #expect(try podmap("publish", in: folder.url).exitCode == 0)
    for theme in ["light", "dark"] {
      let drawn = try podmap(
        "deploy", "--title", "app", "--theme", theme, "-o", "other-\(theme).svg", in: folder.url)
      #expect(drawn.exitCode == 0)
      #expect(try picture(theme) == picture("other-\(theme)"), "\(theme)")
    }
    #expect(try picture("light") != picture("dark"))
    #expect(try podmap("publish", "--check", in: folder.url).exitCode == 0)
    let text = try String(contentsOfFile: folder.url.path + "/podmap.yaml", encoding: .utf8)
    try folder.write(text.replacing("theme: light", with: "theme: auto"), to: "podmap.yaml")
    #expect(try podmap("publish", "--check", in: folder.url).exitCode == 1)
  }

  @Test("A theme that doesn't exist is an error at its place, with those that do")
  func unknown() throws {
    defer { folder.remove() }
    try project(["drak"])
    let outcome = try podmap("publish", in: folder.url)
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.messages.contains {
        $0.hasPrefix("podmap.yaml:2:") && $0.contains("no theme 'drak'") && $0.contains("dark")
      }, "\(outcome.messages)")
  }
}
