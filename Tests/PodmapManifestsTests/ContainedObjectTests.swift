import PodmapManifests
import Testing

@Suite("Objects in objects")
struct ContainedObjectTests {
  private func read(_ text: String) -> ManifestSet { ManifestSet(reading: [SourceFile(name: "a.yaml", text: text)]) }

  @Test(
    "A Template is replaced by its objects, with the values of its parameters",
    arguments: ["v1", "template.openshift.io/v1"])
  func template(_ version: String) {
    let set = read(
      """
      apiVersion: \(version)
      kind: Template
      metadata: {name: t}
      parameters:
      - {name: NAME, value: shop}
      - {name: COUNT, value: "3"}
      - {name: KEY, generate: expression}
      objects:
      - apiVersion: apps/v1
        kind: Deployment
        metadata: {name: "${NAME}-web"}
        spec: {replicas: "${{COUNT}}", note: "${KEY} ${OTHER"}
      - {apiVersion: v1, kind: Service, metadata: {name: "${NAME}"}}
      """)
    #expect(set.diagnostics.isEmpty)
    #expect(set.resources.map { "\($0.kind.rawValue)/\($0.name)" } == ["Deployment/shop-web", "Service/shop"])
    #expect(set.resources.first?.root.at("spec", "replicas")?.integer == 3)
    #expect(set.resources.first?.root.at("spec", "note")?.text == "${KEY} ${OTHER")
    #expect(set.resources.map(\.place.line) == [9, 13])
  }

  @Test("Other objects with objects in them remain")
  func work() {
    let set = read(
      """
      apiVersion: work.open-cluster-management.io/v1
      kind: ManifestWork
      metadata: {name: w}
      spec: {workload: {manifests: [{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}, text]}}
      ---
      apiVersion: kubernetes.crossplane.io/v1alpha2
      kind: Object
      metadata: {name: o}
      spec: {forProvider: {manifest: {apiVersion: v1, kind: Service, metadata: {name: s}}}}
      """)
    #expect(set.resources.map(\.name) == ["w", "c", "o", "s"])
    #expect(set.diagnostics.map(\.message) == ["an item of the list must be a mapping; check the indentation"])
  }

  @Test("A byte order mark begins a document wherever it begins a line")
  func byteOrderMarks() {
    let one = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n"
    let two = "\u{FEFF}apiVersion: v1\nkind: Service\nmetadata: {name: b}\n"
    for text in [one + "---\n" + two, one + "\u{FEFF}---\n" + two.dropFirst(), one + two, "\u{FEFF}" + one + two] {
      let set = read(text)
      #expect(set.resources.map(\.name) == ["a", "b"])
      #expect(set.diagnostics.isEmpty, "\(set.diagnostics)")
    }
  }
}
