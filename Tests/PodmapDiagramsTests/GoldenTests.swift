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
    let views = FlowView.all.map { "view-\($0.name)" } + HandWrittenDiagrams.all.map(\.name)
    let texts = SampleSequences.all.map(\.name) + SampleTraffic.all.map { "traffic-\($0.name)" }
    #expect(try Golden().names(withExtension: "mmd") == (names + views + texts).map { $0 + ".mmd" }.sorted())
    let pictures = SequencePictures.all.map(\.name)
    #expect(try Golden().names(withExtension: "dot") == (names + views + pictures).map { $0 + ".dot" }.sorted())
  }

  @Test("Graphviz lays out every golden file without a message")
  func laidOut() throws {
    for name in try Golden().names(withExtension: "dot") {
      #expect(try !GraphvizCheck().layOut(try Golden().text(name)).isEmpty, "\(name)")
    }
  }

  private func sample(_ name: String) throws -> FlowDiagram {
    try #require(SampleDiagrams.all.first { $0.name == name }).diagram
  }

  @Suite("Golden files in a browser")
  struct BrowserTests {
    /// GitLab's of 2025, one that reads labels as Markdown, the last before plain labels, today's, and today's with
    /// the layout that Mermaid 12 begins with.
    @Test(
      "Every version of mermaid.js draws every golden file with the same texts",
      arguments: ["10.7.0", "11.6.0", "11.12.0", "11.16.0", "elk"])
    func drawn(_ version: String) throws {
      let names = try Golden().names(withExtension: "mmd")
      let texts = try names.map { try Golden().text($0) }
      let results = try MermaidCheck().draw(texts, version: version)
      let expected = try MermaidCheck().draw(texts, version: "11.16.0")
      for (name, (result, today)) in zip(names, zip(results, expected)) {
        #expect(result.ok, "\(name): \(result.error ?? "")")
        let (seen, wanted) = (result.drawn?.nodes ?? [], today.drawn?.nodes ?? [])
        #expect(seen.map(Self.words).sorted() == wanted.map(Self.words).sorted(), "\(name)")
      }
    }

    /// A label without regard to where its lines are broken.
    private static func words(_ label: String) -> String {
      label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }
}

func mermaidText(of diagram: FlowDiagram) -> String {
  var text = ""
  MermaidFlowchartWriter().write(diagram, to: &text)
  return text
}

/// What a picture with every card and link is rendered from.
func dotText(of diagram: FlowDiagram) -> String {
  var whole = diagram
  whole.condensing = nil
  return whole.wholeDOT(DOTWriter(), isPlaced: true)
}
