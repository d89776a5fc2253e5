import Foundation
import PodmapTestSupport
import Testing

@Suite("The default namespace of commands")
struct DefaultNamespaceTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  private func pod(_ name: String, namespace: String? = nil) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata: {name: \(name)\(namespace.map { ", namespace: \($0)" } ?? "")}
    spec: {containers: [{name: app, image: app}, {name: other, image: other}]}
    ---

    """
  }

  @Test("--default-namespace goes before podmap.yaml, and that before the only namespace that the input names")
  func precedence() throws {
    defer { folder.remove() }
    try folder.write(pod("web") + pod("till", namespace: "shop"), to: "app.yaml")
    let alone = try podmap("inspect", "app.yaml", in: folder.url)
    #expect(alone.output.contains("shop/Pod/web "))
    #expect(alone.messages.contains { $0.contains("'shop', the only namespace that the input names") })
    try folder.write("defaultNamespace: stage\n", to: "podmap.yaml")
    let project = try podmap("inspect", "app.yaml", in: folder.url)
    #expect(project.output.contains("stage/Pod/web "))
    #expect(
      project.messages == [
        "podmap.yaml:1:19: note: objects without a namespace are in 'stage', the default namespace of the project"
      ])
    let given = try podmap("inspect", "app.yaml", "--default-namespace", "test", in: folder.url)
    #expect(given.output.contains("test/Pod/web "))
    #expect(
      given.messages == [
        "podmap: note: objects without a namespace are in 'test', the default namespace that was given"
      ])
    let usual = try podmap("app.yaml", "--default-namespace", "default", in: folder.url)
    #expect(usual.exitCode == 0 && usual.messages.isEmpty)
  }

  @Test("A name that no namespace can have is refused, in the option and in podmap.yaml")
  func wrongNames() throws {
    defer { folder.remove() }
    try folder.write(pod("web"), to: "app.yaml")
    for name in ["Shop", "-shop", "a/b", "a.b"] {
      let outcome = try podmap("draw", "app.yaml", "--default-namespace=\(name)", in: folder.url)
      #expect(outcome.exitCode == 64, "\(name)")
      #expect(outcome.messages.contains { $0.contains("can't be the name of a namespace") }, "\(outcome.messages)")
    }
    try folder.write("defaultNamespace: Shop\n", to: "podmap.yaml")
    let outcome = try podmap("draw", "app.yaml", in: folder.url)
    #expect(
      outcome.messages == [
        "podmap.yaml:1:19: error: 'defaultNamespace' can't be 'Shop'; use up to 63 lower-case letters, digits and '-'"
      ])
  }

  @Test("A comparison decides once for both sides, and says so once")
  func comparison() throws {
    defer { folder.remove() }
    try folder.write(pod("web") + pod("till"), to: "plain.yaml")
    try folder.write(pod("web", namespace: "shop") + pod("till"), to: "named.yaml")
    try folder.write(pod("web", namespace: "shop") + pod("till", namespace: "shop"), to: "all.yaml")
    try folder.write(pod("web", namespace: "other") + pod("till"), to: "other.yaml")
    for (left, right) in [("plain", "named"), ("named", "plain"), ("named", "all"), ("all", "plain")] {
      let outcome = try podmap("compare", "\(left).yaml", "\(right).yaml", "--exit-code", in: folder.url)
      #expect(outcome.exitCode == 0, "\(left), \(right): \(outcome.output)")
      #expect(outcome.messages.filter { $0.contains("are in 'shop'") }.count == 1, "\(left), \(right)")
    }
    let several = try podmap("compare", "named.yaml", "other.yaml", in: folder.url)
    #expect(several.messages.isEmpty)
    let given = try podmap("compare", "plain.yaml", "all.yaml", "--default-namespace", "stage", in: folder.url)
    #expect(given.messages.count == 1)
    #expect(given.output.contains("stage"))
  }

  @Test("split and merge keep the namespaces as they are written")
  func conversion() throws {
    defer { folder.remove() }
    try folder.write(pod("web") + pod("till", namespace: "shop"), to: "app.yaml")
    for command in ["split", "merge"] {
      let outcome = try podmap(command, "app.yaml", "--default-namespace", "shop", in: folder.url)
      #expect(!outcome.messages.contains { $0.contains("error") }, "\(outcome.messages)")
      #expect(outcome.output.contains("namespace: shop"))
    }
  }

  @Test("publish reads it from podmap.yaml")
  func publish() throws {
    defer { folder.remove() }
    try folder.write(pod("web"), to: "app/web.yaml")
    try folder.write(
      "defaultNamespace: shop\ndiagrams: [{name: app, inputs: [app], files: [app.json, app.mmd]}]\n", to: "podmap.yaml")
    let outcome = try podmap("publish", in: folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    let json = try String(contentsOf: folder.url.appendingPathComponent("app.json"), encoding: .utf8)
    #expect(json.contains("\"id\": \"shop/Pod/web\""))
  }

  @Test("inspect says which calls are only possible")
  func possible() throws {
    defer { folder.remove() }
    let workload = { (name: String) in
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: \(name)}
      spec: {containers: [{name: app, image: app, envFrom: [{configMapRef: {name: all}}]}]}
      ---

      """
    }
    try folder.write(
      workload("web") + workload("job") + """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: all}
        data: {STOCK_URL: "http://stock:80"}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: stock}
        spec: {ports: [{port: 80}]}

        """, to: "app.yaml")
    let table = try podmap("inspect", "app.yaml", in: folder.url).output
    #expect(table.contains("calls 80 (HTTP, possible)"))
    let json = try podmap("inspect", "app.yaml", "--format", "json", in: folder.url).output
    #expect(json.contains("\"certainty\": \"possible\""))
    let dot = try podmap("app.yaml", "--format", "dot", in: folder.url).output
    #expect(dot.contains("calls (possible)"))
  }
}
