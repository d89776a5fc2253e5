import Foundation
import PodmapTestSupport
import Testing

@Suite("How much a picture shows")
struct PageOptionTests {
  private let applications = packageFolder().appendingPathComponent("Tests/Applications")

  @Test("An application that doesn't fit a page is an overview, parts that it links to, and an index")
  func parts() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let input = applications.appendingPathComponent("delivery-platform").path
    let outcome = try PodmapCommand()(input, "-o", "x.svg", in: folder.url)
    #expect(outcome.exitCode == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(files == ["x-index.md", "x-logistics.svg", "x-platform.svg", "x-storefront.svg", "x.svg"])
    let overview = try String(contentsOf: folder.url.appendingPathComponent("x.svg"), encoding: .utf8)
    for part in ["logistics", "platform", "storefront"] { #expect(overview.contains("\"x-\(part).svg\"")) }
    #expect(overview.contains("loyalty"), "what is missing is named")
    let index = try String(contentsOf: folder.url.appendingPathComponent("x-index.md"), encoding: .utf8)
    #expect(index.contains("[platform](x-platform.svg)"))
    #expect(outcome.messages.contains { $0.contains("an overview and 3 parts") && $0.contains("--focus") })
  }

  @Test("A level of detail is drawn on one page, however wide, and --no-condense draws every object")
  func levels() throws {
    let input = applications.appendingPathComponent("branch-bank").path
    let podmap = try PodmapCommand()
    let (all, low) = (try podmap(input, "--detail", "all").output, try podmap(input, "--detail", "low").output)
    #expect(all.contains("flowchart") && low.count < all.count)
    let plain = try podmap(input, "--no-condense").output
    #expect(plain.contains("Service") && plain.count > all.count)
    #expect(try podmap(input, "--detail", "overview").output.contains("overview"))
    #expect(try podmap(input, "--expand", "ConfigMap").output != podmap(input).output)
  }

  @Test(
    "Wrong words are rejected",
    arguments: [
      (["--detail", "much"], "no detail 'much'"), (["--page-width", "10"], "--page-width 10 is not between"),
      (["--detail", "low", "--view", "lifecycle"], "only apply to flow diagrams"),
      (["--expand", "Nonsense"], "no kind or object 'Nonsense'"),
    ])
  func wrong(_ words: [String], _ message: String) throws {
    let input = applications.appendingPathComponent("branch-bank").path
    let outcome = try PodmapCommand().run([input] + words)
    // What the input lacks isn't a mistake in the command line.
    #expect(outcome.exitCode == (words[0] == "--expand" ? 1 : 64))
    #expect(outcome.messages.joined(separator: "\n").contains(message), "\(outcome.messages)")
  }
}
