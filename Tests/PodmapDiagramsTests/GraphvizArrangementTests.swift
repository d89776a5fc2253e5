import PodmapTopology
import Testing

@testable import PodmapDiagrams

@Suite("Islands on a page")
struct GraphvizArrangementTests {
  private func diagram(
    cards: Int, links: [(Int, Int, EdgeKind)] = [], frames: Int = 0, direction: FlowDiagram.Direction? = nil
  ) -> FlowDiagram {
    var names = ElementNames()
    let groups = (0..<frames).map {
      FlowDiagram.Group(id: names.name(for: "g\($0)"), style: .namespace, kind: "namespace", name: "g\($0)")
    }
    let cards = (0..<cards).map {
      FlowDiagram.Card(
        id: names.name(for: "c\($0)"), group: frames > 0 ? $0 % frames : nil, style: .service, kind: "Service",
        name: "card-\($0)")
    }
    return FlowDiagram(
      title: "", summary: "", direction: direction, groups: groups, cards: cards,
      links: links.map { .init(from: cards[$0.0].id, to: cards[$0.1].id, kind: $0.2) })
  }

  private func arrangement(_ diagram: FlowDiagram, width: Int = 120) -> GraphvizArrangement {
    let index = ElementIndex(diagram)
    let plan = LinkPlan(diagram, index, rows: .ports)
    let sizes = diagram.cards.map { _ in GraphvizArrangement.Size(width: width, height: 60) }
    return GraphvizArrangement(diagram, index, plan, sizes: sizes)
  }

  private func pairs(_ arrangement: GraphvizArrangement) -> [String] {
    arrangement.alignments.map { "\($0.before.text) \($0.after.text)" }
  }

  @Test("Single cards fill rows that are as wide as a page")
  func grid() {
    let page = arrangement(diagram(cards: 10))
    #expect(pairs(page) == ["c0 c1", "c1 c2", "c2 c3", "c3 c4", "c5 c6", "c6 c7", "c7 c8", "c8 c9"])
    #expect(page.direction == .leftToRight)
    #expect(page.width <= GraphvizArrangement.pageWidth)
  }

  @Test("Single cards follow the islands of the first rows")
  func singlesBehindIslands() {
    let page = arrangement(diagram(cards: 6, links: [(0, 1, .routes), (2, 3, .routes)]), width: 250)
    #expect(pairs(page) == ["c1 c4", "c3 c5"])
  }

  @Test("A chain that is wider than a page runs from top to bottom unless the user chooses otherwise")
  func direction() {
    let chain = (0..<8).map { ($0, $0 + 1, EdgeKind.routes) }
    #expect(arrangement(diagram(cards: 9, links: chain)).direction == .topToBottom)
    #expect(arrangement(diagram(cards: 9, links: chain, direction: .leftToRight)).direction == .leftToRight)
    #expect(arrangement(diagram(cards: 3, links: [(0, 1, .routes)], direction: .topToBottom)).direction == .topToBottom)
  }

  @Test("Frames are as wide as the page allows")
  func frames() {
    let page = arrangement(diagram(cards: 12, frames: 2))
    #expect(page.width <= GraphvizArrangement.pageWidth)
    #expect(page.alignments.allSatisfy { $0.ranks == 1 })
    // Cards of different frames are never in one row: the frames stand below each other.
    for pair in pairs(page) {
      let numbers = pair.split(separator: " ").compactMap { Int($0.dropFirst()) }
      #expect(numbers[0] % 2 == numbers[1] % 2)
    }
  }

  @Test("Cards of one column are equally wide, unless that makes one more than twice as wide")
  func columns() {
    let diagram = diagram(cards: 4, links: [(0, 1, .routes), (2, 3, .routes)])
    let index = ElementIndex(diagram)
    let sizes = [320, 400, 360, 190].map { GraphvizArrangement.Size(width: $0, height: 60) }
    let page = GraphvizArrangement(diagram, index, LinkPlan(diagram, index, rows: .ports), sizes: sizes)
    #expect(page.widths == [360, 400, 360, 190])
  }

  @Test("Nothing to arrange gives nothing, and a very large number of cards comes to an end")
  func extremes() {
    #expect(arrangement(diagram(cards: 0)).alignments.isEmpty)
    #expect(arrangement(diagram(cards: 1)).alignments.isEmpty)
    let many = arrangement(diagram(cards: 5_000))
    #expect(many.alignments.count > 3_000)
    #expect(Set(many.sorted(cards: Array(0..<5_000), isInCluster: false)).count == 5_000)
  }
}

@Suite("Shortened lines")
struct PlannedLineTests {
  private func plan(_ cards: Int, _ links: [(Int, Int, EdgeKind)]) -> (plan: LinkPlan, ids: [ElementID]) {
    var names = ElementNames()
    let cards = (0..<cards).map {
      FlowDiagram.Card(id: names.name(for: "c\($0)"), style: .other, kind: "Kind", name: "card-\($0)")
    }
    let diagram = FlowDiagram(
      title: "", summary: "", cards: cards,
      links: links.map { .init(from: cards[$0.0].id, to: cards[$0.1].id, kind: $0.2) })
    return (LinkPlan(diagram, ElementIndex(diagram), rows: .ports), cards.map(\.id))
  }

  @Test("A dependency of many is described in words on both sides")
  func hub() {
    let (plan, ids) = plan(10, (1..<10).map { ($0, 0, .mounts) })
    #expect(plan.lines.isEmpty)
    #expect(plan.notes[ids[0]]?.count == 9)
    #expect(plan.notes[ids[0]]?.first == "card-1 mounts it")
    #expect(plan.notes[ids[5]] == ["card-5 mounts card-0"])
  }

  @Test("A dependency of some, and a target of many requests, is drawn")
  func noHub() {
    #expect(plan(9, (1..<9).map { ($0, 0, .mounts) }).plan.lines.count == 8)
    #expect(plan(10, (1..<10).map { ($0, 0, .routes) }).plan.lines.count == 9)
    #expect(plan(11, (1..<10).map { ($0, 0, .mounts) } + [(0, 10, .uses)]).plan.lines.count == 10)
  }

  @Test("A line against the direction of requests does not reverse the layout")
  func reversed() {
    let lines = plan(2, [(0, 1, .routes), (1, 0, .uses)]).plan.lines
    #expect(lines.map(\.isReversed) == [false, true])
  }
}
