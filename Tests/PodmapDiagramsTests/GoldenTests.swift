import PodmapDiagrams
import PodmapTestSupport
import Testing

@Suite struct GoldenTests {
  @Test("Mermaid text is as committed", arguments: SampleDiagrams.all.map(\.name))
  func mermaid(_ name: String) throws {
    try Golden().check(mermaidText(of: sample(name)), named: name + ".mmd")
  }

  @Test("DOT text is as committed", arguments: SampleDiagrams.all.map(\.name))
  func dot(_ name: String) throws {
    try Golden().check(dotText(of: sample(name)), named: name + ".dot")
  }

  @Test("Every golden file belongs to a sample")
  func noStrayFiles() throws {
    let names = SampleDiagrams.all.map(\.name)
    let views = FlowView.allCases.map { "view-\($0.rawValue)" }
    #expect(try Golden().names(withExtension: "mmd") == (names + views).map { $0 + ".mmd" }.sorted())
    #expect(try Golden().names(withExtension: "dot") == (names + views).map { $0 + ".dot" }.sorted())
  }

  @Test("The real mermaid.js draws every golden file")
  func drawn() throws {
    let names = try Golden().names(withExtension: "mmd")
    let results = try MermaidCheck().draw(try names.map { try Golden().text($0) })
    for (name, result) in zip(names, results) { #expect(result.ok, "\(name): \(result.error ?? "")") }
  }

  @Test("Graphviz lays every golden file out without a word")
  func laidOut() throws {
    for name in try Golden().names(withExtension: "dot") {
      #expect(try !GraphvizCheck().layOut(try Golden().text(name)).isEmpty, "\(name)")
    }
  }

  private func sample(_ name: String) throws -> FlowDiagram {
    try #require(SampleDiagrams.all.first { $0.name == name }).diagram
  }
}

func mermaidText(of diagram: FlowDiagram) -> String {
  var text = ""
  MermaidFlowchartWriter().write(diagram, to: &text)
  return text
}

func dotText(of diagram: FlowDiagram) -> String {
  var text = ""
  DOTWriter().write(diagram, to: &text)
  return text
}
