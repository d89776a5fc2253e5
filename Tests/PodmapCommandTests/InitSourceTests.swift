import Foundation
import PodmapTestSupport
import Testing

@Suite("podmap init with sources of every kind")
struct InitSourceTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  private func deployment(_ name: String) -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: \(name)}
    spec:
      selector: {matchLabels: {app: \(name)}}
      template:
        metadata: {labels: {app: \(name)}}
        spec: {containers: [{name: app, image: 'a:1'}]}
    ---

    """
  }

  private func deployments(_ names: String...) -> String { names.map(deployment).joined() }

  /// Runs podmap with only the programs in `bin` on PATH.
  private func run(_ arguments: String...) throws -> PodmapCommand.Outcome {
    try podmap.run(arguments, in: folder.url, environment: ["PATH": folder.url.path + "/.bin"])
  }

  private func program(_ name: String, _ script: String) throws {
    let file = try folder.write("#!/bin/sh\n\(script)\n", to: ".bin/\(name)")
    try makeExecutable(file.path)
  }

  private func written() throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent("podmap.yaml"), encoding: .utf8)
  }

  private func expectPublished() throws {
    let outcome = try run("publish")
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    #expect(try run("publish", "--check").exitCode == 0)
  }

  private func overlays(_ names: String...) throws {
    try folder.write("resources: [web.yaml]\n", to: "apps/shop/base/kustomization.yaml")
    try folder.write(deployment("web"), to: "apps/shop/base/web.yaml")
    for name in names {
      try folder.write(
        "resources: [../../base]\nimages: [{name: a, newTag: \(name)}]\n",
        to: "apps/shop/overlays/\(name)/kustomization.yaml")
    }
  }

  @Test("Of three overlays, the one for production is drawn and compared with another one")
  func production() throws {
    defer { folder.remove() }
    try overlays("dev", "production", "staging")
    #expect(try run("init").exitCode == 0)
    #expect(
      try written().hasSuffix(
        """
        diagrams:
          - name: shop
            title: 'shop (production)'
            inputs:
              - 'apps/shop/overlays/production'
            files:
              - docs/diagrams/shop.svg
            blocks:
              - README.md
        comparisons:
          - name: shop-dev-and-production
            left:
              - 'apps/shop/overlays/dev'
            right:
              - 'apps/shop/overlays/production'
            files:
              - docs/diagrams/shop-dev-and-production.svg
        gallery: docs/diagrams/index.html

        """))
    try expectPublished()
  }

  @Test("The only overlay gives the diagram the name of the application, and the title names the overlay")
  func oneOverlay() throws {
    defer { folder.remove() }
    try overlays("prod")
    #expect(try run("init").exitCode == 0)
    #expect(
      try written().contains(
        "  - name: shop\n    title: 'shop (prod)'\n    inputs:\n      - 'apps/shop/overlays/prod'\n"))
    try expectPublished()
  }

  @Test("Without one for production, the first overlay by name is drawn")
  func firstOverlay() throws {
    defer { folder.remove() }
    try overlays("us", "asia", "eu")
    let outcome = try run("init")
    #expect(outcome.messages.contains { $0.contains("not drawn: apps/shop/overlays/us;") })
    #expect(try written().contains("name: shop-eu-and-asia\n"))
    #expect(try written().contains("inputs:\n      - 'apps/shop/overlays/asia'\n"))
    try expectPublished()
  }

  @Test("A kustomization that is read without a renderer is proposed with a warning of what isn't applied")
  func withoutKubectl() throws {
    defer { folder.remove() }
    try folder.write(
      "resources: [web.yaml]\npatches: [{patch: '[]', target: {kind: Pod}}]\n", to: "shop/kustomization.yaml")
    try folder.write(deployment("web"), to: "shop/web.yaml")
    let outcome = try run("init")
    #expect(outcome.exitCode == 0)
    #expect(outcome.messages.contains { $0.hasPrefix("shop/kustomization.yaml") && $0.contains("not applied: ") })
    try expectPublished()
  }

  @Test("One message names all charts that need helm")
  func joined() throws {
    defer { folder.remove() }
    for name in ["a", "b", "c"] { try folder.write("name: \(name)\n", to: "charts/\(name)/Chart.yaml") }
    let outcome = try run("init")
    #expect(outcome.messages.count == 2)
    #expect(outcome.messages[0].hasSuffix("; the same applies to charts/b/Chart.yaml, charts/c/Chart.yaml"))
  }

  @Test("A chart without helm is reported, and nothing is written")
  func noHelm() throws {
    defer { folder.remove() }
    try folder.write("name: shop\n", to: "deploy/Chart.yaml")
    try folder.write(deployment("web"), to: "deploy/templates/web.yaml")
    let outcome = try run("init")
    #expect(outcome.exitCode == 1)
    #expect(outcome.messages.first?.hasPrefix("deploy/Chart.yaml:1:1: warning: not proposed: a Helm chart") == true)
    #expect(outcome.messages.first?.contains("helm is not installed") == true)
    #expect(outcome.messages.last?.contains("nothing here can be drawn") == true)
    #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/podmap.yaml"))
  }

  @Test("A chart that renders is proposed; a library, and one that needs values, are not")
  func charts() throws {
    defer { folder.remove() }
    try program(
      "helm",
      """
      if [ "$2" = picky ]; then echo 'Error: execution error at (x): host is required' >&2; exit 1; fi
      while IFS= read -r line; do echo "$line"; done < "$3/templates/web.yaml"
      """)
    for name in ["shop", "picky", "common"] {
      try folder.write("name: \(name)\n\(name == "common" ? "type: library\n" : "")", to: "charts/\(name)-x/Chart.yaml")
      try folder.write(deployment(name), to: "charts/\(name)-x/templates/web.yaml")
    }
    let outcome = try run("init")
    #expect(outcome.exitCode == 0)
    #expect(outcome.messages.contains { $0.hasPrefix("charts/common-x/Chart.yaml") && $0.contains("library") })
    #expect(
      outcome.messages.contains {
        $0.hasPrefix("charts/picky-x/Chart.yaml") && $0.contains("'charts' in podmap.yaml")
      })
    #expect(try written().contains("  - name: shop\n    inputs:\n      - 'charts/shop-x'\n"))
    #expect(try !written().contains("picky"))
    try expectPublished()
  }

  @Test("Complete sets come before others that define the same objects, and pieces are only reported")
  func conflicts() throws {
    defer { folder.remove() }
    try folder.write(deployments("a", "b", "c", "d"), to: "deploy/whole.yaml")
    try folder.write(deployments("a", "b"), to: "deploy/half.yaml")
    try folder.write(deployment("a"), to: "deploy/a-piece.yaml")
    try folder.write("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n", to: "deploy/settings.yaml")
    let outcome = try run("init")
    #expect(outcome.messages.contains { $0.contains("pieces of what other files") && $0.contains("a-piece.yaml") })
    #expect(try written().contains("inputs:\n      - 'deploy/settings.yaml'\n      - 'deploy/whole.yaml'\n"))
    #expect(try written().contains("  - name: half\n    inputs:\n      - 'deploy/half.yaml'\n"))
    try expectPublished()
  }

  @Test("What a kustomization renders isn't proposed if plain files define it")
  func repeats() throws {
    defer { folder.remove() }
    try folder.write(deployments("web", "api"), to: "release/all.yaml")
    try folder.write("resources: [web.yaml]\n", to: "kustomize/kustomization.yaml")
    try folder.write(deployment("web"), to: "kustomize/web.yaml")
    let outcome = try run("init")
    #expect(outcome.messages.contains { $0.contains("the same objects as 'release'") })
    #expect(try !written().contains("kustomize"))
    try expectPublished()
  }

  @Test("Folders for tests and copies, and files with errors, are reported")
  func skipped() throws {
    defer { folder.remove() }
    for path in ["deploy/web.yaml", "e2e/x.yaml", "deploy/tests/y.yaml", "vendor/z/z.yaml"] {
      try folder.write(deployment("web"), to: path)
    }
    try folder.write("apiVersion: v1\nkind: Pod\nmetadata: {name: [\n", to: "deploy/broken.yaml")
    let outcome = try run("init")
    #expect(outcome.messages.contains("podmap: note: skipped, because they are for tests: deploy/tests, e2e"))
    #expect(outcome.messages.contains("podmap: note: skipped, because they are copies of other projects: vendor"))
    #expect(outcome.messages.contains { $0.hasPrefix("deploy/broken.yaml") && $0.contains("not proposed") })
    #expect(try written().contains("inputs:\n      - 'deploy/web.yaml'\n"))
    try expectPublished()
  }

  @Test("If there is nothing but tests, they are proposed, as podmap draws them")
  func onlyTests() throws {
    try folder.write(deployments("web"), to: "script/fixtures/web.yaml")
    let outcome = try run("init")
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    #expect(try written().contains("script/fixtures"))
    try expectPublished()
  }

  @Test("What the page names, or what is called like the repository, comes before what runs more")
  func main() throws {
    try folder.write(deployments("a", "b", "c"), to: "large/all.yaml")
    try folder.write(deployments("web"), to: "small/web.yaml")
    try folder.write("# Shop\n\n    kubectl apply -f ./small\n", to: "README.md")
    #expect(try run("init").exitCode == 0)
    let text = try written()
    let small = try #require(text.firstRange(of: "- name: small"))
    let large = try #require(text.firstRange(of: "- name: large"))
    #expect(small.lowerBound < large.lowerBound)
  }

  @Test("Names can't break podmap.yaml")
  func hostileNames() throws {
    defer { folder.remove() }
    for (index, name) in ["it's \"so\"]", "a: b #", "- {x}", "*y&", "line\nbreak", "-->"].enumerated() {
      try folder.write(deployment("web"), to: "x/\(name)/\(index)'].yaml")
    }
    let outcome = try run("init")
    #expect(outcome.exitCode == 0)
    #expect(outcome.messages.contains { $0.contains("control characters") })
    #expect(try !written().contains("break"))
    #expect(try written().components(separatedBy: "  - name: ").count == 6)
    try expectPublished()
  }

  @Test("Two thousand small files are one diagram, in a few seconds")
  func manyFiles() throws {
    defer { folder.remove() }
    for number in 0..<2_000 {
      try folder.write(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c\(number)}\n", to: "deploy/\(number % 40)/\(number).yaml")
    }
    for number in 0..<20 { try folder.write(deployment("w\(number)"), to: "deploy/apps/\(number).yaml") }
    let start = Date()
    #expect(try run("init").exitCode == 0)
    #expect(Date().timeIntervalSince(start) < 30)
    #expect(try written().contains("inputs:\n      - 'deploy'\n"))
  }
}
