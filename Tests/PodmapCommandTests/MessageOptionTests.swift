import Foundation
import PodmapTestSupport
import Testing

@Suite("Messages of commands")
struct MessageOptionTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  private static let broken = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web}
    spec: {containers: [{name: app, image: nginx, envFrom: [{configMapRef: {name: flags}}]}]}
    """

  @Test("With --quiet, only errors are printed", arguments: [["draw"], ["inspect"], ["compare", "a.yaml"], []])
  func quiet(_ command: [String]) throws {
    defer { folder.remove() }
    try folder.write(Self.broken, to: "a.yaml")
    try folder.write("a: b: c\n", to: "b.yaml")
    #expect(!(try podmap.run(command + ["a.yaml"], in: folder.url).messages.isEmpty))
    #expect(try podmap.run(command + ["a.yaml", "--quiet"], in: folder.url).messages.isEmpty)
    guard command.first != "compare" else { return }
    let failed = try podmap.run(command + ["a.yaml", "b.yaml", "-q"], in: folder.url)
    #expect(failed.exitCode == 1 && failed.messages.count == 1, "\(failed.messages)")
  }

  @Test("--quiet says nothing about what was written, and can't be combined with --verbose")
  func publish() throws {
    defer { folder.remove() }
    try folder.write(Self.broken, to: "deploy/a.yaml")
    #expect(try podmap("init", "--quiet", in: folder.url).messages.isEmpty)
    #expect(try podmap("publish", "-q", in: folder.url).messages.isEmpty)
    #expect(try podmap("inspect", "deploy", "-q", "-v", in: folder.url).exitCode == 64)
  }

  @Test("--verbose, JSON and SARIF contain the code of a message")
  func codes() throws {
    defer { folder.remove() }
    try folder.write(Self.broken, to: "a.yaml")
    #expect(
      try podmap("inspect", "a.yaml", "--verbose", in: folder.url).messages.contains {
        $0.hasSuffix("; add its manifest, or correct the name [missing-object]")
      })
    #expect(
      try podmap("inspect", "a.yaml", "--format", "json", in: folder.url).output.contains(
        "\"code\": \"missing-object\", \"objects\": [\"default/ConfigMap/flags\", \"default/Pod/web/app\"]"))
    #expect(
      try podmap("inspect", "a.yaml", "--format", "sarif", in: folder.url).output.contains(
        "\"ruleId\": \"missing-object\""))
    #expect(try podmap("inspect", "a.yaml", "-o", "a.sarif", in: folder.url).exitCode == 0)
  }

  @Test("What podmap.yaml accepts doesn't fail a run")
  func accepted() throws {
    defer { folder.remove() }
    try folder.write(Self.broken, to: "a.yaml")
    #expect(try podmap("a.yaml", "--fail-on", "warning", in: folder.url).exitCode == 1)
    try folder.write("accept: [{code: missing-object, object: flags, reason: r}]\n", to: "podmap.yaml")
    let outcome = try podmap("a.yaml", "--fail-on", "warning", in: folder.url)
    #expect(outcome.exitCode == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
  }

  @Test("Links that lead nowhere, vendored folders and our own index cause no messages")
  func nothingWrong() throws {
    defer { folder.remove() }
    for file in ["a.yaml", "vendor/x/b.yaml", "node_modules/y/c.yaml"] { try folder.write(pod, to: "deploy/\(file)") }
    for (name, target) in [("nowhere.yaml", "absent.yaml"), ("circle.yaml", "circle.yaml"), ("gone", "absent")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appendingPathComponent("deploy/\(name)").path, withDestinationPath: target)
    }
    try folder.write(
      "diagrams: [{name: a, inputs: [deploy], files: [deploy/a.mmd]}]\nindex: deploy/podmap-index.json\n",
      to: "podmap.yaml")
    #expect(try podmap("publish", in: folder.url).exitCode == 0)
    #expect(try podmap("publish", in: folder.url).messages == ["podmap: 1 up to date"])
    let drawn = try podmap("deploy", "--fail-on", "warning", in: folder.url)
    #expect(drawn.exitCode == 0 && drawn.messages.isEmpty, "\(drawn.messages)")
  }
}
