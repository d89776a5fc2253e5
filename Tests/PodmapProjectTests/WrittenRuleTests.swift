import PodmapManifests
import PodmapProject
import PodmapTopology
import Testing

@Suite("Rows that a user adds in podmap.yaml")
struct WrittenRuleTests {
  private func rules(_ text: String) -> (rules: [ReferenceRule], messages: [String]) {
    let project = ProjectFile(Array(text.utf8), name: "podmap.yaml")
    let written = WrittenRules(project.graph.references)
    let messages = (project.diagnostics + written.diagnostics).map { diagnostic in
      let place = diagnostic.place.map { "\($0.line):\($0.column)" } ?? ""
      return "\(place) \(diagnostic.message)"
    }
    return (written.rules, messages)
  }

  private let manifests = """
    apiVersion: example.com/v1
    kind: Bakery
    metadata: {name: corner, namespace: town}
    spec:
      ovens: [{recipe: {name: bread}}, {recipe: {name: cake}}]
      till: {name: money, namespace: bank}
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: bread, namespace: town}
    """

  private func edges(_ rows: String) -> [String] {
    let resources = ManifestSet(reading: [SourceFile(name: "a.yaml", text: manifests)]).resources
    let topology = Topology(resources, rules: rules(rows).rules)
    return topology.edges.map {
      "\(topology.nodes[$0.from].id.text) \($0.kind) \(topology.nodes[$0.to].id.text)"
        + (topology.nodes[$0.to].presence == .missing ? " (missing)" : "")
    }
  }

  @Test("A row gives an edge to each object that its field names")
  func references() {
    let edges = edges(
      """
      references:
        - {from: Bakery.example.com, path: "spec.ovens[].recipe.name", to: ConfigMap, edge: reads}
        - {from: Bakery.example.com, path: spec.till.name, to: Service, namespace: beside}
      """)
    #expect(
      edges == [
        "town/Bakery.example.com/corner uses bank/Service/money (missing)",
        "town/Bakery.example.com/corner reads town/ConfigMap/bread",
        "town/Bakery.example.com/corner reads town/ConfigMap/cake (missing)",
      ])
  }

  @Test(
    "A wrong row is an error that names its place, and the other rows count",
    arguments: [
      (
        "{from: A, path: a.b, to: Service, edge: read}",
        "2:45 a reference can't make the edge 'read'; did you mean 'reads'?"
      ),
      ("{from: A, path: a..b, to: Service}", "2:21 'a..b' isn't a path; write fields joined by dots"),
      ("{from: A, path: 'a[0].b', to: Service}", "2:21 'a[0].b' isn't a path"),
      ("{from: a-b, path: a.b, to: Service}", "2:12 'a-b' isn't a kind"),
      ("{from: A, path: a.b, to: service}", "2:30 'service' isn't a kind"),
      ("{from: A, to: Service}", "2:5 a reference has no 'path'"),
      ("{from: A, path: a.b, too: Service}", "2:26 unknown key 'too' in the reference; did you mean 'to'?"),
      ("{from: A, path: a.b, to: Service, namespace: other}", "2:50 the namespace of the reference can't be 'other'"),
      ("just text", "2:5 the reference must be a mapping"),
    ])
  func wrong(_ row: String, _ message: String) {
    let found = rules("references:\n  - \(row)\n  - {from: B, path: c.d, to: Secret}\n")
    #expect(found.messages.count == 1)
    #expect(found.messages.first?.hasPrefix(message) == true, "\(found.messages)")
    #expect(found.rules.last?.path == "c.d")
  }

  @Test(
    "A file that is not a podmap.yaml is an error",
    arguments: [
      ("refs: []", "1:1 unknown key 'refs' in podmap.yaml; known keys: references"),
      ("- a", "1:1 podmap.yaml must be a mapping"),
      ("references: {}", "1:13 references must be a list"), ("references: []", "1:13 references is empty"),
      ("references: [", "2:1 "),
      ("references: [{from: A, path: b}]\n---\na: b", "3:1 podmap.yaml contains more than one"),
    ])
  func noProject(_ text: String, _ message: String) {
    let messages = rules(text).messages
    #expect(messages.count == 1 && messages[0].hasPrefix(message), "\(messages)")
  }

  @Test("An empty file is valid and changes nothing")
  func empty() {
    #expect(rules("").messages.isEmpty && rules("# nothing yet\n").rules.isEmpty)
  }
}
