import PodmapManifests
import PodmapTopology
import Testing

@Suite("Objects without a namespace, if several are named")
struct AssumedNamespaceTests {
  private static func map(_ name: String, _ namespace: String?) -> String {
    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \(name)\(namespace.map { ", namespace: \($0)" } ?? "")}"
  }

  private static func web(_ namespace: String? = nil) -> String {
    deployment(
      "web", labels: "app: web", namespace: namespace,
      spec: "containers: [{name: c, image: i, envFrom: [{configMapRef: {name: flags}}]}]")
  }

  private func graph(_ texts: String...) -> Graph { Graph(texts.joined(separator: "\n---\n")) }

  @Test("They may be applied to the namespace of what they name, so that nothing is missing")
  func reference() {
    let graph = graph(Self.web(), Self.map("flags", "a"), Self.map("x", "b"))
    #expect(graph.edges(.reads) == ["default/Deployment/web/c -reads-> a/ConfigMap/flags"])
    #expect(graph.diagnostics.map(\.topic) == [.namespace])
    #expect(graph.diagnostics.first?.message.hasSuffix("to say where they are, use --default-namespace") == true)
  }

  @Test("They may be what others name")
  func target() {
    let graph = graph(Self.web("a"), Self.map("flags", nil), Self.map("x", "b"))
    #expect(graph.edges(.reads) == ["a/Deployment/web/c -reads-> default/ConfigMap/flags"])
    #expect(graph.diagnostics.map(\.topic) == [.namespace])
  }

  @Test("If several are meant, none is chosen, and nothing is missing")
  func several() {
    let graph = graph(Self.web(), Self.map("flags", "a"), Self.map("flags", "b"))
    #expect(graph.diagnostics.map(\.topic) == [.namespace])
    #expect(graph.node("default/ConfigMap/flags")?.presence == .notInInput)
  }

  @Test("What no namespace has is missing, and so is what a namespace that is named lacks")
  func missing() {
    #expect(graph(Self.web(), Self.map("x", "a"), Self.map("y", "b")).diagnostics.map(\.topic) == [.missingObject])
    #expect(
      graph(Self.web("a"), Self.map("flags", "b"), Self.map("z", nil)).diagnostics.map(\.topic) == [.missingObject])
  }

  @Test("A Service without a namespace may be applied to that of its pods")
  func service() {
    let text = PodmapTopologyTests.service("s", spec: "selector: {app: web}")
    let graph = graph(text, Self.web("a"), Self.map("flags", "a"), Self.map("x", "b"))
    #expect(graph.diagnostics == [])
  }
}
