import PodmapManifests
import PodmapTopology
import Testing

@Suite("Fields of the wrong type")
struct ShapeTests {
  @Test(
    "They are errors at their place, and the rest is drawn",
    arguments: [
      (service("s", spec: "ports: {a: b}"), 6, "spec.ports of the Service must be a list"),
      (service("s", spec: "selector: [a]"), 6, "spec.selector of the Service must be a mapping"),
      (service("s", spec: "ports: [{port: 70000}]"), 6, "spec.ports[0].port of the Service must be a whole number"),
      (
        service("s", spec: "ports: [{port: 80, targetPort: 70000}]"), 6,
        "spec.ports[0].targetPort of the Service must be a port"
      ),
      (deployment("d", spec: "containers: [{name: c, env: text}]"), 10, "spec.template.spec.containers[0].env of the"),
      (deployment("d", spec: "containers: [{name: c}]\nvolumes: text"), 11, "spec.template.spec.volumes of the"),
      ("apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: text\n", 4, "spec of the Pod must be a mapping"),
      (
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i}\nspec: {rules: [{http: {paths: {}}}]}\n",
        4,
        "spec.rules[0].http.paths of the Ingress must be a list"
      ),
    ])
  func misfits(_ text: String, _ line: Int, _ message: String) {
    let graph = Graph(text)
    let errors = graph.diagnostics.filter { $0.severity == .error }
    #expect(errors.count == 1)
    #expect(errors.first?.place?.line == line)
    #expect(errors.first?.message.hasPrefix(message) == true, "\(errors)")
    #expect(!graph.topology.nodes.isEmpty)
  }

  @Test(
    "What Kubernetes accepts, and what another program fills in, is not an error",
    arguments: [
      "ports: [{port: 80, targetPort: 0}]", "ports: [{port: \"80\", targetPort: http}]", "ports:\nselector: null",
      "ports: [{port: \"${PORT}\"}]",
    ])
  func fitting(_ spec: String) {
    #expect(Graph(service("s", spec: spec)).diagnostics.isEmpty)
  }
}
