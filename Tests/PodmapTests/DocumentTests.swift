import Foundation
import Podmap
import PodmapTestSupport
import Testing

@Suite("Documents by the library")
struct DocumentTests {
  @Test("A document about an application is what the command writes")
  func application() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let given = try folder.write(web, to: "web.yaml").path
    let application = try Application(reading: [given], keepsManifests: true)
    let command = try PodmapCommand()(given, "--template", "application")
    #expect(try application.document(Template(.application)) == command.output)
    #expect(throws: PodmapError.self) { try application.document(Template(.comparison)) }
    let bare = try Application(reading: [given])
    #expect(throws: PodmapError.self) { try bare.document(Template(.application)) }
  }

  @Test("A document about a comparison is what the command writes, from a file too")
  func comparison() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(web, to: "left/web.yaml")
    try folder.write(web.replacing("nginx:1.27", with: "nginx:1.28"), to: "right/web.yaml")
    let template = try folder.write("{{#comparisons}}{{summary}}{{/comparisons}}\n", to: "page.md").path
    let (left, right) = (folder.url.path + "/left", folder.url.path + "/right")
    let comparison = try Comparison(reading: [left], and: [right])
    let command = try PodmapCommand()("compare", left, right, "--template", "pull-request", "--title", "Changes")
    #expect(try comparison.document(Template(.pullRequest), title: "Changes") == command.output)
    let own = try PodmapCommand()("compare", left, right, "--template", template)
    #expect(try comparison.document(Template(reading: template)) == own.output)
    #expect(throws: PodmapError.self) { try comparison.document(Template(.application)) }
    #expect(throws: PodmapError.self) { try Template(reading: "./nowhere.md") }
  }

  @Test("Every built-in template can be read", arguments: Template.BuiltIn.allCases)
  func builtIn(_ name: Template.BuiltIn) {
    #expect(throws: Never.self) { try Template(name) }
  }

  @Test("A picture of a comparison is what the command draws", arguments: Comparison.Arrangement.allCases)
  func picture(_ arrangement: Comparison.Arrangement) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(web, to: "left/web.yaml")
    try folder.write(web.replacing("nginx:1.27", with: "nginx:1.28"), to: "right/web.yaml")
    let (left, right) = (folder.url.path + "/left", folder.url.path + "/right")
    let picture = try Comparison(reading: [left], and: [right]).picture(arrangement)
    let words = arrangement == .merged ? "merged" : "side-by-side"
    let command = try PodmapCommand()("compare", left, right, "--format", "mermaid", "--picture", words)
    #expect(picture.mermaid == command.output)
  }
}
