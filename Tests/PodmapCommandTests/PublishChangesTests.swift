import Foundation
import PodmapTestSupport
import Testing

@Suite("What podmap publish says has changed")
struct PublishChangesTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  private func workload(_ name: String, calls: [String] = [], image: String = "app:1") -> String {
    let variables = calls.map { "{name: \($0.uppercased())_URL, value: \"http://\($0):80\"}" }
    return """
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: \(name), namespace: shop}
      spec:
        selector: {matchLabels: {app: \(name)}}
        template:
          metadata: {labels: {app: \(name)}}
          spec: {containers: [{name: app, image: "\(image)", env: [\(variables.joined(separator: ", "))]}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: \(name), namespace: shop}
      spec: {selector: {app: \(name)}, ports: [{port: 80}]}

      """
  }

  /// A Service that selects no pods.
  private let broken = """
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: old, namespace: shop}
    spec: {selector: {app: old}, ports: [{port: 80}]}

    """

  private func prepare(files: String) throws {
    try folder.write(
      "diagrams:\n- {name: shop, inputs: [deploy], files: [\(files)], blocks: [README.md]}\n", to: "podmap.yaml")
    try folder.write("# Shop\n\n<!-- podmap:begin shop -->\n<!-- podmap:end shop -->\n", to: "README.md")
    try folder.write(workload("frontend", calls: ["redis"]) + workload("redis"), to: "deploy/shop.yaml")
  }

  private func publish(_ arguments: String...) throws -> PodmapCommand.Outcome {
    try podmap.run(["publish"] + arguments, in: folder.url)
  }

  @Test("Each file that is written has a line, and the last line counts these lines")
  func count() throws {
    defer { folder.remove() }
    try prepare(files: "docs/shop.svg, docs/shop.mmd")
    let first = try publish()
    #expect(first.messages.count { $0.hasPrefix("created ") || $0.hasPrefix("changed ") } == 3, "\(first.messages)")
    #expect(first.messages.last == "podmap: 3 written, 0 up to date; the index is podmap-index.json")
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("podmap-index.json"))
    let index = try publish()
    #expect(index.messages.last == "podmap: 1 written, 2 up to date; the index is podmap-index.json")
    #expect(index.messages.dropLast() == ["changed docs/shop.svg: the same cards and lines"])
  }

  @Test("A line names the cards and lines of a diagram that are new, gone or different")
  func diagram() throws {
    defer { folder.remove() }
    try prepare(files: "shop.svg, shop.mmd, shop.json, shop.png")
    _ = try publish()
    try folder.write(
      workload("frontend", calls: ["cart-api"]) + workload("redis", image: "redis:8") + workload("cart-api"),
      to: "deploy/shop.yaml")
    let messages = try publish().messages
    let change =
      "+ Deployment cart-api, ~ Deployment redis (- app app 1, + app app 8), + line frontend -> cart-api, "
      + "- line frontend -> redis"
    let changed = messages.filter { $0.hasSuffix(": \(change)") }.map { $0.prefix { $0 != ":" } }
    #expect(changed == ["changed shop.svg", "changed shop.mmd", "changed README.md"], "\(messages)")
    #expect(messages.contains { $0.hasPrefix("changed shop.json: ") && $0.contains(" lines added, ") })
    #expect(messages.contains("changed shop.png: + Deployment cart-api"))
    #expect(messages.last == "podmap: 5 written, 0 up to date; the index is podmap-index.json")
    // Many changes are counted.
    try folder.write((0..<9).map { workload("w\($0)") }.joined(), to: "deploy/shop.yaml")
    let many = try publish().messages
    #expect(many.contains { $0.hasPrefix("changed shop.mmd: + ") && $0.hasSuffix(" more") }, "\(many)")
  }

  @Test("Warnings are said when something changes; a run that changes nothing says one line")
  func warnings() throws {
    defer { folder.remove() }
    try prepare(files: "shop.svg")
    try folder.write(workload("frontend") + broken, to: "deploy/shop.yaml")
    let first = try publish()
    #expect(first.messages.contains { $0.contains("warning: the Service 'old' selects no pods") }, "\(first.messages)")
    #expect(try publish().messages == ["podmap: 2 up to date; 1 warning as before, which --verbose prints"])
    #expect(try publish("--verbose").messages.contains { $0.contains("warning: the Service 'old'") })
    let strict = try publish("--fail-on", "warning")
    #expect(strict.exitCode == 1 && strict.messages.contains { $0.contains("warning: the Service 'old'") })
    try folder.write(workload("frontend", image: "app:2") + broken, to: "deploy/shop.yaml")
    let changed = try publish().messages
    let warning = try #require(changed.firstIndex { $0.contains("warning: the Service 'old'") })
    let change = try #require(changed.firstIndex { $0.hasPrefix("changed shop.svg: ~ Deployment frontend (") })
    #expect(warning < change)
  }

  @Test("What is gone from a card is named: a NetworkPolicy")
  func policy() throws {
    defer { folder.remove() }
    let policy = """
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: deny-all, namespace: shop}
      spec: {podSelector: {matchLabels: {app: redis}}, policyTypes: [Ingress]}

      """
    try prepare(files: "shop.mmd")
    try folder.write(workload("redis") + policy, to: "deploy/shop.yaml")
    _ = try publish()
    try folder.write(workload("redis"), to: "deploy/shop.yaml")
    let change = try publish().messages.first { $0.hasPrefix("changed shop.mmd: ~ Deployment redis (- policy ") }
    #expect(change != nil)
  }

  @Test("The block of a renamed diagram is reported once, with its lines and what to do")
  func renamedBlock() throws {
    defer { folder.remove() }
    try prepare(files: "shop.mmd")
    _ = try publish()
    let page = try String(contentsOf: folder.url.appendingPathComponent("README.md"), encoding: .utf8)
    let lines = page.components(separatedBy: "\n").firstIndex(of: "<!-- podmap:end shop -->").map { $0 + 1 } ?? 0
    try folder.write(page + "<!-- podmap:begin store -->\n<!-- podmap:end store -->\n", to: "README.md")
    try folder.write(
      "diagrams:\n- {name: store, inputs: [deploy], files: [shop.mmd], blocks: [README.md]}\n", to: "podmap.yaml")
    let said = "README.md:3:1: warning: no diagram is written to the block 'shop' any more; remove the lines 3 to "
    let messages = try publish().messages
    #expect(messages.contains { $0.hasPrefix("\(said)\(lines), or") }, "\(messages)")
    #expect(try !publish().messages.contains { $0.hasPrefix(said) })
  }

  @Test("A check ends with what is out of date, after the warnings and the difference")
  func check() throws {
    defer { folder.remove() }
    try prepare(files: "shop.svg")
    _ = try publish()
    try folder.write(workload("frontend") + broken, to: "deploy/shop.yaml")
    let check = try run("/bin/sh", ["-c", "'\(podmap.executable)' publish --check 2>&1"], in: folder.url)
    let lines = String(decoding: check.output, as: UTF8.self).split(separator: "\n").map(String.init)
    let warning = try #require(lines.firstIndex { $0.contains("warning: the Service 'old'") })
    let difference = try #require(lines.lastIndex { $0.hasPrefix("@@") })
    #expect(check.exitCode == 1 && warning < difference)
    #expect(
      lines.suffix(3) == [
        "shop.svg:1:1: error: the picture of 'shop' no longer shows what its inputs say",
        "README.md:1:1: error: the content of 'shop' is out of date",
        "podmap: 2 out of date, 0 up to date; to update them, run: podmap publish",
      ], "\(lines)")
  }
}
