import Foundation
@testable import PodmapDiagrams
import PodmapTestSupport
import PodmapTopology
import Testing

/// What the real mermaid.js draws of our text.
@Suite struct MermaidDrawingBrowserTests {
  @Test("Mermaid sees the boxes, frames and lines that every sample has, and nothing else")
  func structure() throws {
    let samples = SampleDiagrams.all.filter { $0.name != "empty" }
    let results = try MermaidCheck().draw(samples.map { mermaidText(of: $0.diagram) })
    for (sample, result) in zip(samples, results) {
      expectStructure(of: sample.diagram, in: result, sample.name)
    }
  }

  @Test("An empty diagram is drawn")
  func empty() throws {
    let results = try MermaidCheck().draw([mermaidText(of: FlowDiagram(title: "", summary: ""))])
    #expect(results.first?.ok == true)
    #expect(results.first?.drawn?.nodes == ["Nothing to draw"])
  }

  @Test("A reader sees every hostile text exactly as in the manifest")
  func hostileTexts() throws {
    #expect(HostileTexts.all.count > 900)
    let hostile = HostileDiagram.all
    let results = try MermaidCheck().draw(hostile.map { mermaidText(of: $0.diagram) })
    for (hostile, result) in zip(hostile, results) {
      guard expectStructure(of: hostile.diagram, in: result, "texts from \(hostile.texts[0].debugDescription)"),
        let drawn = result.drawn
      else { continue }
      expectSame(drawn.nodes, expectedBoxes(hostile), "boxes")
      expectSame(drawn.clusters, expectedFrames(hostile), "frames")
      expectSame(drawn.edge_labels, expectedLabels(hostile), "labels of lines")
    }
  }

  @Test("Hostile texts change no structure, in any view")
  func hostileViews() throws {
    let diagrams = FlowView.all.flatMap { view in HostileManifests.diagrams(in: view).map { (view.name, $0) } }
    let results = try MermaidCheck().draw(diagrams.map { mermaidText(of: $0.1) })
    for ((view, diagram), result) in zip(diagrams, results) where !diagram.cards.isEmpty {
      expectStructure(of: diagram, in: result, view)
    }
  }

  @Test("A title and a summary may contain anything; in a title, HTML characters have their fullwidth forms")
  func titles() throws {
    let titles = HostileTexts.phrases
    let diagrams = titles.map { title in
      mermaidText(of: FlowDiagram(title: title, summary: title))
    }
    for (title, result) in zip(titles, try MermaidCheck().draw(diagrams)) {
      #expect(result.ok, "\(title.debugDescription): \(result.error ?? "")")
      let wide = ["<": "＜", ">": "＞", "&": "＆"]
      let expected = String(seen(title, limit: 120).flatMap { wide[String($0)] ?? String($0) })
      let texts = (result.drawn?.texts ?? []).map(asShown).filter { !$0.isEmpty }
      #expect(texts == (expected.isEmpty ? [] : [expected]), "\(title.debugDescription)")
    }
  }

  @Test("Reserved words can be identities of every element")
  func reservedIdentities() throws {
    var names = ElementNames()
    var diagram = FlowDiagram(title: "", summary: "", showsLegend: false)
    let words =
      ElementNames.reserved.sorted() + ["__proto__", "hasOwnProperty", "toString", "classDef", "linkStyle", "_", ""]
    for (position, word) in words.enumerated() {
      diagram.groups.append(.init(id: names.name(for: word + "/g"), style: .namespace, kind: "namespace", name: word))
      diagram.cards.append(.init(id: names.name(for: word), group: position, style: .other, kind: "", name: word))
      if position > 0 {
        diagram.links.append(.init(from: diagram.cards[position - 1].id, to: diagram.cards[position].id, kind: .uses))
      }
    }
    let result = try #require(try MermaidCheck().draw([mermaidText(of: diagram)]).first)
    expectStructure(of: diagram, in: result, "reserved words")
  }

  /// Whether the diagram was drawn at all.
  @discardableResult
  private func expectStructure(of diagram: FlowDiagram, in result: MermaidCheck.Result, _ name: String) -> Bool {
    guard result.ok else {
      Issue.record("\(name): \(result.error ?? "not drawn")")
      return false
    }
    let expected = Structure(of: diagram)
    func isOurs(_ id: String) -> Bool {
      id != "legend" && !["legend_", "note_"].contains { id.hasPrefix($0) && !id.hasPrefix($0 + "_") }
    }
    let edges = (result.edges ?? []).filter { !$0.hidden && isOurs($0.from) && isOurs($0.to) }.map {
      "\($0.from) → \($0.to)"
    }
    expectSame(Set(result.nodes?.map(\.id).filter(isOurs) ?? []).sorted(), expected.nodes.sorted(), "\(name): boxes")
    expectSame((result.subgraphs ?? []).map(\.id).filter(isOurs), Array(expected.frames), "\(name): frames")
    expectSame(Set(edges).sorted(), expected.edges.sorted(), "\(name): lines")
    return true
  }

  private func expectedBoxes(_ hostile: HostileDiagram) -> [String] {
    hostile.texts.enumerated().flatMap { position, text -> [String] in
      let long = seen(text, limit: 80)
      let name = seen(text, limit: 60).orNoName
      let kind = seen(text, limit: 60)
      let ports = seen(text, limit: 60)
      let short = seen(text, limit: 40).orNoName
      let card = lines(kind, name, long)
      if position % 2 == 0 {
        let container = "app " + seen(text, limit: 40) + (ports.isEmpty ? "" : " · " + ports)
        let sharers = seen(seen(text, limit: 40) + " → " + seen(text, limit: 40), limit: 100)
        let volume = seen(text, limit: 40) + ": " + sharers
        return [card, lines(kind, name, "———", container, container, "———", volume, long)]
      }
      let container = lines("app " + short, long)
      return [card, container, container, lines(seen("volume " + text.orNoName, limit: 60), kind)]
        + [lines(kind, long)].filter { !$0.isEmpty }
    }
  }

  private func expectedFrames(_ hostile: HostileDiagram) -> [String] {
    hostile.texts.enumerated().flatMap { position, text in
      let name = seen(text, limit: 32).orNoName
      // The kind of a frame says enough where it has no name: "any node".
      let frame = seen(text, limit: 32).isEmpty ? "ns" : "ns " + name
      return [frame] + (position % 2 == 0 ? [] : [name])
    }
  }

  private func expectedLabels(_ hostile: HostileDiagram) -> [String] {
    hostile.texts.enumerated().flatMap { position, text -> [String] in
      let words = seen(text, limit: 80).isEmpty ? "uses" : text
      let path = seen(text, limit: 40)
      let label = position % 2 == 0 ? seen(text + ": " + words, limit: 80) : seen(words, limit: 80)
      return [label] + (position % 2 == 0 ? [] : [path, path]).filter { !$0.isEmpty }
    }
  }

  private func lines(_ lines: String...) -> String {
    asShown(lines.filter { !$0.isEmpty }.joined(separator: "\n"))
  }
}

/// Compares without regard to order and names only what differs.
func expectSame(_ found: [String], _ expected: [String], _ what: String) {
  let found = found.map(asShown)
  guard found.sorted() != expected.sorted() else { return }
  var left = expected
  let unexpected = found.filter { text in
    guard let position = left.firstIndex(of: text) else { return true }
    left.remove(at: position)
    return false
  }
  Issue.record("\(what): missing \(left.map(\.debugDescription)), unexpected \(unexpected.map(\.debugDescription))")
}

extension String {
  fileprivate var orNoName: String {
    seen(self, limit: 1_000_000).isEmpty ? "(no name)" : self
  }
}
