import Foundation
import Podmap
import PodmapTestSupport
import Testing

@Suite("A comparison with the library")
struct ComparisonTests {
  @Test("Files and texts give the same reports as the command")
  func reports() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let newer = web.replacing("nginx:1.27", with: "nginx:1.28")
    try folder.write(web, to: "left/web.yaml")
    try folder.write(newer, to: "right/web.yaml")
    let read = try Comparison(reading: [folder.url.path + "/left"], and: [folder.url.path + "/right"])
    #expect(read.changeCount == 1 && read.text.contains("nginx:1.28") && read.markdown.contains("`nginx:1.28`"))
    let outcome = try PodmapCommand()("compare", "left", "right", "--format", "json", in: folder.url)
    #expect(outcome.output == read.json)
    #expect(Comparison(manifests: web, and: newer).changeCount == 1)
    let both = web + "---\n" + cache
    #expect(Comparison(manifests: web, and: both, defaultNamespace: "default").diagnostics.isEmpty)
    #expect(Comparison(manifests: web, and: web).changeCount == 0)
  }

  @Test("A path that can't be read throws")
  func unreadable() {
    #expect(throws: PodmapError.self) { try Comparison(reading: ["nowhere"], and: ["nowhere"]) }
  }
}
