import Foundation
import PodmapTestSupport
import PodmapTopology
import Testing

@testable import PodmapDiagrams

/// The cards and lines of pictures as JSON.
@Suite struct CondensedJSONTests {
  @Test("Every card stands for nodes of the same output, and lines end at cards", arguments: FlowView.all)
  func references(_ view: FlowView) throws {
    for set in try ManifestFolders.sets(in: packageFolder().appendingPathComponent("samples")) {
      let json = try written(view, set.topology)
      let nodes = Set(try objects(json, "nodes").compactMap { $0["id"] as? String })
      let cards = try objects(json, "cards")
      let ids = cards.compactMap { $0["id"] as? String }
      #expect(Set(ids).count == cards.count)
      let places = cards + cards.flatMap { card in ["tabs", "rows", "foot"].flatMap { rows(card, $0) } }
      let represented = places.flatMap { $0["represents"] as? [String] ?? [] }
      #expect(Set(represented).count == represented.count && nodes.isSuperset(of: represented), "\(set.name)")
      for line in try objects(json, "lines") {
        #expect(ids.contains { $0 == line["from"] as? String } && ids.contains { $0 == line["to"] as? String })
      }
    }
  }

  @Test("The schema knows every key, and nothing that it requires is left out")
  func schema() throws {
    let file = packageFolder().appendingPathComponent("docs/inspect.schema.json")
    let schema = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let definitions = try #require(schema["definitions"] as? [String: [String: Any]])
    func check(_ object: [String: Any], _ definition: String) {
      let properties = definitions[definition]?["properties"] as? [String: Any] ?? [:]
      let required = definitions[definition]?["required"] as? [String] ?? []
      for key in object.keys { #expect(properties[key] != nil, "\(definition) has no key \(key)") }
      for key in required { #expect(object[key] != nil, "a \(definition) without \(key)") }
      for (key, value) in object {
        guard let values = (properties[key] as? [String: Any])?["enum"] as? [String] else { continue }
        #expect(values.contains { $0 == value as? String }, "\(definition).\(key): \(value)")
      }
    }
    for seed in UInt64(1)...60 {
      var random = RandomDiagram(seed: seed)
      let diagram = random.made()
      let condensed = CondensedJSON(
        Condenser.condensed(diagram, detail: .all),
        nodes: Dictionary(diagram.cards.map { ($0.id, $0.id.text) }, uniquingKeysWith: { first, _ in first }),
        edges: Dictionary(uniqueKeysWithValues: diagram.links.indices.map { ($0, $0) }))
      var text = ""
      TopologyJSONWriter().write(topology(""), diagnostics: [], condensed: condensed, to: &text)
      let json = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      for card in try objects(json, "cards") {
        check(card, "card")
        for row in ["tabs", "rows", "foot"].flatMap({ rows(card, $0) }) {
          check(row, "row")
          for item in rows(row, "items") { check(item, "item") }
        }
        for item in rows(card, "members") { check(item, "item") }
      }
      for line in try objects(json, "lines") { check(line, "line") }
    }
  }

  @Test("Without a picture there are no cards")
  func inspect() throws {
    var text = ""
    TopologyJSONWriter().write(topology(""), diagnostics: [], to: &text)
    #expect(!text.contains("cards") && !text.contains("lines"))
  }

  private func written(_ view: FlowView, _ topology: Topology) throws -> [String: Any] {
    let drawing = view.drawing(of: topology)
    let condensed = CondensedJSON(Condenser.condensed(drawing.diagram, detail: .all), nodes: drawing.nodeIDs)
    var text = ""
    TopologyJSONWriter().write(view.part(of: topology), diagnostics: [], condensed: condensed, to: &text)
    return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func objects(_ json: [String: Any], _ key: String) throws -> [[String: Any]] {
    try #require(json[key] as? [[String: Any]])
  }

  private func rows(_ object: [String: Any], _ key: String) -> [[String: Any]] {
    object[key] as? [[String: Any]] ?? []
  }
}
