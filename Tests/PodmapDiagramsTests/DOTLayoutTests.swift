import Foundation
import PodmapDiagrams
import PodmapTestSupport
import PodmapTopology
import Testing

/// What Graphviz lays out of our text.
@Suite struct DOTLayoutTests {
  @Test("Graphviz lays out every sample without a message", arguments: SampleDiagrams.all.map(\.name))
  func structure(_ name: String) throws {
    let diagram = try #require(SampleDiagrams.all.first { $0.name == name }).diagram
    let elements = try GraphvizCheck().layOut(dotText(of: diagram))
    try expectStructure(of: diagram, in: elements)
  }

  @Test("Graphviz lays out manifests with hostile texts in every view", arguments: FlowView.all)
  func hostileViews(_ view: FlowView) throws {
    let check = try GraphvizCheck()
    for diagram in HostileManifests.diagrams(in: view) {
      try expectStructure(of: diagram, in: check.layOut(dotText(of: diagram)))
    }
  }

  @Test("A reader sees every hostile text exactly as in the manifest")
  func hostileTexts() throws {
    let check = try GraphvizCheck()
    for hostile in HostileDiagram.all {
      let elements = try check.layOut(dotText(of: hostile.diagram))
      try expectStructure(of: hostile.diagram, in: elements)
      let byID = Dictionary(elements.map { ($0.id, $0) }) { first, _ in first }
      for (position, text) in hostile.texts.enumerated() {
        let (card, pod) = (hostile.diagram.cards[position * 2], hostile.diagram.cards[position * 2 + 1])
        let name = seen(text, limit: 1_000_000).isEmpty ? "(no name)" : text
        // The kind, the name and the line of a card; twice the container, and the volume of a pod.
        expectWords([text, name, text], in: byID[card.id.text], "card")
        expectWords([text, name, "app", name, text, "app", name, "shared", name], in: byID[pod.id.text], "pod")
        let group = hostile.diagram.groups[position]
        expectSame(shown(byID[group.id.text]), [asShown("ns " + seen(text, limit: 48))], "frame")
        let whole = seen(text, limit: 1_000_000).replacingOccurrences(of: "\\", with: "∖")
        if whole.utf8.count < 200 {
          let tooltip = asShown(byID[card.id.text]?.tooltip ?? "")
          #expect(
            whole.isEmpty || tooltip.hasPrefix(whole),
            "tooltip of \(text.debugDescription): \(tooltip.debugDescription)")
        }
      }
    }
  }

  @Test("Labels of lines are plain text")
  func hostileLabels() throws {
    let check = try GraphvizCheck()
    for hostile in HostileDiagram.all {
      let elements = try check.layOut(dotText(of: hostile.diagram))
      let lines = elements.filter { $0.classes.first == "edge" }
      let byID = Dictionary(elements.map { ($0.id, $0) }) { first, _ in first }
      #expect(lines.count == hostile.texts.count)
      let labels = Dictionary(uniqueKeysWithValues: zip(hostile.diagram.links.map(\.from.text), hostile.texts))
      for line in lines {
        let from = try #require(labels.keys.first { line.id.hasPrefix("link_\($0)_uses_") })
        expectWords([labels[from] ?? ""], in: byID[line.id + "_text"], "label")
      }
    }
  }

  @Test("Every element says in its class what it is")
  func classes() throws {
    let shop = SampleDiagrams.shop(.topToBottom, .compact)
    let elements = try GraphvizCheck().layOut(dotText(of: shop))
    let classes = Dictionary(elements.map { ($0.id, $0.classes) }) { first, _ in first }
    #expect(classes["shop__Deployment__front_end"] == ["node", "workloadCard", "workload"])
    #expect(classes["shop__Service__payments"] == ["node", "missingCard", "service", "missing"])
    #expect(classes["shop"] == ["cluster", "namespaceFrame", "namespace"])
    #expect(classes["link_shop__Ingress__shop_routes_shop__Service__front_end"] == ["edge", "routesLine", "routes"])
    let inferred = classes["link_shop__Deployment__cart_routes_data__Service__redis"]
    #expect(inferred == ["edge", "routesLine", "routes", "inferred"])
  }

  private func expectStructure(of diagram: FlowDiagram, in elements: [GraphvizCheck.Element]) throws {
    func ids(_ type: String) -> [String] {
      elements.filter { $0.classes.first == type && !$0.classes.contains("legend") }.map(\.id)
    }
    let cards = diagram.cards.map(\.id.text)
    let frames = diagram.groups.indices.filter { position in
      diagram.cards.contains { $0.group == position } || diagram.groups.contains { $0.parent == position }
    }
    let empty = diagram.groups.indices.filter { !frames.contains($0) }
    let nothing = diagram.cards.isEmpty && diagram.groups.isEmpty ? ["legend_nothing"] : []
    expectSame(ids("node").sorted(), (cards + empty.map { diagram.groups[$0].id.text } + nothing).sorted(), "boxes")
    expectSame(ids("cluster").sorted(), frames.map { diagram.groups[$0].id.text }.sorted(), "frames")
    #expect(Set(elements.map(\.id)).count == elements.count, "ids are unique")
    #expect(elements.allSatisfy { !$0.tooltip.isEmpty })
    let lines = elements.filter { $0.classes.first == "edge" && !$0.classes.contains("legend") }
    #expect(lines.allSatisfy { $0.id.hasPrefix("link_") })
    expectSame(Set(lines.map(ends)).sorted(), expectedEnds(of: diagram).sorted(), "lines")
  }

  /// The boxes at both ends, without ports.
  private func ends(of line: GraphvizCheck.Element) -> String {
    line.title.components(separatedBy: "->").map { $0.split(separator: ":").first.map(String.init) ?? "" }
      .joined(separator: " → ")
  }

  /// A frame's lines end at one of its cards, the first.
  private func expectedEnds(of diagram: FlowDiagram) -> Set<String> {
    var box: [ElementID: String] = [:]
    var frames: [ElementID: Set<ElementID>] = [:]
    func around(_ group: Int?) -> Set<ElementID> {
      group.map { around(diagram.groups[$0].parent).union([diagram.groups[$0].id]) } ?? []
    }
    for (position, group) in diagram.groups.enumerated() {
      box[group.id] = diagram.cards.first { $0.group == position }?.id.text ?? group.id.text
      frames[group.id] = around(position)
    }
    for card in diagram.cards {
      let rows = (card.pod?.containers.map(\.id) ?? []) + (card.pod?.volumes.map(\.id) ?? [])
      for element in [card.id] + rows {
        box[element] = card.id.text
        frames[element] = around(card.group)
      }
    }
    let drawn = diagram.links.filter { link in
      let isWithin =
        frames[link.from, default: []].contains(link.to) || frames[link.to, default: []].contains(link.from)
      return !isWithin && box[link.from] != box[link.to]
    }
    return Set(drawn.map { "\(box[$0.from] ?? "?") → \(box[$0.to] ?? "?")" })
  }

  /// All that is seen, without the spaces at which it may be broken.
  private func squeezed(_ lines: [String]) -> [String] {
    [lines.joined().filter { !$0.isWhitespace }]
  }

  /// Expects the beginnings of texts, in this order. Lines may be broken anywhere, and long texts are cut.
  private func expectWords(_ texts: [String], in element: GraphvizCheck.Element?, _ what: String) {
    var rest = squeezed(shown(element))[0][...]
    for text in texts {
      let start = squeezed([asShown(seen(text, limit: 1_000_000))])[0].prefix(4)
      guard let found = start.isEmpty ? rest.startIndex..<rest.startIndex : rest.range(of: start) else {
        Issue.record("\(what) \(text.debugDescription): \(start.debugDescription) isn't in \(rest.debugDescription)")
        return
      }
      rest = rest[found.upperBound...]
    }
  }

  private func shown(_ element: GraphvizCheck.Element?) -> [String] {
    (element?.texts ?? []).map(asShown).filter { !$0.isEmpty }
  }
}
