import PodmapManifests
import PodmapProject
import PodmapTopology
import Testing

@Suite("The graph in podmap.yaml")
struct ProjectGraphTests {
  private func project(_ text: String) -> ProjectFile { ProjectFile(Array(text.utf8), name: "podmap.yaml") }

  @Test("Accepted findings, provided and ignored objects, and calls have everything that is written")
  func whole() throws {
    let project = project(
      """
      accept:
        - {code: missing-object, object: ConfigMap/flags, reason: an operator makes it}
      provided: [istio-ca-root-cert, "ConfigMap/kube-*"]
      ignore: [Job/migrate-*]
      calls:
        - {from: Deployment/web, to: Service/cart, port: 8080, reason: built at run time}
        - {from: web, to: legacy, remove: true, reason: only in a comment}
      """)
    #expect(project.diagnostics.isEmpty, "\(project.diagnostics)")
    let graph = project.graph
    let accepted = try #require(graph.accepted.first)
    #expect(accepted.topic == .missingObject && accepted.object.text == "ConfigMap/flags")
    #expect(accepted.reason == "an operator makes it" && accepted.place.line == 2)
    #expect(graph.provided.map(\.pattern.text) == ["istio-ca-root-cert", "ConfigMap/kube-*"])
    #expect(graph.ignored.map(\.pattern.text) == ["Job/migrate-*"])
    #expect(graph.calls.map(\.port) == [8080, nil] && graph.calls.map(\.isRemoved) == [false, true])
    #expect(graph.calls[0].evidence.value == "built at run time" && graph.calls[0].evidence.line == 6)
    #expect(graph.calls[1].evidence.path == "calls[1].reason")
  }

  @Test(
    "What is wrong is an error at the field",
    arguments: [
      ("accept: [{code: missing-objekt, object: a, reason: r}]", "1:17", "did you mean 'missing-object'?"),
      ("accept: [{code: missing-object, object: a}]", "1:10", "has no 'reason'"),
      ("accept: [{code: missing-object, object: a, reason: r, why: x}]", "1:55", "why"),
      ("provides: [{by: Cache.example.com, kind: Service}]", "1:12", "has no 'name'"),
      ("provides: [{by: cache, kind: Service, name: a}]", "1:17", "isn't a kind"),
      ("provides: [{by: Cache.x.io, kind: Service, name: '{name'}]", "1:50", "a brace without its counterpart"),
      ("provided: ['*']", "1:12", "would match every object"), ("ignore: {}", "1:9", "list"),
      ("calls: [{from: a, to: b}]", "1:9", "has no 'reason'"),
      ("calls: [{from: a, to: b, port: 70000, reason: r}]", "1:32", "between 1 and 65535"),
      ("calls: [{from: a, to: b, remove: perhaps, reason: r}]", "1:34", "true"),
    ])
  func errors(_ text: String, _ place: String, _ words: String) {
    let messages = project(text).diagnostics.map(\.description)
    #expect(messages.first?.hasPrefix("podmap.yaml:\(place): error: ") == true, "\(messages)")
    #expect(messages.first?.contains(words) == true, "\(messages)")
  }
}
