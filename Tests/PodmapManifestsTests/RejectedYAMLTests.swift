import PodmapManifests
import Testing

/// What `kubectl annotate --local -f FILE` 1.32 accepts and rejects, with the same documents.
@Suite("YAML that kubectl rejects")
struct RejectedYAMLTests {
  private func documents(_ lines: String) -> YAMLDocuments {
    YAMLDocuments(Array("kind: ConfigMap\nmetadata: {name: x}\n\(lines)\n".utf8), name: "x.yaml")
  }

  @Test(
    "It is an error, with its place",
    arguments: [
      ("<<: 5", "3:5 only mappings can be merged"), ("<<: null", "3:5 only mappings"), ("<<:", "only mappings"),
      ("<<: hello", "3:5 only mappings"), ("<<: [5]", "3:5 only mappings"), ("data: {<<: [[{a: b}]]}", "3:12 only"),
      ("data: {a: &s x, <<: *s}", "3:21 only mappings"), ("d: &l [{a: b}]\n<<: *l", "4:5 only mappings"),
      ("data: {!!merge <<: 5}", "only mappings can be merged"),
      ("data: {a: !!int abc}", "3:11 a value with the tag !!int that isn't a whole number"),
      ("data: {a: !!int 1.5}", "3:11 a value with the tag !!int"), ("data: {a: !!int ''}", "tag !!int"),
      ("data: {!!int x: b}", "3:8 a value with the tag !!int"), ("data: {a: !!float x}", "!!float that isn't a number"),
      ("data: {a: !!float .nan}", "!!float"), ("data: {a: !!float +inf}", "!!float"),
      ("data: {a: !!bool x}", "!!bool that isn't true or false"), ("data: {a: !!bool 1}", "!!bool"),
      ("data: {a: !!null x}", "!!null that isn't null"), ("data: {a: !!timestamp x}", "!!timestamp that isn't a date"),
      ("data: {a: !!binary '*'}", "!!binary that isn't Base64"), ("data: {a: !!binary 'aGk'}", "!!binary"),
      ("data: {a: .nan}", "3:11 Kubernetes has no infinite numbers"), ("a: [.inf]", "infinite"),
      ("a: +.inf", "infinite"),
      ("a: -.Inf", "infinite"), ("data: {null: z}", "3:8 a key must be text, not null"), ("data: {~: z}", "not null"),
      ("data: {? {x: y} : z}", "a key must be text"), ("data: {[a]: z}", "a key must be text"),
      ("data: {a: !e!b c}", "undefined tag handle"),
    ])
  func rejected(_ lines: String, _ message: String) throws {
    let read = documents(lines)
    let diagnostic = try #require(read.diagnostics.first, "\(read.roots.count) documents")
    let text = "\(diagnostic.place?.line ?? 0):\(diagnostic.place?.column ?? 0) \(diagnostic.message)"
    #expect(text.contains(message), "\(text)")
    #expect(diagnostic.severity == .error && read.roots.isEmpty)
  }

  @Test(
    "Everything that kubectl accepts is read",
    arguments: [
      "<<: {a: b}", "<<: [{a: b}]", "<<: []", "\"<<\": 5", "!!str <<: 5", "d: &a {a: b}\n<<: *a",
      "d: &a {a: b}\n<<: [*a, {c: d}]", "data: {!!merge <<: {a: b}}", "data: {a: !<tag:x> b}", "data: {a: !foo b}",
      "data: {a: !!foo 5}", "data: {a: ! 5}", "data: {a: !!str 5}", "data: {a: !!int 5}", "data: {a: !!int '5'}",
      "data: {a: !!int 1_000}", "data: {a: !!int 0x1F}", "data: {a: !!int 0o17}", "data: {a: !!int -5}",
      "data: {!!int 5: b}", "data: {a: !!float 1}", "data: {a: !!float 1e3}", "data: {a: !!bool yes}",
      "data: {a: !!bool 'true'}", "data: {a: !!null ''}", "data: {a: !!null ~}", "data: {a: !!binary aGk=}",
      "data: {a: !!binary ''}", "data: {a: !!timestamp 2020-01-01}", "data: {a: !!timestamp '2020-1-1 0:0:0'}",
      "data: {a: !!timestamp 2020-01-01T00:00:00Z}", "data: !!map {a: b}", "data: !!seq {a: b}", "data: !foo {a: b}",
      "data: !!int {a: b}", "data: {a: !!set {b}}", "data: {.inf: x}", "data: {'null': x}", "data: {a: '.inf'}",
      "data: {a: null}", "data: {a: .info}", "data: {name: null, ~a: b}",
    ])
  func accepted(_ lines: String) {
    let read = documents(lines)
    #expect(read.diagnostics == [] && read.roots.count == 1)
  }
}
