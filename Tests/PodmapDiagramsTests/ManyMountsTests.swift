import PodmapManifests
import PodmapTopology
import Testing

@testable import PodmapDiagrams

@Suite("Many mounts")
struct ManyMountsTests {
  private static func text(_ names: [String], kind: String, containers: [String], path: String) -> String {
    let mounts = names.map { "{name: \($0), mountPath: \(path)\($0)}" }.joined(separator: ", ")
    let source = kind == "Secret" ? "secret: {secretName: NAME}" : "configMap: {name: NAME}"
    let volumes = names.map { "{name: \($0), \(source.replacing("NAME", with: $0))}" }.joined(separator: ", ")
    let objects = names.map { "---\napiVersion: v1\nkind: \(kind)\nmetadata: {name: \($0)}\n" }.joined()
    return """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers: [\(containers.map { "{name: \($0), image: \"i:1\", volumeMounts: [\(mounts)]}" }.joined(separator: ", "))]
        volumes: [\(volumes)]

      """ + objects
  }

  private func rows(_ text: String, _ view: FlowView) -> [CondensedDiagram.Row] {
    let diagram = Condenser.condensed(view.drawing(of: topology(text), ViewOptions()).diagram, detail: .medium)
    return diagram.cards.filter { $0.name == "web" }.flatMap(\.rows)
  }

  private static let dashboards = (1...20).map { "grafana-dashboard-d\($0)" }

  @Test("ConfigMaps with similar names are one row, with the folder in which they are mounted")
  func folder() {
    let text = Self.text(Self.dashboards, kind: "ConfigMap", containers: ["web"], path: "/definitions/0/")
    let found = rows(text, .workloads).flatMap(\.items).filter { $0.text.contains("grafana-dashboard-") }
    #expect(found.map(\.text) == ["×20 grafana-dashboard-d*"] || found.map(\.text) == ["×20 grafana-dashboard-*"])
    #expect(found.first?.quiet == "under /definitions/0/")
  }

  @Test("Secrets that the same two containers mount are one row")
  func shared() {
    let words = "ant bee cat dog eel fox gnu hen ibis jay kiwi lark mole newt owl pig quail ram seal toad".split(
      separator: " ")
    let text = Self.text(words.map(String.init), kind: "Secret", containers: ["one", "two"], path: "/secrets/")
    let shared = rows(text, .workloads).filter { $0.tag == "shared" }
    #expect(shared.count == 1)
    #expect(shared.first.map { $0.items.count + $0.more } == 20)
  }

  @Test(
    "The common folder of paths ends with a slash",
    arguments: [
      (["/a/b/c", "/a/b/d"], "/a/b/"), (["/a/bc", "/a/bd"], "/a/"), (["/a", "/b"], nil), (["/a/b", "x"], nil),
      ([], nil),
    ] as [([String], String?)])
  func common(_ paths: [String], _ folder: String?) {
    #expect(NameGroups.commonFolder(paths) == folder)
  }
}
