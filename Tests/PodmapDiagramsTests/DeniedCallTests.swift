import PodmapManifests
import PodmapTopology
import Testing

@testable import PodmapDiagrams

@Suite("Calls that a policy denies")
struct DeniedCallTests {
  private static func diagram(denied: Bool = true, inferred: Bool = true) -> FlowDiagram {
    var sketch = Sketch("", "")
    let pod = sketch.pod("web", .expanded, [(.initial(step: 1), "setup", "", []), (.app, "server", "", [])])
    sketch.card("web", .workload, "Deployment", pod: pod)
    sketch.card("db", .service, "Service")
    sketch.link("web/setup", "db", .calls, "5432", inferred: inferred)
    sketch.link("web/server", "db", .calls, "5432", inferred: inferred)
    var diagram = sketch.diagram
    if denied {
      diagram.links[1].isDenied = true
      diagram.links[1].label = "5432 ✕ denied by deny-all"
    }
    return diagram
  }

  private static func dot(_ diagram: FlowDiagram) -> String { dotText(of: diagram) }

  @Test("They are separate lines beside those that are allowed")
  func lines() {
    var diagram = Self.diagram()
    diagram.links[0].from = diagram.links[1].from
    let plan = LinkPlan(diagram, ElementIndex(diagram))
    #expect(plan.lines.map(\.isDenied) == [false, true])
    #expect(plan.lines.map(\.labels) == [["5432"], ["5432 ✕ denied by deny-all"]])
  }

  @Test("Mermaid draws them with a cross, in the colour of alarm, and numbers the right link")
  func mermaid() throws {
    let text = MermaidFlowchartWriter().text(of: Self.diagram())
    #expect(text.contains("-.-x|\"5432 ✕ denied by deny-all\"|"))
    // Mermaid numbers all links from 0, the unseen ones and those inside of pods too.
    let links = text.split(separator: "\n").filter { $0.contains("-.-") || $0.contains("~~~") }
    let denied = try #require(links.firstIndex { $0.contains("✕") })
    #expect(denied == 3)
    #expect(text.contains("linkStyle 3 stroke:#c9252d"))
    #expect(text.contains("━━✕ denied by a policy"))
    #expect(MermaidFlowchartWriter().text(of: Self.diagram(inferred: false)).contains(" ==x|"))
  }

  @Test("DOT draws them with a bar, in the colour of alarm")
  func dot() {
    let text = Self.dot(Self.diagram())
    #expect(text.contains("class=\"deniedLine calls inferred denied\""))
    #expect(text.contains("color=\"#c9252d\", style=dashed"))
    #expect(text.contains("arrowhead=tee"))
    #expect(text.contains("denied by a policy"))
  }

  @Test("A picture without one shows none of this")
  func none() {
    for text in [
      MermaidFlowchartWriter().text(of: Self.diagram(denied: false)),
      Self.dot(Self.diagram(denied: false)),
    ] {
      #expect(!text.contains("denied"))
      #expect(!text.contains("linkStyle"))
    }
  }
}
