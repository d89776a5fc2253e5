import Foundation
import PodmapTestSupport
import Testing

@testable import PodmapDiagrams

/// What the real mermaid.js draws of condensed diagrams.
@Suite struct CondensedMermaidBrowserTests {
  @Test("Mermaid sees the cards, frames and lines of every sample and view, and nothing else")
  func structure() throws {
    var diagrams = SampleDiagrams.all.filter { $0.name != "empty" }
      .map { (name: $0.name, diagram: Condenser.condensed($0.diagram, detail: .all)) }
    for set in try ManifestFolders.sets(in: packageFolder().appendingPathComponent("samples")) {
      for view in FlowView.all {
        let diagram = view.drawing(of: set.topology).diagram
        if diagram.cards.isEmpty { continue }
        diagrams.append(("\(set.name), \(view.name)", Condenser.condensed(diagram, detail: .medium)))
      }
    }
    try expectStructure(diagrams)
  }

  @Test("Diagrams by chance are drawn as they are")
  func random() throws {
    try expectStructure(
      (UInt64(1)...16).map { seed in
        var random = RandomDiagram(seed: seed)
        return ("seed \(seed)", Condenser.condensed(random.made(), detail: .all))
      })
  }

  @Test("Hostile texts change no structure, in any view")
  func hostileViews() throws {
    try expectStructure(
      [FlowView.workloads, .network, .everything].flatMap { view in
        HostileManifests.diagrams(in: view).filter { !$0.cards.isEmpty }.map {
          (view.name, Condenser.condensed($0, detail: .all))
        }
      })
  }

  @Test("A reader sees every hostile text exactly as it is")
  func hostileTexts() throws {
    let diagrams = HostileDiagram.all.map { Condenser.condensed($0.diagram, detail: .all) }
    let results = try MermaidCheck().draw(diagrams.map { CondensedMermaidWriter().text(of: $0) })
    for (diagram, result) in zip(diagrams, results) {
      #expect(result.ok, "\(result.error ?? "")")
      let expected = CondensedArrangement(diagram).labels.map { label in
        asShown(label.lines.map { seen($0, limit: 80) }.joined(separator: "\n"))
      }
      expectSame(result.drawn?.nodes ?? [], expected, "cards")
    }
  }

  @Test(
    "Every version of mermaid.js draws every kind of card and line",
    arguments: ["10.7.0", "11.6.0", "11.12.0", "11.16.0", "elk"])
  func versions(_ version: String) throws {
    var diagrams = SampleDiagrams.all.map { Condenser.condensed($0.diagram, detail: .all) }
    diagrams += (UInt64(1)...12).map { seed in
      var random = RandomDiagram(seed: seed)
      return Condenser.condensed(random.made(), detail: .medium)
    }
    let results = try MermaidCheck().draw(
      diagrams.map { CondensedMermaidWriter().text(of: $0) }, version: version)
    for (diagram, result) in zip(diagrams, results) {
      #expect(result.ok, "\(diagram.title): \(result.error ?? "")")
    }
  }

  private func expectStructure(_ diagrams: [(name: String, diagram: CondensedDiagram)]) throws {
    let results = try MermaidCheck().draw(diagrams.map { CondensedMermaidWriter().text(of: $0.diagram) })
    for ((name, diagram), result) in zip(diagrams, results) {
      guard result.ok else {
        Issue.record("\(name): \(result.error ?? "not drawn")")
        continue
      }
      func isOurs(_ id: String) -> Bool { !id.hasPrefix("legend_") || id.hasPrefix("legend__") }
      func id(_ end: CondensedDiagram.End) -> String {
        end.frame.map { diagram.frames[$0].id.text } ?? diagram.cards[end.card].id.text
      }
      let edges = (result.edges ?? []).filter { !$0.hidden && isOurs($0.from) && isOurs($0.to) }
      expectSame((result.nodes ?? []).map(\.id).filter(isOurs), diagram.cards.map(\.id.text), "\(name): cards")
      expectSame((result.subgraphs ?? []).map(\.id), diagram.frames.map(\.id.text), "\(name): frames")
      expectSame(
        edges.map { "\($0.from) → \($0.to)" }, diagram.lines.map { "\(id($0.from)) → \(id($0.to))" }, "\(name): lines")
    }
  }
}
