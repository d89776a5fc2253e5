import Foundation
import PodmapManifests
import PodmapTestSupport
import Testing

@testable import PodmapProject

/// A temporary folder for one test.
struct Scratch: ~Copyable {
  let path = NSTemporaryDirectory() + "podmap-" + UUID().uuidString

  init(_ files: [String: String]) throws {
    for (name, text) in files {
      let file = path + "/" + name
      try FileManager.default.createDirectory(
        atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try text.write(toFile: file, atomically: false, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var name: String { (path as NSString).lastPathComponent }
}

@Suite("Finding files")
struct SourceScanTests {
  @Test("A directory is read recursively, in byte order and without hidden files")
  func directory() throws {
    let scratch = try Scratch([
      "b.yaml": "", "B.yml": "", "a/z.json": "", "a/.hidden.yaml": "", ".git/x.yaml": "", "c.txt": "",
      "node_modules/x.yaml": "",
    ])
    let scan = SourceScan([scratch.path])
    #expect(scan.files.map(\.name) == ["B.yml", "a/z.json", "b.yaml"].map { "\(scratch.name)/\($0)" })
    #expect(scan.files.allSatisfy { !$0.isNamed })
    #expect(scan.sources.isOnlyDirectories)
    #expect(scan.diagnostics.isEmpty)
  }

  @Test("A slash at the end of a directory is in no path", arguments: ["", "/", "//"])
  func slash(end: String) throws {
    let scratch = try Scratch(["deploy/kustomization.yaml": "resources: [a.yaml]\n", "deploy/a.yaml": Self.pod("a")])
    for input in [scratch.path, scratch.path + "/deploy"] {
      let scan = SourceScan([input + end], SourceSettings(renders: false))
      #expect(names(scan) == ["a"])
      for diagnostic in scan.diagnostics { #expect(!diagnostic.description.contains("//"), "\(diagnostic)") }
    }
  }

  private static func pod(_ name: String) -> String {
    "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name)}\nspec: {containers: [{name: app, image: 'a:1'}]}\n"
  }

  private static let base = [
    "base/kustomization.yaml": "resources: [web.yaml]\n", "base/web.yaml": pod("web"),
    "base/unused.yaml": pod("unused"),
  ]

  private func overlays(_ names: [String]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: names.map {
        ("overlays/\($0)/kustomization.yaml", "resources: [../../base]\nnamePrefix: \($0)-\n")
      }
    ).merging(Self.base) { $1 }
  }

  private func names(_ scan: SourceScan) -> [String] { ManifestSet(reading: scan.files).resources.map(\.name) }

  @Test("Kustomizations below a directory are read with what they refer to, and with nothing else of their folders")
  func kustomizations() throws {
    let scratch = try Scratch(Self.base.merging(["plain/a.yaml": Self.pod("a")]) { $1 })
    let scan = SourceScan([scratch.path], SourceSettings(renders: false))
    #expect(names(scan).sorted() == ["a", "web"])
    #expect(scan.files.map(\.name).sorted() == ["base/web.yaml", "plain/a.yaml"].map { "\(scratch.name)/\($0)" })
    #expect(scan.diagnostics.allSatisfy { $0.severity == .note })
  }

  @Test("Of several overlays, the one for production is drawn, and a note says how to draw the others")
  func production() throws {
    let scratch = try Scratch(overlays(["dev", "prod", "staging"]))
    let scan = SourceScan([scratch.path], SourceSettings(renders: false))
    #expect(names(scan) == ["prod-web"])
    #expect(scan.sources.variants == ["prod"])
    let note = try #require(scan.diagnostics.first { $0.message.contains("the one for production") })
    #expect(
      note.severity == .note && note.message.contains("overlays/dev, ") && note.message.contains("podmap compare "))
  }

  @Test(
    "If none of several overlays is for production, all are listed as an error",
    arguments: [["dev", "qa"], ["prod", "prod-eu"]])
  func undecided(_ variants: [String]) throws {
    let scratch = try Scratch(overlays(variants))
    let scan = SourceScan([scratch.path], SourceSettings(renders: false))
    #expect(scan.files.isEmpty)
    let error = try #require(scan.sources.refused.first)
    #expect(error.severity == .error && variants.allSatisfy { error.message.contains("overlays/\($0)") })
  }

  @Test("Kustomizations in folders of tests and examples are left out if there is anything else")
  func tests() throws {
    let example = ["examples/one/kustomization.yaml": "resources: [a.yaml]\n", "examples/one/a.yaml": Self.pod("a")]
    let alone = try Scratch(example)
    #expect(names(SourceScan([alone.path], SourceSettings(renders: false))) == ["a"])
    for more in [Self.base, ["plain.yaml": Self.pod("web")]] {
      let scratch = try Scratch(example.merging(more) { $1 })
      let scan = SourceScan([scratch.path], SourceSettings(renders: false))
      #expect(names(scan) == ["web"])
      #expect(scan.diagnostics.contains { $0.severity == .note && $0.message.contains("/examples; to draw") })
    }
  }

  @Test(
    "Plain files in folders of tests, copies and examples are left out if the rest runs anything, and a note says so",
    arguments: [
      "tests", "testdata", "test-ha", "e2e", "integration-test", "fixtures", "hack", "vendor", "third_party", "dist",
      "examples", "samples", "docs", "old-docs", "demo", "_samples", "extras",
    ])
  func setAside(folder: String) throws {
    let files = [
      "\(folder)/deep/a.yaml": Self.pod("a"), "readme/crd.yaml": "kind: A\napiVersion: b/v1\nmetadata: {name: c}\n",
    ]
    let alone = try Scratch(files)
    #expect(names(SourceScan([alone.path])).sorted() == ["a", "c"])
    let scratch = try Scratch(files.merging(["deploy/web.yaml": Self.pod("web")]) { $1 })
    let scan = SourceScan([scratch.path])
    #expect(names(scan).sorted() == ["c", "web"])
    let note = try #require(scan.diagnostics.first)
    #expect(note.severity == .note && note.message.hasPrefix("skipped, because they"), "\(note)")
    #expect(note.message.hasSuffix("podmap draw \(scratch.path)/\(folder)"), "\(note)")
    // Who names the folder wants it.
    #expect(names(SourceScan(["\(scratch.path)/\(folder)"])) == ["a"])
  }

  @Test(
    "Folders whose names only resemble those of tests and examples are read",
    arguments: [
      "latest", "contest", "envs/test", "overlays/test-a", "example-voting-app", "documents", "microservices-demo",
      "builder",
    ])
  func notSetAside(folder: String) throws {
    let scratch = try Scratch(["\(folder)/a.yaml": Self.pod("a"), "web.yaml": Self.pod("web")])
    #expect(names(SourceScan([scratch.path])).sorted() == ["a", "web"])
  }

  @Test("Examples come before tests if nothing else runs, and documentation never replaces a kustomization")
  func ranks() throws {
    let scratch = try Scratch(["tests/a.yaml": Self.pod("a"), "examples/b.yaml": Self.pod("b")])
    #expect(names(SourceScan([scratch.path])) == ["b"])
    let documented = try Scratch(Self.base.merging(["docs/snippet.yaml": Self.pod("web")]) { $1 })
    let scan = SourceScan([documented.path], SourceSettings(renders: false))
    #expect(scan.files.map(\.name) == ["\(documented.name)/base/web.yaml"])
  }

  @Test("The overlay that is called the default is drawn if none is for production")
  func defaultOverlay() throws {
    let scratch = try Scratch(overlays(["default", "minimal"]))
    let scan = SourceScan([scratch.path], SourceSettings(renders: false))
    #expect(names(scan) == ["default-web"])
    #expect(scan.sources.variants.isEmpty)
    #expect(scan.diagnostics.contains { $0.message.contains("because it is the default") })
  }

  private static func release(_ name: String) -> String {
    "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: \(name)}\n"
  }

  @Test("Overlays of a base that runs nothing are alternatives too, and so are sources with copies of the same files")
  func sameObjects() throws {
    let releases = try Scratch([
      "base/kustomization.yaml": "resources: [a.yaml]\n", "base/a.yaml": Self.release("a"),
      "production/kustomization.yaml": "resources: [../base]\n", "staging/kustomization.yaml": "resources: [../base]\n",
    ])
    let scan = SourceScan([releases.path], SourceSettings(renders: false))
    #expect(names(scan) == ["a"] && scan.sources.variants == ["production"])
    let copies = try Scratch([
      "one/kustomization.yaml": "resources: [a.yaml]\n", "one/a.yaml": Self.pod("web"),
      "two/kustomization.yaml": "resources: [a.yaml, b.yaml]\n", "two/a.yaml": Self.pod("web"),
      "two/b.yaml": Self.pod("extra"),
    ])
    let whole = SourceScan([copies.path], SourceSettings(renders: false))
    #expect(names(whole).sorted() == ["extra", "web"])
    #expect(whole.diagnostics.contains { $0.message.contains("it has all the objects of the others") })
    let broken = try Scratch([
      "one/kustomization.yaml": "resources: [a.yaml, missing.yaml]\n", "one/a.yaml": Self.pod("web"),
      "two/kustomization.yaml": "resources: [a.yaml]\n", "two/a.yaml": Self.pod("web"),
    ])
    let sound = SourceScan([broken.path], SourceSettings(renders: false))
    #expect(sound.files.map(\.name) == ["\(broken.name)/two/a.yaml"])
    #expect(!sound.diagnostics.contains { $0.severity == .error }, "\(sound.diagnostics)")
  }

  @Test("Applications that share only a namespace aren't variants of each other")
  func sharedNamespace() throws {
    let scratch = try Scratch([
      "common/kustomization.yaml": "resources: [ns.yaml]\n",
      "common/ns.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n",
      "one/kustomization.yaml": "resources: [../common, a.yaml]\n", "one/a.yaml": Self.pod("a"),
      "two/kustomization.yaml": "resources: [../common, b.yaml]\n", "two/b.yaml": Self.pod("b"),
    ])
    let scan = SourceScan([scratch.path], SourceSettings(renders: false))
    #expect(Set(names(scan)) == ["a", "b", "shop"])
    #expect(scan.sources.refused.isEmpty)
  }

  @Test("What podmap.yaml draws is never guessed")
  func published() throws {
    let scratch = try Scratch(overlays(["dev", "prod"]))
    let scan = SourceScan([scratch.path], SourceSettings(renders: false, choosesVariant: false))
    #expect(scan.files.isEmpty && scan.sources.refused.count == 1)
  }

  @Test("A named kustomization is read from its folder or its file; a chart needs its program")
  func named() throws {
    let scratch = try Scratch(
      Self.base.merging(["chart/Chart.yaml": "name: c\n", "chart/templates/d.yaml": ""]) { $1 })
    for input in ["base", "base/kustomization.yaml", "base/"] {
      let scan = SourceScan(["\(scratch.path)/\(input)"], SourceSettings(renders: false))
      #expect(names(scan) == ["web"], "\(input)")
      #expect(scan.sources.refused.isEmpty)
    }
    for input in ["chart", "chart/Chart.yaml"] {
      let scan = SourceScan(["\(scratch.path)/\(input)"], SourceSettings(renders: false))
      #expect(scan.files.isEmpty && scan.sources.refused.map(\.severity) == [.error], "\(input)")
    }
  }

  @Test("A base on the network is refused before anything is started, unless that is allowed")
  func remote() throws {
    let scratch = try Scratch([
      "app/kustomization.yaml": "resources: ['https://example.com/base.yaml']\n",
      "bin/kubectl": "#!/bin/sh\ntouch \"$(dirname \"$0\")/started\"\n",
    ])
    let program = scratch.path + "/bin/kubectl"
    try makeExecutable(program)
    let refused = SourceScan([scratch.path + "/app"], SourceSettings(renderer: program))
    #expect(refused.sources.refused.map(\.severity) == [.error])
    #expect(refused.sources.refused[0].message.contains("--allow-remote"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/bin/started"))
    let allowed = SourceScan([scratch.path + "/app"], SourceSettings(allowsRemote: true, renderer: program))
    #expect(allowed.sources.refused.isEmpty)
    #expect(FileManager.default.fileExists(atPath: scratch.path + "/bin/started"))
  }

  @Test("A link that leads out of a kustomization's repository is refused")
  func escape() throws {
    let scratch = try Scratch([
      "repo/app/kustomization.yaml": "resources: [link.yaml]\n", "outside.yaml": Self.pod("x"),
    ])
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/repo/app/link.yaml", withDestinationPath: "../../outside.yaml")
    let scan = SourceScan([scratch.path + "/repo/app"], SourceSettings(renders: false))
    #expect(scan.files.isEmpty && scan.sources.refused.map(\.severity) == [.error])
  }

  @Test("A file that is named twice is read once")
  func twice() throws {
    let scratch = try Scratch(["a.yaml": "", "b.yaml": ""])
    let scan = SourceScan([scratch.path + "/b.yaml", scratch.path, scratch.path + "/./b.yaml"])
    #expect(scan.files.map(\.name) == ["b.yaml", "\(scratch.name)/a.yaml"])
  }

  @Test("A link to a parent folder is not followed endlessly")
  func linkCircle() throws {
    let scratch = try Scratch(["a/b.yaml": ""])
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/a/up", withDestinationPath: scratch.path)
    #expect(SourceScan([scratch.path]).files.map(\.name) == ["\(scratch.name)/a/b.yaml"])
  }

  @Test("A missing input is an error, and the others are still read")
  func missing() throws {
    let scratch = try Scratch(["a.yaml": ""])
    let scan = SourceScan([scratch.path + "/nothing.yaml", scratch.path])
    #expect(scan.files.count == 1)
    #expect(
      scan.diagnostics.map(\.description) == [
        "nothing.yaml: error: there is no such file or folder; check the path"
      ])
    #expect(!scan.sources.isOnlyDirectories)
  }
}
