import PodmapManifests
import Testing

@Suite("Distinguishing manifests from other files")
struct ResourceReadingTests {
  @Test("Items of lists of any kind are read; items of a typed list may omit their kind")
  func lists() {
    let set = read(
      """
      apiVersion: v1
      kind: List
      items:
      - {apiVersion: v1, kind: Pod, metadata: {name: a}}
      - {apiVersion: apps/v1, kind: DeploymentList, items: [{metadata: {name: b}}]}
      ---
      apiVersion: example.org/v1
      kind: AllowList
      metadata: {name: c}
      ---
      apiVersion: v1
      kind: PodList
      items:
      """)
    #expect(set.resources.map(\.kind.rawValue) == ["Pod", "Deployment", "AllowList.example.org"])
    #expect(set.messages.isEmpty)
  }

  @Test("A kind outside the built-in groups includes its group")
  func kinds() {
    #expect(ResourceKind(apiVersion: "networking.k8s.io/v1", kind: "Ingress").rawValue == "Ingress")
    #expect(
      ResourceKind(apiVersion: "gateway.networking.k8s.io/v1", kind: "Gateway").rawValue
        == "Gateway.gateway.networking.k8s.io")
    #expect(ResourceKind(rawValue: "Gateway.networking.istio.io").name == "Gateway")
  }

  static let noManifests: [(String, Diagnostic.Topic)] = [
    ("replicaCount: 2\nimage: {tag: x}\n", .notAManifest),
    ("- a\n- b\n", .notAManifest),
    ("just text\n", .notAManifest),
    ("services:\n  web: {image: nginx}\n", .notAManifest),
    ("apiVersion: v2\nname: chart\n", .notAManifest),
    ("kind: pipeline\nsteps: []\n", .notAManifest),
    ("apiVersion: skaffold/v4beta1\nkind: Config\n", .notAManifest),
    ("apiVersion: install.example.org/v1\nkind: Operator\nspec: {}\n", .notAManifest),
    ("a: b: c\n", .notAManifest),
    ("apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n", .template),
    ("{{- if .Values.x }}\napiVersion: v1\nkind: Pod\n{{- end }}\n", .template),
    ("apiVersion: v1\nkind: Pod\nmetadata:\n  name: \"{{ .Values.name }}\"\n", .template),
    ("{% if x %}\napiVersion: v1\n{% endif %}\n", .template),
    ("apiVersion: v1\nkind: Pod\nmetadata: {name: \"{{ name }}\"}\n", .template),
  ]

  @Test(
    "Only a template of Helm's is to be rendered by it",
    arguments: [
      ("name: '{{ .Values.name }}'", true), ("name: '{{ include \"app.name\" . }}'", true),
      ("name: {{- .name }}", true), ("name: '{{ .Release.Name }}-web'", true), ("name: '{{ name }}'", false),
      ("name: {{NAME}}", false), ("name: a\n{% if x %}\n  labels: {{- x }}\n{% endif %}", false),
      ("name: '{{ .Env.NAME }}'", false),
    ])
  func templateAdvice(_ metadata: String, _ isHelm: Bool) {
    let messages = read("apiVersion: v1\nkind: Pod\nmetadata:\n  \(metadata)\n", isNamed: true).messages
    #expect(messages.map { $0.contains("helm template") } == [isHelm], "\(messages)")
    #expect(messages.map { $0.contains("fill in its variables") } == [!isHelm])
  }

  @Test(
    "A file that isn't a manifest is a note if a scan finds it, an error if it is named", arguments: noManifests)
  func notManifests(_ text: String, _ topic: Diagnostic.Topic) {
    let scanned = read(text)
    #expect(scanned.resources.isEmpty)
    #expect(scanned.diagnostics.map(\.severity) == [.note], "\(scanned.messages)")
    #expect(scanned.diagnostics.map(\.topic) == [topic])
    let named = read(text, isNamed: true)
    #expect(named.resources.isEmpty)
    #expect(named.diagnostics.map(\.severity) == [.error], "\(named.messages)")
  }

  @Test(
    "A broken manifest is an error, found or named",
    arguments: [
      ("apiVersion: v1\nkind: Pod\n", "the Pod has no name"),
      ("apiVersion: v1\nkind: Pod\nmetadata: {name: }\n", "the Pod has no name"),
      ("apiVersion: v1\nkind: Pod\nmetadata: [a]\n", "metadata must be a mapping"),
      ("apiVersion: v1\nkind: [Pod]\nmetadata: {name: a}\n", "kind must be text"),
      ("apiVersion: v1\nkind: List\nitems: [text]\n", "an item of the list must be a mapping"),
      ("apiVersion: v1\nkind: List\nitems: [{metadata: {name: a}}]\n", "an item of the list has no kind"),
      ("apiVersion: v1\nkind: Pod\nmetadata:\n name: a\n  b: c\n", "the document can't be read"),
    ])
  func brokenManifests(_ text: String, _ message: String) {
    for isNamed in [false, true] {
      let set = read(text, isNamed: isNamed)
      #expect(set.diagnostics.map(\.severity) == [.error], "\(set.messages)")
      #expect(set.diagnostics.first?.message.hasPrefix(message) == true, "\(set.messages)")
      #expect(set.diagnostics.first?.message.contains(";") == true, "says what to do: \(set.messages)")
    }
  }

  @Test("Template actions in the text of a ConfigMap do not make it a template")
  func templateText() {
    let set = read(configMap("  rule: |\n    {{ $labels.instance }} is down\n  other: '{{ x }}'"))
    #expect(set.resources.count == 1)
    #expect(set.messages.isEmpty)
  }

  @Test("A message never passes control characters of the input to the terminal")
  func controlCharacters() {
    let set = read("apiVersion: v1\nkind: \"\\e[31mred\\u202e\"\nmetadata: {}\n", isNamed: true)
    #expect(set.messages.first?.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E } == false)
  }

  @Test("Resources are in the order of files and documents, however many cores read them")
  func order() {
    let files = (0..<20).map { file in
      let documents = (0..<400).map { "apiVersion: v1\nkind: Pod\nmetadata: {name: p\(file)-\($0)}\n" }
      return SourceFile(name: "\(file).yaml", text: documents.joined(separator: "---\n"))
    }
    let names = ManifestSet(reading: files).resources.map(\.name)
    #expect(names == (0..<20).flatMap { file in (0..<400).map { "p\(file)-\($0)" } })
  }
}
