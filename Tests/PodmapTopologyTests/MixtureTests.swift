import PodmapManifests
import PodmapTopology
import Testing

@Suite("Alternatives in one input")
struct MixtureTests {
  private static func pods(_ image: String, _ names: [String]) -> String {
    names.map {
      "apiVersion: v1\nkind: Pod\nmetadata: {name: \($0)}\nspec: {containers: [{name: app, image: '\(image)'}]}\n"
    }.joined(separator: "---\n")
  }

  private static func warnings(_ files: [(name: String, text: String)]) -> [String] {
    let resources = ManifestSet(reading: files.map { SourceFile(name: $0.name, text: $0.text) }).resources
    return Topology(resources).diagnostics.map(\.message).filter { $0.contains("as if these were alternatives") }
  }

  @Test("One warning names the folders, or the files of one folder, that define many objects differently")
  func mixture() {
    let names = ["a", "b", "c", "d", "e"]
    for (files, expected) in [
      (["old/x.yaml", "new/y.yaml"], "new, old"), (["k/x.yaml", "k/y.yaml"], "k/x.yaml, k/y.yaml"),
    ] {
      let found = Self.warnings([(files[0], Self.pods("a:1", names)), (files[1], Self.pods("a:2", names))])
      #expect(found.count == 1)
      #expect(
        found[0].hasPrefix("5 objects are defined differently") && found[0].contains(": \(expected);"), "\(found)")
    }
  }

  @Test("A few objects, or equal ones, aren't alternatives")
  func few() {
    #expect(Self.warnings([("o/x.yaml", Self.pods("a:1", ["a"])), ("n/y.yaml", Self.pods("a:2", ["a"]))]).isEmpty)
    let names = ["a", "b", "c", "d", "e"]
    #expect(Self.warnings([("o/x.yaml", Self.pods("a:1", names)), ("n/y.yaml", Self.pods("a:1", names))]).isEmpty)
  }
}
