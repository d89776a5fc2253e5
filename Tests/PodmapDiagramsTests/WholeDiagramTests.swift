import PodmapTopology
import Testing

@testable import PodmapDiagrams

@Suite("Diagrams that are not condensed")
struct WholeDiagramTests {
  private static func pair(_ containers: [String]) -> FlowDiagram {
    var sketch = Sketch("", "")
    let pod = sketch.pod("web", .compact, containers.map { (.app, $0, "", []) })
    sketch.card("web", .workload, "Deployment", pod: pod)
    sketch.card("db", .service, "Service")
    sketch.link("web/\(containers[0])", "db", .calls)
    return sketch.diagram
  }

  @Test("Every card is a card, and every link between two cards a line", arguments: SampleDiagrams.all.map(\.name))
  func everything(name: String) throws {
    let diagram = try #require(SampleDiagrams.all.first { $0.name == name }?.diagram)
    let whole = Condenser.whole(diagram)
    #expect(Set(whole.cards.map(\.id)).isSuperset(of: diagram.cards.map(\.id)))
    let index = ElementIndex(diagram)
    let shown = whole.lines.flatMap(\.represents)
    let inWords = whole.cards.flatMap {
      ($0.rows + $0.foot + $0.tabs).flatMap(\.represents.links) + $0.represents.links
    }
    #expect(Set(shown + inWords) == Set(diagram.links.indices))
    for link in inWords {
      let ends = [diagram.links[link].from, diagram.links[link].to]
      #expect(Set(ends.map { index.card(of: $0) }).count == 1 || ends.contains { index.card(of: $0) == nil })
    }
  }

  @Test("A line starts at the row of its container if there are several")
  func rows() throws {
    let two = try #require(Condenser.whole(Self.pair(["server", "proxy"])).lines.first)
    #expect(two.from.row?.text == "web__server")
    #expect(Condenser.whole(Self.pair(["server"])).lines.first?.from.row == nil)
  }

  @Test("In a condensed diagram, lines start at a container if everything they stand for is about it")
  func condensedRows() throws {
    var diagram = Self.pair(["server", "proxy"])
    diagram.cards[1].isKept = true
    #expect(Condenser.condensed(diagram, detail: .all).lines.first?.from.row?.text == "web__server")
    var both = diagram.links[0]
    both.from = diagram.cards[0].pod?.containers[1].id ?? both.from
    diagram.links.append(both)
    let line = try #require(Condenser.condensed(diagram, detail: .all).lines.first)
    #expect(line.represents == [0, 1] && line.from.row == nil)
  }

  @Test("A box that has only a name is a text with a border")
  func nameOnly() {
    var sketch = Sketch("", "")
    sketch.card("a", .network, "", name: "a network")
    var diagram = sketch.diagram
    diagram.cards[0].isProse = true
    #expect(dotText(of: diagram).contains("class=\"networkName network\""))
    #expect(!dotText(of: diagram).contains("<b>a network</b>"))
  }

  @Test("Lines show their kinds, and the legend says what they mean")
  func kinds() {
    let text = dotText(of: Self.pair(["server", "proxy"]))
    #expect(text.contains("class=\"callsLine calls\""))
    #expect(text.contains(">calls</font>"))
  }

  @Test("A diagram says who lays it out", arguments: [nil, .podmap, .dot] as [PictureLayout?])
  func layout(choice: PictureLayout?) {
    var diagram = Self.pair(["server"])
    diagram.layout = choice
    let picture = diagram.wholeDOT(DOTWriter(), isPlaced: true)
    let text = diagram.wholeDOT(DOTWriter(), isPlaced: false)
    #expect(picture.contains("layout=nop2") == (choice != .dot))
    #expect(text.contains("layout=nop2") == (choice == .podmap))
  }

  @Test("What identifies a picture changes with everything that moves its cards")
  func revision() {
    let diagram = Self.pair(["server"])
    var others = Array(repeating: diagram, count: 4)
    others[0].layout = .dot
    others[1].direction = .leftToRight
    others[2].showsLegend = false
    others[3].condensing = CondensingOptions(pageWidth: 500)
    #expect(Set((others + [diagram]).map(\.layoutRevision)).count == 5)
  }
}
