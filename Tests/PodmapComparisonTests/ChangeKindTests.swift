import Foundation
import PodmapComparison
import PodmapTestSupport
import Testing
import PodmapComparisonTestSupport

@Suite("The list of kinds of changes")
struct ChangeKindTests {
  @Test("Each name is in the list once, except that a schedule shares its name with replicas")
  func names() {
    let counts = Dictionary(ChangeKind.all.map { ($0.name, 1) }, uniquingKeysWith: +)
    #expect(counts.filter { $0.value > 1 } == ["replicasChanged": 2])
  }

  @Test("Each kind is found by a comparison")
  func found() {
    var found: Set<ChangeKind> = []
    for (old, new) in Self.pairs { found.formUnion(Comparison(layout(old), layout(new)).changes.map(\.kind)) }
    #expect(Set(ChangeKind.all).subtracting(found).map(\.name) == [])
    #expect(found.subtracting(ChangeKind.all).map(\.name) == [])
  }

  @Test("The JSON Schema lists the kinds in their order")
  func schema() throws {
    let schema = try text("docs/compare.schema.json")
    let start = try #require(schema.firstRange(of: "\"workloadRemoved\""))
    let names = schema[start.lowerBound...].prefix { $0 != "]" }.split(whereSeparator: { " \n,".contains($0) })
    #expect(names.map { $0.filter { $0 != "\"" } } == Self.names(of: ChangeKind.all))
  }

  @Test("docs/compare.md has a row for the kinds with the same values, in the order of the list")
  func document() throws {
    var rows: [(kinds: [ChangeKind], values: String)] = []
    for kind in ChangeKind.all {
      if let last = rows.indices.last, rows[last].values == kind.values {
        rows[last].kinds.append(kind)
      } else {
        rows.append(([kind], kind.values))
      }
    }
    let table = rows.map { row in
      "| \(Self.names(of: row.kinds).map { "`\($0)`" }.joined(separator: ", ")) | \(row.values) |\n"
    }.joined()
    let head = "| `kind` | `from`, `to` |\n| --- | --- |\n"
    let document = try text("docs/compare.md")
    #expect(document.contains("\(head)\(table)\n"), "the table in docs/compare.md must be:\n\(head)\(table)")
  }

  private static func names(of kinds: [ChangeKind]) -> [String] {
    kinds.map(\.name).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: packageFolder().appendingPathComponent(path), encoding: .utf8)
  }

  // MARK: - Examples

  private static func object(_ kind: String, _ name: String, api: String = "v1", _ rest: String = "") -> String {
    "apiVersion: \(api)\nkind: \(kind)\nmetadata: {name: \(name)}\n\(rest)\n---\n"
  }

  private static func pod(_ spec: String) -> String { object("Pod", "p", "spec: {\(spec)}") }

  private static func job(_ schedule: String) -> String {
    let template = "{spec: {template: {spec: {containers: [{name: a, image: x}]}}}}"
    return object("CronJob", "c", api: "batch/v1", "spec: {schedule: '\(schedule)', jobTemplate: \(template)}")
  }

  private static func service(_ name: String, type: String = "ClusterIP", port: Int = 80, app: String) -> String {
    object("Service", name, "spec: {type: \(type), selector: {app: \(app)}, ports: [{port: \(port)}]}")
  }

  private static func budget(_ name: String, _ least: Int) -> String {
    object("PodDisruptionBudget", name, api: "policy/v1", "spec: {minAvailable: \(least)}")
  }

  private static func caller(_ hosts: String...) -> String {
    let variables = hosts.enumerated().map { "{name: URL\($0.offset), value: \"http://\($0.element)\"}" }
    return deployment("web", image: "x", more: "env: [\(variables.joined(separator: ", "))]")
  }

  /// Manifests of two sides that differ; together they have changes of all kinds.
  private static let pairs: [(String, String)] = [
    // Another workload and container; a workload with another name, and of another kind.
    (deployment("a", container: "x", image: "one"), deployment("b", container: "y", image: "two")),
    (deployment("old", image: "shop"), deployment("new", image: "shop")),
    (deployment("web", image: "x"), deployment("web", image: "x").replacing("Deployment", with: "StatefulSet")),
    (job("0 1 * * *"), job("0 2 * * *")),
    // Containers.
    (
      deployment("web", image: "shop:1", replicas: 2),
      deployment(
        "web", image: "shop:2", replicas: 3,
        more: """
          ports: [{containerPort: 80}], resources: {requests: {cpu: 1}, limits: {cpu: 2}}, \
          livenessProbe: {tcpSocket: {port: 80}}, env: [{name: A, value: b}], command: [run], \
          volumeMounts: [{name: v, mountPath: /v}], securityContext: {runAsUser: 1}, stdin: true
          """)
    ),
    (
      pod("containers: [{name: a, image: a}, {name: b, image: b}]"),
      deployment("a", container: "a", image: "a") + deployment("b", container: "b", image: "b")
    ),
    (deployment("web", container: "app", image: "shop"), deployment("web", container: "main", image: "shop")),
    (
      pod("containers: [{name: a, image: a}, {name: b, image: b}]"),
      pod("initContainers: [{name: b, image: b}], containers: [{name: a, image: a}]")
    ),
    (
      pod("containers: [{name: a, image: a}], volumes: [{name: v, emptyDir: {}}]"),
      pod("containers: [{name: a, image: a}], volumes: [{name: v, emptyDir: {medium: Memory}}], nodeName: n")
    ),
    // Services and calls.
    (
      deployment("a", image: "x") + deployment("b", image: "y") + service("s", app: "a") + service("old", app: "a"),
      deployment("a", image: "x") + deployment("b", image: "y")
        + service("s", type: "NodePort", port: 81, app: "b") + service("new", app: "a")
    ),
    (
      caller("db:80", "old.example.com") + deployment("db", image: "y") + service("db", app: "db"),
      caller("db:81", "new.example.com") + deployment("db", image: "y") + service("db", app: "db")
    ),
    // Other objects.
    (budget("a", 1) + budget("b", 1), budget("a", 2) + budget("c", 1)),
    (
      object("ConfigMap", "a", "data: {x: '1'}") + object("ConfigMap", "b"),
      object("ConfigMap", "a", "data: {x: '2'}") + object("ConfigMap", "c")
    ),
  ]
}
