import Foundation
import PodmapTestSupport
import Testing

/// Runs every command on manifests with a canary in each spot where a credential can be.
@Suite("No canary leaves its cage")
struct CanaryTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder
  private let listed: ListedValues
  private let spots: [String]

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
    listed = try ListedValues()
    var (old, new) = (Canaries(version: "Q8xW2"), Canaries(version: "K7yV3"))
    try folder.write(old.manifests(), to: "old/app.yaml")
    try folder.write(new.manifests(), to: "new/app.yaml")
    try folder.write("apiVersion: v1\nkind: Namespace\nmetadata: {name: x}\n", to: "empty/app.yaml")
    spots = old.spots
  }

  /// The formats that are text: in others, the text of the picture is compressed.
  private func textFormats(of command: String) throws -> [String] {
    try listed.of("format", in: command).filter { !["png", "pdf", "webp"].contains($0) }
  }

  /// Expects no canary in the messages and in what was written into a folder.
  private func check(_ outcome: PodmapCommand.Outcome, _ place: String, files expected: Int = 0) throws {
    #expect([0, 1].contains(outcome.exitCode), "\(place): \(outcome.messages)")
    var texts = [("standard output", outcome.output), ("messages", outcome.messages.joined(separator: "\n"))]
    let written = folder.url.appendingPathComponent(place)
    let names = expected > 0 ? try FileManager.default.subpathsOfDirectory(atPath: written.path) : []
    for name in names {
      guard let data = FileManager.default.contents(atPath: written.appendingPathComponent(name).path) else { continue }
      texts.append((name, String(decoding: data, as: UTF8.self)))
    }
    #expect(texts.count - 2 >= expected, "\(place): \(names)")
    for (name, text) in texts {
      let leaked = Self.canaries(in: text).map { number in
        "\(number): \(spots.indices.contains(number - 1) ? spots[number - 1] : "?")"
      }
      #expect(leaked.isEmpty, "\(place), \(name) shows \(leaked.joined(separator: "\n"))")
    }
  }

  /// The numbers of the canaries in a text, as they are or encoded.
  private static func canaries(in text: String) -> [Int] {
    var found = Set(text.ranges(of: "CANARY").map { Int(text[$0.upperBound...].prefix(while: \.isNumber)) ?? 0 })
    if text.contains("Q0FOQVJZ") { found.insert(0) }
    return found.sorted()
  }

  @Test("There are canaries in enough spots, and all are different")
  func count() {
    defer { folder.remove() }
    #expect(spots.count > 400)
    var canaries = Canaries(version: "x")
    let text = canaries.manifests()
    for number in 1...spots.count {
      let canary = Data("CANARY\(number)zxpL".utf8).base64EncodedString()
      #expect(text.contains("CANARY\(number)zx") || text.contains(canary), "\(spots[number - 1])")
    }
  }

  @Test("Not in a picture, whatever its view and format")
  func pictures() throws {
    defer { folder.remove() }
    let formats = try textFormats(of: "draw")
    for view in try listed.of("view", in: "draw") {
      let isSequence = ["lifecycle", "traffic"].contains(view)
      for detail in isSequence ? ["auto"] : ["all", "overview"] {
        try folder.write("", to: "\(view)-\(detail)/made")
        let files = formats.flatMap { ["-o", "\(view)-\(detail)/x.\($0)"] }
        let outcome = try podmap.run(
          ["new", "--view", view, "--detail", detail, "--verbose"] + files, in: folder.url)
        try check(outcome, "\(view)-\(detail)", files: formats.count + 1)
      }
    }
    try check(podmap("new", "--no-condense", "--format", "dot", in: folder.url), "picture with a card for each object")
  }

  @Test("Not in what inspect says")
  func inspections() throws {
    defer { folder.remove() }
    for format in try listed.of("format", in: "inspect") {
      try check(podmap("inspect", "new", "--format", format, "--verbose", in: folder.url), "inspect \(format)")
    }
  }

  @Test("Not in messages about fields that must be something else")
  func misplaced() throws {
    defer { folder.remove() }
    var canaries = Canaries(version: "H3")
    try folder.write(canaries.misplaced(), to: "wrong/app.yaml")
    for format in try listed.of("format", in: "inspect") {
      try check(podmap("inspect", "wrong", "--format", format, "--verbose", in: folder.url), "wrong \(format)")
    }
    try check(podmap("wrong", "--format", "json", in: folder.url), "wrong")
    try check(podmap("compare", "wrong", "new", "--format", "json", in: folder.url), "wrong on the left")
  }

  @Test("Not in a comparison: of two versions, with nothing, in any format and any template")
  func comparisons() throws {
    defer { folder.remove() }
    let formats = try textFormats(of: "compare")
    for (old, new) in [("old", "new"), ("empty", "new"), ("new", "empty")] {
      let place = "\(old)-\(new)"
      try folder.write("", to: "\(place)/made")
      let files = formats.flatMap { ["-o", "\(place)/x.\($0 == "table" ? "txt" : $0)"] }
      try check(
        podmap.run(["compare", old, new, "--verbose"] + files, in: folder.url), place, files: formats.count + 1)
      for template in try listed.of(nil, in: "templates", "show") {
        let outcome = try podmap("compare", old, new, "--template", template, in: folder.url)
        if outcome.exitCode != 64 { try check(outcome, "\(place) \(template)") }
      }
    }
  }

  @Test("Not in documents and what else publish writes, and not in what init proposes and doctor finds")
  func projects() throws {
    defer { folder.remove() }
    try check(podmap("init", in: folder.url), "init")
    try? FileManager.default.removeItem(at: folder.url.appendingPathComponent("podmap.yaml"))
    let entries = try listed.of(nil, in: "templates", "show").filter { $0 != "gallery" }.map { template in
      let about = try podmap("new", "--template", template, in: folder.url)
      return "{template: \(template), file: docs/\(template).md, "
        + (about.exitCode == 64 ? "comparison: versions}" : "inputs: [new]}")
    }
    try folder.write(
      """
      diagrams:
        - {name: overview, inputs: [new], files: [docs/overview.svg, docs/overview.mmd]}
      comparisons:
        - {name: versions, left: [old], right: [new], files: [docs/versions.md, docs/versions.json, docs/versions.svg]}
      documents:
      \(entries.map { "  - \($0)" }.joined(separator: "\n"))
      gallery: docs/index.html
      """, to: "podmap.yaml")
    try check(podmap("publish", "--verbose", in: folder.url), "docs", files: entries.count + 6)
    try check(podmap("publish", "--check", "--verbose", in: folder.url), "check")
    try check(podmap("doctor", in: folder.url), "doctor")
    let index = try String(contentsOf: folder.url.appendingPathComponent("podmap-index.json"), encoding: .utf8)
    #expect(Self.canaries(in: index).isEmpty)
  }

  @Test("Not in manifests that split and merge write, beyond what they promise to copy")
  func conversions() throws {
    defer { folder.remove() }
    var canaries = Canaries(version: "M5")
    let pods = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: a}
      spec:
        selector: {matchLabels: {app: a}}
        template:
          metadata: {labels: {app: a}}
          spec:
            containers:
            - {name: one, image: "i:1", ports: [{containerPort: 80}]}
            - {name: two, image: "i:1", ports: [{containerPort: 81}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: b}
      spec:
        selector: {matchLabels: {app: b}}
        template: {metadata: {labels: {app: b}}, spec: {containers: [{name: three, image: "i:1"}]}}
      """
    try folder.write(pods + "\n---\n" + canaries.secrets(), to: "pods/app.yaml")
    try check(podmap("split", "pods", "--workload", "a", "-o", "split", in: folder.url), "split", files: 1)
    try check(
      podmap("merge", "pods", "--workload", "a", "--workload", "b", "-o", "merge", "--force", in: folder.url), "merge",
      files: 1)
  }

  @Test("Not in a picture of a kustomization, however it is read")
  func kustomizations() throws {
    defer { folder.remove() }
    try folder.write(
      """
      resources: [app.yaml, "https://me:CANARY6@example.com/shop?ref=main"]
      secretGenerator: [{name: x, literals: [password=CANARY1, a=CANARY2], envs: [e.env]}]
      configMapGenerator: [{name: y, literals: [token=CANARY3]}]
      patches: [{target: {kind: Deployment}, patch: '[{"op":"add","path":"/spec/password","value":"CANARY4"}]'}]
      """, to: "kustom/kustomization.yaml")
    try folder.write("a=CANARY5\n", to: "kustom/e.env")
    try folder.write(
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: w}\nspec: {template: {spec: {containers: [{name: c, "
        + "image: i, envFrom: [{secretRef: {name: x}}]}]}}}\n", to: "kustom/app.yaml")
    for arguments in [
      ["kustom", "--no-render", "--format", "json"], ["kustom", "--no-render", "--verbose"],
      ["inspect", "kustom", "--no-render"], ["compare", "empty", "kustom", "--no-render"],
      ["compare", "empty", "kustom", "--no-render", "--format", "json"],
    ] {
      let outcome = try podmap.run(arguments, in: folder.url)
      try check(outcome, arguments.joined(separator: " "))
      #expect(outcome.messages.joined().contains("<redacted>"), "the address is named, without its login")
    }
  }
}
