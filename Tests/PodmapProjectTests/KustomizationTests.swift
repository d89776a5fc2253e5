import Foundation
import PodmapManifests
import Testing

@testable import PodmapProject

/// Files in a temporary folder, as a kustomization.
struct KustomizationSample: ~Copyable {
  let scratch: Scratch

  init(_ files: [String: String]) throws {
    scratch = try Scratch(files)
  }

  var path: String { scratch.path }

  func tree(_ folder: String? = nil) -> KustomizationTree {
    KustomizationTree(folder: folder.map { path + "/" + $0 } ?? path)
  }

  /// The paths without the temporary folder.
  func short(_ paths: [String]) -> [String] { paths.map { $0.replacing(path + "/", with: "") } }
}

@Suite("Kustomization files")
struct KustomizationTests {
  @Test("A kustomization tells which folders and files it needs, as paths that can be opened")
  func references() throws {
    let sample = try KustomizationSample(
      [
        "overlays/prod/kustomization.yaml": """
        resources: [../../base, own.yaml]
        components: [../../parts/tls]
        patches: [{path: patch.yaml}, {patch: "a: b"}]
        patchesStrategicMerge:
        - strategic.yaml
        - |-
          kind: Deployment
        configMapGenerator:
        - {name: a, files: [key=settings.ini, plain.txt], envs: [a.env], env: b.env}
        replacements: [{path: replacement.yaml}]
        transformers: [transformer.yaml]
        """,
        "base/kustomization.yml": "resources: [deployment.yaml]",
        "base/deployment.yaml": "", "parts/tls/Kustomization": "kind: Component",
      ].merging(
        [
          "own.yaml", "patch.yaml", "strategic.yaml", "settings.ini", "plain.txt", "a.env", "b.env", "replacement.yaml",
          "transformer.yaml",
        ].map { ("overlays/prod/" + $0, "") }
      ) { $1 })
    let tree = sample.tree("overlays/prod")
    let root = try #require(tree.root)
    #expect(root.folder == sample.path + "/overlays/prod")
    #expect(sample.short([root.file]) == ["overlays/prod/kustomization.yaml"])
    #expect(sample.short(root.folders) == ["base", "parts/tls"])
    #expect(sample.short(root.components) == ["parts/tls"])
    #expect(
      sample.short(root.files).sorted()
        == [
          "a.env", "b.env", "own.yaml", "patch.yaml", "plain.txt", "replacement.yaml", "settings.ini",
          "strategic.yaml", "transformer.yaml",
        ].map { "overlays/prod/" + $0 })
    #expect(root.unapplied == ["patches", "patchesStrategicMerge", "replacements", "transformers"])
    #expect(sample.short(tree.all.map(\.folder)) == ["overlays/prod", "base", "parts/tls"])
    #expect(tree.all.map(\.isComponent) == [false, false, true])
    #expect(tree.diagnostics.isEmpty)
  }

  @Test(
    "What kustomize would fetch is remote",
    arguments: [
      "https://example.com/a.yaml", "http://example.com/a.yaml", "HTTPS://example.com/a.yaml", "https:example.com",
      "github.com/org/repo", "www.github.com/org/repo//base?ref=main", "git@example.com:org/repo", "gh:org/repo",
      "ssh://git@example.com/repo", "git::https://example.com/repo", "git::git@example.com:a/b", "file:///tmp/repo",
      "gitlab.com/org/repo.git//base", "base?ref=v1", "dev.azure.com/org/project/_git/repo",
      "org-123@vs-ssh.example.com:v3/org/repo",
    ])
  func remote(_ entry: String) throws {
    let sample = try KustomizationSample(["kustomization.yaml": "resources: ['\(entry)']\n"])
    let tree = sample.tree()
    #expect(tree.remote.map(\.entry) == [entry])
    #expect(sample.short(tree.remote.map(\.file)) == ["kustomization.yaml"])
    #expect(tree.root?.files == [] && tree.root?.folders == [])
    #expect(tree.diagnostics.isEmpty)
    #expect(KustomizationReader(tree).diagnostics.map(\.place?.line) == [1])
  }

  @Test("What exists is not remote, unless kustomize fetches it all the same")
  func local() throws {
    let sample = try KustomizationSample([
      "kustomization.yaml": """
      resources: [github.com/a.yaml, "mirror.git//base", github.com/org/repo, "https://example.com/a.yaml"]
      """,
      "github.com/a.yaml": "", "mirror.git/base/kustomization.yaml": "resources: []",
      "github.com/org/repo/kustomization.yaml": "resources: []", "https:/example.com/a.yaml": "",
    ])
    let tree = sample.tree()
    #expect(tree.remote.map(\.entry) == ["github.com/org/repo", "https://example.com/a.yaml"])
    #expect(sample.short(tree.root?.files ?? []) == ["github.com/a.yaml"])
    #expect(sample.short(tree.root?.folders ?? []) == ["mirror.git/base"])
  }

  @Test("Remote files of patches, generators and plugins are found")
  func remoteFiles() throws {
    let sample = try KustomizationSample([
      "kustomization.yaml": """
      patches: [{path: "https://example.com/p.yaml"}]
      configMapGenerator: [{name: a, files: ["a=https://example.com/f"]}]
      generators:
      - generator.yaml
      - plugins
      - |-
        kind: ConfigMapGenerator
        files: [https://example.com/inline]
      """,
      "generator.yaml": "kind: ConfigMapGenerator\nfiles: ['https://example.com/file']\nnote: https://example.com/no",
      "plugins/kustomization.yaml": "resources: [x.yaml]",
      "plugins/x.yaml": "kind: PatchTransformer\npath: https://example.com/deep",
    ])
    #expect(
      sample.tree().remote.map(\.entry) == [
        "https://example.com/f", "https://example.com/p.yaml", "https://example.com/file", "https://example.com/inline",
        "https://example.com/deep",
      ])
  }

  @Test("Problems are reported where they are, and the rest is read")
  func problems() throws {
    let sample = try KustomizationSample([
      "kustomization.yaml": """
      resources:
      - missing.yaml
      - empty
      - broken
      - fine
      namePrefx: a-
      """,
      "empty/x.yaml": "", "broken/kustomization.yaml": "resources:\n\t- a.yaml\n",
      "fine/kustomization.yaml": "resources: [a.yaml]", "fine/a.yaml": "",
    ])
    let tree = sample.tree()
    let places = tree.diagnostics.map { "\(sample.short([$0.place?.file ?? ""])[0]):\($0.place?.line ?? 0)" }
    #expect(
      places == ["kustomization.yaml:6", "kustomization.yaml:2", "kustomization.yaml:3", "broken/kustomization.yaml:2"])
    #expect(tree.diagnostics.first?.message.contains("'namePrefix'") == true)
    #expect(sample.short(tree.all.map(\.folder)).suffix(2) == ["broken", "fine"])
  }

  @Test("A folder without a kustomization, and one that doesn't exist, have no root")
  func noRoot() throws {
    let sample = try KustomizationSample(["a.yaml": ""])
    for tree in [sample.tree(), sample.tree("nowhere")] {
      #expect(tree.root == nil && tree.all.isEmpty)
      #expect(tree.diagnostics.map(\.severity) == [.error])
      #expect(KustomizationReader(tree).objects.isEmpty)
    }
  }

  @Test(
    "Paths are short and can be opened",
    arguments: [
      (".", "a.yaml", "a.yaml"), ("./k", "a.yaml", "k/a.yaml"), ("k/", "./a//b/", "k/a/b"), ("k", "..", "."),
      ("k/o", "../../base", "base"), ("k", "../../base", "../base"), ("..", "base", "../base"), ("/k", "../a", "/a"),
      ("/k", "/a/b", "/a/b"), ("..", "../x", "../../x"),
    ])
  func paths(_ folder: String, _ entry: String, _ path: String) {
    #expect(KustomizationPath.join(folder, entry) == path)
  }

  @Test("A parent folder is that of the folder to which a link leads")
  func linkedFolder() throws {
    let sample = try KustomizationSample([
      "real/deep/kustomization.yaml": "resources: [../base]", "real/base/kustomization.yaml": "resources: [x.yaml]",
      "real/base/x.yaml": "", "base/kustomization.yaml": "resources: []",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: sample.path + "/link", withDestinationPath: sample.path + "/real/deep")
    let tree = sample.tree("link")
    #expect(sample.short(tree.all.map(\.folder)) == ["link", "link/../base"])
    #expect(tree.all.last?.files.count == 1)
  }

  @Test("A folder in place of a file, and a file in place of a folder, are errors")
  func wrongKinds() throws {
    let sample = try KustomizationSample([
      "kustomization.yaml": "kind: Deployment\npatches: [{path: sub}]\ncomponents: [a.yaml]", "a.yaml": "",
      "sub/kustomization.yaml": "resources: []",
    ])
    let tree = sample.tree()
    #expect(tree.diagnostics.map(\.place?.line).sorted { $0 ?? 0 < $1 ?? 0 } == [1, 2, 3])
    #expect(tree.root?.folders == [] && tree.all.count == 1)
  }

  @Test("A folder with two kustomization files is an error")
  func twoFiles() throws {
    let sample = try KustomizationSample(["kustomization.yaml": "resources: []", "Kustomization": "resources: []"])
    #expect(sample.short(sample.tree().all.map(\.file)) == ["kustomization.yaml"])
    #expect(sample.tree().diagnostics.map(\.severity) == [.error])
  }

  @Test("A component must be listed as one")
  func components() throws {
    let sample = try KustomizationSample([
      "kustomization.yaml": "resources: [part]\ncomponents: [base]", "part/kustomization.yaml": "kind: Component",
      "base/kustomization.yaml": "resources: []",
    ])
    #expect(sample.tree().diagnostics.map(\.place?.line) == [1, 2])
  }
}

@Suite("Hostile kustomizations")
struct HostileKustomizationTests {
  @Test("A circle of bases is an error, and each folder is there once")
  func circle() throws {
    let sample = try KustomizationSample([
      "a/kustomization.yaml": "resources: [../b, x.yaml]", "a/x.yaml": "\(Self.configMap("x"))",
      "b/kustomization.yaml": "resources: [../a, y.yaml]", "b/y.yaml": "\(Self.configMap("y"))",
    ])
    let tree = sample.tree("a")
    #expect(sample.short(tree.all.map(\.folder)) == ["a", "b"])
    #expect(tree.diagnostics.count == 1)
    #expect(tree.diagnostics.first?.message.contains("leads back") == true)
    #expect(KustomizationReader(tree).objects.count == 2)
  }

  @Test("A kustomization that lists its parent is a circle", arguments: ["..", ".", "../a"])
  func parent(_ entry: String) throws {
    let sample = try KustomizationSample([
      "kustomization.yaml": "resources: [a]", "a/kustomization.yaml": "resources: ['\(entry)']",
    ])
    #expect(sample.tree().diagnostics.count == 1)
    #expect(sample.tree("a").diagnostics.count == 1)
  }

  @Test("Links that lead to themselves or back don't loop endlessly")
  func linkLoop() throws {
    let sample = try KustomizationSample(["kustomization.yaml": "resources: [loop, loop/x.yaml, back]"])
    try FileManager.default.createSymbolicLink(atPath: sample.path + "/loop", withDestinationPath: "loop")
    try FileManager.default.createSymbolicLink(atPath: sample.path + "/back", withDestinationPath: ".")
    #expect(sample.tree().diagnostics.count == 3)
    #expect(sample.tree().escapes(from: try #require(RealPath.of(sample.path))).isEmpty)
  }

  @Test("Links that lead out of the source are found, and not read")
  func escapes() throws {
    let outside = try Scratch(["secret.yaml": Self.configMap("secret"), "deep/kustomization.yaml": "resources: []"])
    let sample = try KustomizationSample([
      "app/kustomization.yaml": "resources: [a.yaml, dir/x.yaml, sub, ../base]\n",
      "app/inside.yaml": "", "base/kustomization.yaml": "resources: [real.yaml]", "base/real.yaml": "", "app/dir/y": "",
    ])
    let link = FileManager.default.createSymbolicLink(atPath:withDestinationPath:)
    try link(sample.path + "/app/a.yaml", outside.path + "/secret.yaml")
    try link(sample.path + "/app/dir/x.yaml", outside.path + "/secret.yaml")
    try link(sample.path + "/app/sub", outside.path + "/deep")
    try link(sample.path + "/app/own.yaml", "inside.yaml")
    try link(sample.path + "/app/unused", outside.path)
    let tree = sample.tree("app")
    #expect(
      sample.short(tree.escapes(from: try #require(RealPath.of(sample.path)))).sorted()
        == ["app/a.yaml", "app/dir/x.yaml", "app/sub", "app/unused"])
    let reader = KustomizationReader(tree)
    #expect(reader.objects.isEmpty)
    #expect(reader.diagnostics.count == 2)
    withExtendedLifetime(outside.path) {}
  }

  @Test("A list of ten thousand entries is read quickly, and its errors are bounded")
  func manyEntries() throws {
    let names = (0..<10_000).map { "f\($0).yaml" }
    let sample = try KustomizationSample(["kustomization.yaml": "resources:\n" + names.map { "- \($0)\n" }.joined()])
    let tree = sample.tree()
    #expect(tree.root?.files.count == 10_000)
    #expect(tree.diagnostics.count == Limit.documentErrors.value + 1)
    #expect(tree.diagnostics.last?.message.contains("9,900") == true)
  }

  @Test("Bases that double their objects at each level stay within the limit")
  func doubling() throws {
    var files = ["k0/kustomization.yaml": "resources: [x.yaml]", "k0/x.yaml": Self.configMap("x")]
    for level in 1...25 {
      files["k\(level)/kustomization.yaml"] = "resources: [../a\(level), ../b\(level)]"
      for side in ["a", "b"] {
        files["\(side)\(level)/kustomization.yaml"] = "namePrefix: \(side)\nresources: [../k\(level - 1)]"
      }
    }
    // Within the depth.
    let sample = try KustomizationSample(files)
    let tree = sample.tree("k15")
    #expect(tree.diagnostics.isEmpty)
    let reader = KustomizationReader(tree)
    #expect(reader.objects.count < Limit.kustomizationObjects.value)
    #expect(reader.diagnostics.count == 1)
    #expect(sample.tree("k25").diagnostics.contains { $0.message.contains(Limit.kustomizationDepth.text) })
  }

  @Test("Components that use each other twice, and lists of labels for all objects, stay within the limits")
  func products() throws {
    var files = ["part20/kustomization.yaml": "kind: Component\nnamePrefix: a"]
    for level in 0..<20 {
      let next = "../part\(level + 1)"
      files["part\(level)/kustomization.yaml"] = "kind: Component\ncomponents: [\(next), \(next)/.]"
    }
    files["kustomization.yaml"] = "resources: [x.yaml]\ncomponents: [part0]"
    files["x.yaml"] = Self.configMap("x")
    files["many/kustomization.yaml"] =
      "resources: [all.yaml]\ncommonLabels:\n" + (0..<5_000).map { "  l\($0): x\n" }.joined()
    files["many/all.yaml"] = (0..<1_000).map { Self.configMap("c\($0)") }.joined(separator: "---\n")
    let sample = try KustomizationSample(files)
    #expect(KustomizationReader(sample.tree()).diagnostics.count == 1)
    let many = KustomizationReader(sample.tree("many"))
    #expect(many.objects.count == 1_000)
    #expect(many.diagnostics.map { $0.message.contains(Limit.kustomizationChanges.text) } == [true])
  }

  @Test("A file that is too large for a ConfigMap is an empty entry")
  func largeFile() throws {
    let sample = try KustomizationSample([
      "kustomization.yaml": "configMapGenerator: [{name: c, files: [big.txt, small.txt]}]",
      "big.txt": String(repeating: "x", count: Limit.generatedData.value + 1), "small.txt": "small",
    ])
    let reader = KustomizationReader(sample.tree())
    #expect(reader.objects.first?.text.contains("small.txt: small") == true)
    #expect((reader.objects.first?.text.utf8.count ?? .max) < 200)
    #expect(reader.diagnostics.map(\.severity) == [.warning])
  }

  @Test("Absolute folders are refused, as by kustomize")
  func absolute() throws {
    let other = try Scratch(["kustomization.yaml": "resources: [x.yaml]", "x.yaml": Self.configMap("x")])
    let sample = try KustomizationSample(["kustomization.yaml": "resources: ['\(other.path)']"])
    #expect(sample.tree().diagnostics.count == 1 && sample.tree().all.count == 1)
    withExtendedLifetime(other.path) {}
  }

  @Test("Names with quotes and line breaks stay within their field")
  func names() throws {
    let name = #"a"'\n: {x: y} # z"#
    let sample = try KustomizationSample([
      "kustomization.yaml": """
      namePrefix: "p\\"-\\n---\\nkind: Pod\\n"
      commonLabels: {'k"''e: y': "v: \\n- w"}
      configMapGenerator: [{name: 'it''s "x"', literals: ['a"b=c: d', "e=\\n---\\nkind: Secret"]}]
      resources: [a.yaml]
      """,
      "a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: '\(name.replacing("'", with: "''"))'}\n",
    ])
    let reader = KustomizationReader(sample.tree())
    let files = reader.objects.map { SourceFile(name: "", text: $0.text) }
    let read = ManifestSet(reading: files)
    #expect(read.diagnostics.isEmpty)
    #expect(
      read.resources.map(\.name) == ["p\"-\n---\nkind: Pod\n" + name, "p\"-\n---\nkind: Pod\nit's \"x\""])
    #expect(read.resources[0].root.at("metadata", "labels", "k\"'e: y")?.text == "v: \n- w")
    #expect(read.resources[1].root.at("data", "a\"b")?.text == "c: d")
  }

  static func configMap(_ name: String) -> String {
    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \(name)}\n"
  }
}
