import Foundation
import PodmapTestSupport
import Testing

@Suite("podmap init")
struct InitCommandTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  private func pod(_ name: String) -> String {
    "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name)}\nspec: {containers: [{name: app, image: 'a:1'}]}\n"
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.url.appendingPathComponent(name)), as: UTF8.self)
  }

  private func inputs() throws -> [String] {
    try text("podmap.yaml").split(separator: "\n").filter { $0.hasPrefix("      - '") }.map { String($0.dropFirst(8)) }
  }

  @Test("What it writes can be published, and is then up to date")
  func works() throws {
    defer { folder.remove() }
    try folder.write(pod("web"), to: "deploy/it's here/web.yaml")
    try folder.write("# Shop", to: "README.md")
    let outcome = try podmap("init", in: folder.url)
    #expect(outcome.exitCode == 0 && outcome.output.isEmpty)
    #expect(
      outcome.messages == [
        "wrote podmap.yaml", "  diagram it-s-here, of deploy/it's here",
        "wrote README.md: the block of it-s-here is at its end, from line 3 on; move it where you want",
        "podmap: to draw all that, run: podmap publish",
      ])
    let name = "it-s-here"
    #expect(try text("README.md") == "# Shop\n\n<!-- podmap:begin \(name) -->\n<!-- podmap:end \(name) -->\n")
    #expect(try podmap("publish", in: folder.url).exitCode == 0)
    #expect(try text("docs/diagrams/\(name).svg").hasPrefix("<?xml"))
    #expect(try podmap("publish", "--check", in: folder.url).exitCode == 0)
  }

  @Test("A README that has the block already stays the same, and the message says where the block is")
  func existingBlock() throws {
    defer { folder.remove() }
    let page = "# Shop\n\n\n<!-- podmap:begin web -->\n<!-- podmap:end web -->\n"
    try folder.write(pod("web"), to: "web/web.yaml")
    try folder.write(page, to: "README.md")
    let outcome = try podmap("init", in: folder.url)
    #expect(outcome.messages.contains("README.md has the block of web at line 4"), "\(outcome.messages)")
    #expect(try text("README.md") == page)
  }

  @Test("A folder called like a variant gives the application's name, and the title says which variant it is")
  func variants() throws {
    defer { folder.remove() }
    for name in ["dev", "prod"] { try folder.write(pod("web"), to: "shop/\(name)/web.yaml") }
    #expect(try podmap("init", in: folder.url).exitCode == 0)
    #expect(try text("podmap.yaml").contains("  - name: shop-dev\n    title: 'shop (dev)'\n"))
    #expect(try text("podmap.yaml").contains("  - name: shop-prod\n    title: 'shop (prod)'\n"))
    #expect(try podmap("shop/prod", in: folder.url).output.hasPrefix("---\ntitle: \"shop (prod)\"\n"))
  }

  @Test("A folder whose manifests run nothing is reported")
  func idle() throws {
    defer { folder.remove() }
    try folder.write(pod("web"), to: "deploy/web.yaml")
    try folder.write("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n", to: "settings/config/a.yaml")
    try folder.write("name: x\n", to: "notes/a.yaml")
    let outcome = try podmap("init", in: folder.url)
    #expect(try inputs() == ["'deploy'"])
    #expect(
      outcome.messages.filter { $0.contains("note:") } == [
        "podmap: note: not proposed, because these manifests run nothing: settings/config; "
          + "add them to the inputs of the diagrams that they belong to"
      ])
  }

  @Test("Sibling folders are one application unless they define the same objects")
  func folders() throws {
    defer { folder.remove() }
    for (name, file) in [
      ("web", "k8s/web/a.yaml"), ("api", "k8s/api/a.yaml"), ("web", "envs/test-a/a.yaml"),
      ("web", "envs/test-b/a.yaml"),
      ("x", ".hidden/a.yaml"), ("x", "node_modules/a.yaml"), ("x", "testdata/a.yaml"), ("x", "chart/templates/a.yaml"),
    ] { try folder.write(pod(name), to: file) }
    try folder.write("name: x\n", to: "chart/Chart.yaml")
    try folder.write("a: b\n", to: "config/a.yaml")
    #expect(try podmap("init", in: folder.url).exitCode == 0)
    #expect(try inputs() == ["'k8s'", "'envs/test-a'", "'envs/test-b'"])
    #expect(try podmap("publish", in: folder.url).exitCode == 0)
  }

  @Test("Manifests in the repository's root folder are listed one by one")
  func files() throws {
    defer { folder.remove() }
    try folder.write(pod("web"), to: "web.yaml")
    try folder.write(pod("api"), to: "api.yml")
    try folder.write("a: b\n", to: "settings.yaml")
    #expect(try podmap("init", in: folder.url).exitCode == 0)
    #expect(try inputs() == ["'api.yml'", "'web.yaml'"])
    #expect(try podmap("publish", in: folder.url).exitCode == 0)
  }

  @Test("Files of the root folder that define the same object are separate diagrams")
  func alternatives() throws {
    defer { folder.remove() }
    try folder.write(pod("web"), to: "all.yaml")
    try folder.write(pod("web"), to: "quick.start.yaml")
    #expect(try podmap("init", in: folder.url).exitCode == 0)
    #expect(try text("podmap.yaml").contains("  - name: all\n    inputs:\n      - 'all.yaml'\n"))
    #expect(try text("podmap.yaml").contains("  - name: quick-start\n    inputs:\n      - 'quick.start.yaml'\n"))
    #expect(try podmap("publish", in: folder.url).exitCode == 0)
  }

  @Test("It never replaces a podmap.yaml, and writes nothing if there is nothing to draw")
  func refuses() throws {
    defer { folder.remove() }
    let none = try podmap("init", in: folder.url)
    #expect(none.exitCode == 1 && none.messages[0].contains("no folder here has manifests"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    try folder.write(pod("web"), to: "a.yaml")
    try folder.write("# mine\n", to: "podmap.yaml")
    #expect(try podmap("init", in: folder.url).exitCode == 64)
    #expect(try text("podmap.yaml") == "# mine\n")
  }

  @Test("A README with an open fence is left unchanged")
  func openFence() throws {
    defer { folder.remove() }
    try folder.write(pod("web"), to: "a.yaml")
    try folder.write("```\n", to: "README.md")
    #expect(try podmap("init", in: folder.url).exitCode == 64)
    #expect(
      try text("README.md") == "```\n" && !FileManager.default.fileExists(atPath: folder.url.path + "/podmap.yaml"))
  }
}
