import PodmapDiagrams
import PodmapTestSupport
import PodmapTopology
import Testing

@Suite("Diagrams that are too large for one picture")
struct PartitionTests {
  /// Applications of a Service and a workload in several frames; each calls the next, across frames too, and
  /// all use the first one.
  private func diagram(frames: Int, each: Int, hub: Bool = false) -> FlowDiagram {
    var names = ElementNames()
    var diagram = FlowDiagram(title: "big", summary: "", showsLegend: true)
    for frame in 0..<frames {
      diagram.groups.append(
        .init(id: names.name(for: "g\(frame)"), style: .namespace, kind: "namespace", name: "ns-\(frame)"))
      for number in 0..<each {
        let container = PodContent.Container(
          id: names.name(for: "w\(frame)/\(number)/c"), role: .app, name: "c\(number)", image: "image:\(number)")
        diagram.cards.append(
          .init(
            id: names.name(for: "s\(frame)/\(number)"), group: frame, style: .service, kind: "Service",
            name: "service-\(frame)-\(number)"))
        diagram.cards.append(
          .init(
            id: names.name(for: "w\(frame)/\(number)"), group: frame, style: .workload, kind: "Deployment",
            name: "workload-\(frame)-\(number)", pod: PodContent(containers: [container])))
        diagram.links.append(.init(from: diagram.cards[diagram.cards.count - 2].id, to: container.id, kind: .routes))
        if diagram.cards.count > 3 {
          let next = hub ? diagram.cards[0].id : diagram.cards[diagram.cards.count - 4].id
          diagram.links.append(.init(from: container.id, to: next, kind: .uses))
        }
      }
    }
    return diagram
  }

  private func partition(_ diagram: FlowDiagram) -> Partition {
    Partition(diagram, for: .mermaid)
  }

  @Test(
    "Every part stays within the limits, and every card is in exactly one",
    arguments: [(3, 150, false), (1, 600, false), (1, 600, true), (300, 4, true), (40, 40, true)])
  func parts(_ frames: Int, _ each: Int, _ hub: Bool) {
    let whole = diagram(frames: frames, each: each, hub: hub)
    let partition = partition(whole)
    #expect(partition.fits)
    #expect(partition.parts.count > 1)
    #expect(Set(partition.parts.map(\.name)).count == partition.parts.count)
    for part in partition.parts { #expect(MermaidFlowchartWriter.fits(part.text), "\(part.name)") }
    #expect(MermaidFlowchartWriter.fits(partition.overview.text))
    // A card of another part is shown without its containers, so pods tell where a card is at home.
    let homes = partition.parts.flatMap { $0.diagram.cards.filter { $0.pod != nil }.map(\.id) }
    #expect(homes.sorted() == whole.cards.filter { $0.pod != nil }.map(\.id).sorted())
    let shown = Set(partition.parts.flatMap { $0.diagram.cards.map(\.id) })
    #expect(whole.cards.allSatisfy { shown.contains($0.id) })
  }

  @Test("No line is lost: each is in the parts of both its ends")
  func lines() {
    let whole = diagram(frames: 3, each: 150)
    let parts = partition(whole).parts
    for link in whole.links {
      let places = parts.filter { part in
        part.diagram.links.contains { $0.kind == link.kind && ($0.from == link.from || $0.to == link.to) }
      }
      #expect(!places.isEmpty)
    }
    for part in parts {
      let elements = Set(
        part.diagram.cards.flatMap { [$0.id] + ($0.pod?.containers.map(\.id) ?? []) })
      #expect(part.diagram.links.allSatisfy { elements.contains($0.from) && elements.contains($0.to) }, "\(part.name)")
    }
  }

  @Test("A part that leads to many others names each of them once and counts the lines")
  func hub() throws {
    let parts = partition(diagram(frames: 1, each: 600, hub: true)).parts
    let first = try #require(parts.first?.diagram)
    let others = first.cards.filter { $0.kind == "part" }
    #expect(others.count > 3)
    #expect(Set(others.map(\.name)).isSubset(of: Set(parts.dropFirst().map(\.name))))
    #expect(first.links.contains { $0.label.hasSuffix(" times") })
  }

  @Test("The same diagram is divided the same way every time")
  func determinism() {
    let whole = diagram(frames: 5, each: 120, hub: true)
    let (one, two) = (partition(whole), partition(whole))
    #expect(one.parts.map(\.name) == two.parts.map(\.name))
    #expect(one.parts.map(\.text) == two.parts.map(\.text))
    #expect(one.overview.text == two.overview.text)
  }

  @Suite("Parts in a browser")
  struct BrowserTests {
    private let tests = PartitionTests()

    @Test("The real mermaid.js draws the overview and every part")
    func drawn() throws {
      let partition = tests.partition(tests.diagram(frames: 3, each: 150, hub: true))
      let results = try MermaidCheck().draw(([partition.overview] + partition.parts).map(\.text))
      for result in results { #expect(result.ok, "\(result.error ?? "")") }
      let names = results.flatMap { $0.drawn?.nodes ?? [] }.joined(separator: "\n")
      for number in [0, 77, 149] { #expect(names.contains("workload-2-\(number)")) }
    }
  }
}
