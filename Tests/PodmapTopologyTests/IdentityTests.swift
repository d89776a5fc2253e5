import PodmapManifests
import PodmapTopology
import Testing

@Suite("Identity of objects")
struct IdentityTests {
  @Test("Ids come from the object alone if the input names several namespaces")
  func ids() {
    let graph = Graph(
      """
      {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}
      ---
      {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop}}
      ---
      {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: fast, namespace: ignored}}
      ---
      {apiVersion: example.org/v1, kind: Widget, metadata: {name: w}}
      ---
      {apiVersion: example.org/v1, kind: Widget, metadata: {name: w, namespace: stock}}
      """)
    #expect(
      graph.ids == [
        "StorageClass/fast", "Widget.example.org/w", "default/ConfigMap/a", "shop/ConfigMap/a",
        "stock/Widget.example.org/w",
      ])
  }

  @Test("Generated names are numbered from the second on and never joined")
  func generatedNames() {
    let job =
      "{apiVersion: batch/v1, kind: Job, metadata: {generateName: run-}, spec: {template: {spec: {containers: [{name: c}]}}}}"
    #expect(
      Graph("\(job)\n---\n\(job)\n---\n\(job)\n").ids.filter { !$0.hasSuffix("/c") } == [
        "default/Job/run-*", "default/Job/run-*2", "default/Job/run-*3",
      ])
  }

  @Test("The same object twice is one node with both places: a note when equal, a warning when not")
  func duplicates() {
    let map = { (data: String) in "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n\(data)" }
    let same = Graph(map("data: {a: '1', b: '2'}\n"), "# other\n" + map("data: {b: \"2\", a: \"1\"}\n"))
    #expect(same.node("default/ConfigMap/c")?.places.map(\.description) == ["0.yaml:1:1", "1.yaml:2:1"])
    #expect(same.diagnostics.map(\.severity) == [.note])
    let different = Graph(map("data: {a: '1'}\n"), map("data: {a: '2'}\n"))
    #expect(different.diagnostics.map(\.severity) == [.warning])
    #expect(different.diagnostics.first?.message.contains("0.yaml:1:1") == true)
    #expect(different.topology.nodes.count == 1)
  }

  @Test("A namespace that one of two equal definitions omits makes no difference")
  func namespaceLeftOut() {
    let map = { (namespace: String) in
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c\(namespace)}\ndata: {a: b}\n"
    }
    #expect(Graph(map(""), map(", namespace: default")).diagnostics.map(\.severity) == [.note])
  }

  @Test("A slash in a name never makes two ids the same")
  func slashes() {
    let pod = { (name: String, container: String) in
      "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name)}\nspec: {containers: [{name: \(container)}]}\n---\n"
    }
    let graph = Graph(pod("a", "b") + pod("a/b", "c") + pod("a%2Fb", "d"))
    #expect(graph.topology.nodes.filter { $0.kind == .container }.map(\.name).sorted() == ["b", "c", "d"])
    #expect(Set(graph.ids).count == 6)
  }

  @Test("The topology does not depend on the order of documents and files")
  func order() {
    let documents = [
      deployment("a", labels: "app: a", spec: "containers: [{name: c, envFrom: [{configMapRef: {name: m}}]}]"),
      service("s", spec: "selector: {app: a}\nports: [{port: 80}]"),
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n",
      deployment("b", labels: "app: a", spec: "containers: [{name: c}]"),
    ]
    let forward = Graph(documents.joined(separator: "---\n"))
    let backward = Graph(documents.reversed().joined(separator: "---\n"))
    #expect(forward.ids == backward.ids)
    #expect(forward.edges() == backward.edges())
    #expect(forward.edges().count == 5)
  }

  @Test("Adding an object renames no other")
  func adding() {
    let base = deployment("a", spec: "containers: [{name: c}]")
    let before = Graph(base)
    let after = Graph(base + "---\n" + deployment("0", spec: "containers: [{name: c}]"))
    #expect(Set(before.ids).isSubset(of: Set(after.ids)))
  }
}
