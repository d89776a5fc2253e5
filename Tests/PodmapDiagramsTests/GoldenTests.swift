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
    #expect(try Golden().names(withExtension: "mmd") == names.map { $0 + ".mmd" }.sorted())
    #expect(try Golden().names(withExtension: "dot") == names.map { $0 + ".dot" }.sorted())
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
