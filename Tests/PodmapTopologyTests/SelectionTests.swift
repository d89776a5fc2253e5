import PodmapManifests
import PodmapTopology
import Testing

@Suite("Selecting a part")
struct SelectionTests {
  static let graph = Graph(
    [
      deployment(
        "web", labels: "app: web", namespace: "shop",
        spec: "containers: [{name: c, envFrom: [{configMapRef: {name: m}}]}]"),
      service("web", namespace: "shop", spec: "selector: {app: web}\nports: [{port: 80}]"),
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: m, namespace: shop}}\n",
      deployment("other", namespace: "tools", spec: "containers: [{name: c}]\npriorityClassName: high"),
    ].joined(separator: "---\n"))

  private func chosen(_ change: (inout Selection) -> Void) -> [String] {
    var selection = Selection()
    change(&selection)
    return Self.graph.topology.selecting(selection).nodes.filter { $0.parent == nil }.map(\.id.text)
  }

  @Test("By namespace, with cluster-scoped objects that are referred to")
  func namespace() {
    #expect(chosen { $0.namespaces = ["tools"] } == ["PriorityClass/high", "tools/Deployment/other"])
  }

  @Test("By kind, in the spellings of kubectl", arguments: ["Deployment", "deployments", "deploy", "DEPLOY"])
  func kind(_ name: String) {
    #expect(chosen { $0.kinds = [NamePattern(name)] } == ["shop/Deployment/web", "tools/Deployment/other"])
  }

  @Test(
    "Without some, by kind, name, kind and name, or pattern",
    arguments: [
      ("Deployment", 3), ("web", 3), ("service/web", 4), ("svc/web", 4), ("shop/*", 2), ("*e*", 1), ("nothing", 5),
    ])
  func excluding(_ pattern: String, _ left: Int) {
    #expect(chosen { $0.excluded = [NamePattern(pattern)] }.count == left)
  }

  @Test(
    "A container is named by the end of its id, from its workload on",
    arguments: [
      ("web/c", "shop/Deployment/web/c"), ("deployment/web/C", "shop/Deployment/web/c"),
      ("shop/Deployment/web/c", "shop/Deployment/web/c"), ("eb/c", nil), ("web/*", nil), ("/c", nil), ("web/d", nil),
    ])
  func container(_ pattern: String, _ id: String?) {
    let topology = Self.graph.topology
    #expect(topology.positions(of: NamePattern(pattern)).map { topology.nodes[$0].id.text } == [id].compactMap(\.self))
  }

  @Test("Around a focus, up to the given number of edges away", arguments: [(0, 1), (1, 2), (2, 3), (5, 3)])
  func focus(_ depth: Int, _ count: Int) {
    #expect(
      chosen {
        $0.focus = [NamePattern("ConfigMap/m")]
        $0.depth = depth
      }.count == count)
  }

  @Test("Edges lead between selected nodes only, and containers stay with their owners")
  func edges() {
    var selection = Selection()
    selection.excluded = [NamePattern("ConfigMap")]
    let chosen = Self.graph.topology.selecting(selection)
    #expect(chosen.edges.allSatisfy { chosen.nodes.indices.contains($0.from) && chosen.nodes.indices.contains($0.to) })
    for node in chosen.nodes where node.kind == .container {
      #expect(node.parent.map { chosen.nodes[$0].id.inner(node.name) } == node.id)
    }
  }
}
