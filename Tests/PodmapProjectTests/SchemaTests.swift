import Foundation
import PodmapManifests
import PodmapTestSupport
import PodmapTopology
import Testing

@Suite("The JSON Schema of podmap.yaml")
struct SchemaTests {
  private struct Schema: Decodable {
    var definitions: [String: Definition]
  }

  private struct Definition: Decodable {
    var properties: [String: Property]?
  }

  private struct Property: Decodable {
    var values: [String]?
    var minimum: Double?
    var maximum: Double?
    var pattern: String?

    private enum CodingKeys: String, CodingKey {
      case values = "enum"
      case minimum, maximum, pattern
    }
  }

  private let definitions: [String: Definition]

  init() throws {
    let file = packageFolder().appendingPathComponent("docs/podmap-yaml.schema.json")
    definitions = try JSONDecoder().decode(Schema.self, from: Data(contentsOf: file)).definitions
  }

  @Test("A reference has the edges and the namespaces that Podmap accepts")
  func references() {
    let reference = definitions["reference"]?.properties
    #expect(reference?["edge"]?.values == WrittenRules.edges.map(\.rawValue))
    #expect(reference?["namespace"]?.values == WrittenReference.Home.allCases.map(\.rawValue))
  }

  @Test("Every direction has the names of hand-written diagrams")
  func directions() {
    let found = properties("direction")
    #expect(found.keys.sorted() == ["comparison", "diagram"])
    for (definition, property) in found {
      #expect(property.values == DiagramDocument.Direction.allCases.map(\.rawValue), "\(definition)")
    }
  }

  @Test(
    "Numbers have the range that the option with the same meaning accepts",
    arguments: [
      ("depth", Limit.focusDepth, ["comparison", "diagram", "document"]), ("scale", .scale, ["pictures"]),
      ("timeLimit", .timeLimit, ["pictures"]),
    ])
  func ranges(_ name: String, _ limit: Limit, _ owners: [String]) throws {
    let accepted = try #require(limit.flag?.accepted)
    let found = properties(name)
    #expect(found.keys.sorted() == owners)
    for (definition, property) in found {
      #expect(property.minimum == accepted.lowerBound && property.maximum == accepted.upperBound, "\(definition)")
    }
  }

  @Test("Names of pictures may be as long as the limit")
  func names() {
    let found = properties("name").filter { $0.key != "provision" }
    #expect(found.keys.sorted() == ["comparison", "diagram"])
    for (definition, property) in found {
      #expect(property.pattern == "^[A-Za-z0-9_-]{1,\(Limit.diagramName.value)}$", "\(definition)")
    }
  }

  /// The properties with a name, by the definitions that have one.
  private func properties(_ name: String) -> [String: Property] {
    definitions.compactMapValues { $0.properties?[name] }
  }
}
