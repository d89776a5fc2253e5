import Foundation
import PodmapTestSupport
import Testing

@Suite("podmap doctor")
struct DoctorCommandTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  private let pod =
    "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: app, image: 'a:1'}]}\n"

  /// Runs podmap with only the programs in `.bin` on PATH.
  private func run(_ arguments: String...) throws -> PodmapCommand.Outcome {
    try podmap.run(arguments, in: folder.url, environment: ["PATH": folder.url.path + "/.bin"])
  }

  private func program(_ name: String) throws -> String {
    let file = try folder.write("#!/bin/sh\n: > started\n", to: ".bin/\(name)")
    try makeExecutable(file.path)
    return file.path
  }

  @Test("Plain files are counted, and the commands to run next are named")
  func plain() throws {
    defer { folder.remove() }
    try folder.write(pod, to: "deploy/web.yaml")
    try folder.write("a: b\n", to: "deploy/values.yaml")
    let outcome = try run("doctor")
    #expect(outcome.exitCode == 0 && outcome.messages.isEmpty)
    #expect(outcome.output.contains("  .: plain files: 1 file, 1 object\n"))
    #expect(outcome.output.contains("  deploy/values.yaml: not a manifest; skipped\n"))
    #expect(outcome.output.contains("  helm: not installed; needed only for a Helm chart\n"))
    #expect(outcome.output.contains("\n  svg: can be written\n"))
    #expect(outcome.output.contains("fc-match is not installed"))
    #expect(outcome.output.contains("  draw it: podmap draw . -o app.svg\n"))
    #expect(outcome.output.hasSuffix("podmap init && podmap publish\n"))
  }

  @Test("A folder with nothing to draw, and one that isn't there, are problems")
  func nothing() throws {
    defer { folder.remove() }
    let empty = try run("doctor")
    #expect(empty.exitCode == 1)
    #expect(empty.output.hasPrefix("Sources\n  error: .: nothing that podmap reads\n"))
    #expect(
      empty.output.hasSuffix(
        """
        Next
          draw a file or a folder with manifests: podmap draw FOLDER -o app.svg
          draw what runs in a cluster: kubectl get all,ingress,configmap,networkpolicy -o yaml | podmap - -o app.svg

        """))
    let missing = try run("doctor", "nowhere")
    #expect(missing.exitCode == 1 && missing.output.contains("  error: nowhere: there is no such file or folder"))
  }

  @Test("A program that another one replaces is not needed, and Podmap's own folder isn't listed")
  func needs() throws {
    defer { folder.remove() }
    _ = try program("kubectl")
    try folder.write(pod, to: "web.yaml")
    try folder.write("{}", to: ".podmap-cache/publish.json")
    try folder.write("{}", to: ".github/x.json")
    let outcome = try run("doctor")
    #expect(outcome.output.contains("  kustomize: not installed; not needed, because kubectl does the same\n"))
    #expect(outcome.output.contains("  helm: not installed; needed only for a Helm chart\n"))
    #expect(outcome.output.contains("  never read: .bin, .github\n"))
  }

  @Test("The font says how it was found, and doesn't take that for its file")
  func font() throws {
    defer { folder.remove() }
    try folder.write("#!/bin/sh\nprintf 'Liberation Sans'\n", to: ".bin/fc-match")
    let path = folder.url.path + "/.bin/fc-match"
    try makeExecutable(path)
    #expect(try run("doctor").output.contains("PNG, PDF and WebP: Liberation Sans (found with fc-match); SVG"))
  }

  @Test("In an empty folder, every command says what to do, and none sends the user to one that sends them back")
  func circle() throws {
    defer { folder.remove() }
    for (words, advice) in [
      (["."], "podmap draw FOLDER"), (["init"], "kubectl get"), (["doctor"], "kubectl get"),
    ] {
      let outcome = try podmap.run(words, in: folder.url)
      let text = outcome.output + outcome.messages.joined()
      #expect(outcome.exitCode == 1 && text.contains(advice), "\(text)")
    }
  }

  @Test("A chart without helm is a problem")
  func noHelm() throws {
    defer { folder.remove() }
    try folder.write("name: shop\n", to: "chart/Chart.yaml")
    let outcome = try run("doctor", "chart")
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("  error: chart: a Helm chart, but helm is not installed; install it\n"))
    #expect(outcome.output.contains("  install helm, and look again: podmap doctor chart\n"))
    #expect(!outcome.output.contains("draw it"))
  }

  @Test("Renderers are named with their paths and arguments, but not started")
  func renderers() throws {
    defer { folder.remove() }
    try folder.write(pod, to: "base/web.yaml")
    try folder.write("resources: [web.yaml]\n", to: "base/kustomization.yaml")
    try folder.write("name: shop\n", to: "my chart/Chart.yaml")
    let (kubectl, helm) = (try program("kubectl"), try program("helm"))
    let outcome = try run("doctor")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.output.contains("  base: a kustomization, to be rendered with: kubectl kustomize base (\(kubectl))\n"))
    #expect(
      outcome.output.contains(
        "  'my chart': a Helm chart, to be rendered with: helm template shop 'my chart' (\(helm))\n"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/started"))
  }

  @Test("A kustomization that is read without a renderer says what isn't applied")
  func withoutKubectl() throws {
    defer { folder.remove() }
    try folder.write(pod, to: "base/web.yaml")
    try folder.write(
      "resources: [web.yaml]\npatches: [{patch: '[]', target: {kind: Pod}}]\n", to: "base/kustomization.yaml")
    let outcome = try run("doctor", "base")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("kubectl or kustomize is not installed; not applied: "))
    #expect(outcome.output.contains("  install kubectl or kustomize, and look again: podmap doctor base\n"))
  }

  @Test("podmap.yaml is summarised, and its errors are problems")
  func project() throws {
    defer { folder.remove() }
    try folder.write(pod, to: "web.yaml")
    try folder.write("diagrams: [{name: web, inputs: [web.yaml], files: [web.svg]}]\n", to: "podmap.yaml")
    let outcome = try run("doctor")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("podmap.yaml\n  1 diagram, 0 comparisons, 0 documents, 0 charts\n"))
    #expect(outcome.output.contains("podmap publish --check\n"))
    try folder.write("diagrams: [{nam: web}]\n", to: "podmap.yaml")
    #expect(try run("doctor").exitCode == 1)
  }

  @Test("Overlays without one for production are a problem, with the commands that help")
  func overlays() throws {
    defer { folder.remove() }
    try folder.write(pod, to: "base/web.yaml")
    try folder.write("resources: [web.yaml]\n", to: "base/kustomization.yaml")
    for name in ["eu", "us"] {
      try folder.write("resources: [../../base]\n", to: "overlays/\(name)/kustomization.yaml")
    }
    let outcome = try run("doctor")
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("podmap compare overlays/eu overlays/us\n"))
  }

  @Test("Names can't add lines to the report")
  func hostileNames() throws {
    defer { folder.remove() }
    try folder.write("a: [\n", to: "x\nNext/y\n.yaml")
    try folder.write(pod, to: "it's ]\"/web.yaml")
    let outcome = try run("doctor")
    #expect(outcome.output.split(separator: "\n").filter { $0 == "Next" }.count == 1)
    #expect(try run("doctor", "it's ]\"").output.contains("podmap draw 'it'\\''s ]\"' -o app.svg\n"))
  }

  @Test("Two thousand files are looked at in a few seconds")
  func manyFiles() throws {
    defer { folder.remove() }
    for number in 0..<2_000 {
      try folder.write(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c\(number)}\n", to: "deploy/\(number % 40)/\(number).yaml")
    }
    let start = Date()
    #expect(try run("doctor").output.contains("2000 files, 2000 objects"))
    #expect(Date().timeIntervalSince(start) < 30)
  }
}
