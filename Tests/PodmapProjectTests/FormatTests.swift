import PodmapDiagrams
import PodmapManifests
import PodmapProject
import PodmapTopology
import Testing

@Suite("The list of output formats")
struct FormatTests {
  @Test("Names and extensions are unique, and every format serves a use")
  func unique() {
    let formats = OutputFormat.all
    #expect(Set(formats.map(\.name)).count == formats.count)
    let extensions = formats.flatMap(\.extensions)
    #expect(Set(extensions).count == extensions.count)
    for format in formats {
      #expect(!format.extensions.isEmpty && !format.help.isEmpty)
      #expect(FormatUse.allCases.contains { $0.formats.contains(format) }, "\(format.name)")
    }
  }

  @Test("A file has the format of its extension, whatever its folder and its case", arguments: FormatUse.allCases)
  func files(_ use: FormatUse) throws {
    for format in use.formats {
      for end in format.extensions {
        #expect(try use.format(of: "docs.d/x.y.\(end.uppercased())") == format)
        #expect(try use.format(named: format.name) == format)
        #expect(try use.format(named: end) == format)
      }
    }
    #expect(try use.format(of: "-") == use.usual)
    #expect(use.formats.contains(use.usual))
  }

  @Test("An extension of no format is an error that lists the others, and says what was meant")
  func unknown() {
    let error = #expect(throws: RequestError.self) { try FormatUse.drawing.format(of: "out/app.pgn") }
    let start = "the extension of 'out/app.pgn' isn't that of a format; did you mean '.png'? use one of .dot "
    #expect(error?.textForOptions.hasPrefix(start) == true)
    #expect(error?.textForOptions.hasSuffix(" .webp, or give --format") == true)
    #expect(error?.textForKeys.hasSuffix(" .webp") == true)
    #expect(throws: RequestError.self) { try FormatUse.drawing.format(of: "app.txt") }
    #expect(throws: RequestError.self) { try FormatUse.comparison.format(of: "app") }
  }

  /// Formats with only one kind of diagrams, which the list may not have.
  private static let partial = [
    OutputFormat("flows", extensions: ["flows"], flow: .dot, help: "only flow diagrams"),
    OutputFormat("sequences", extensions: ["sequences"], sequence: .mermaid, help: "only sequence diagrams"),
  ]

  private let renderer = Renderer(sourcesFor: PictureLook(), remark: "")

  @Test(
    "A format writes the kinds of diagrams that it has, and refuses the others", arguments: OutputFormat.all + partial)
  func kinds(_ format: OutputFormat) throws {
    let pod = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: {containers: [{name: app, image: a}]}
      """
    let shop = LinkedInput(texts: [("shop.yaml", pod)], subject: "shop")
    #expect(format.hasDiagrams == (format.flow != nil || format.sequence != nil))
    let views: [(View, DiagramKind)] = [(.flow(.workloads), .flow), (.sequence(.lifecycle), .sequence)]
    for (view, kind) in views {
      #expect(view.kind == kind)
      let request = DrawRequest(view: view)
      if format.shows(kind) {
        let outcomes = try request.run(on: shop, for: [format]).outcomes([format], renderer, diagnostics: [])
        #expect(outcomes.map(\.failures.count) == [0])
        #expect(outcomes.first?.written?.standardOutput().isEmpty == false, "\(format.name) \(kind)")
      } else {
        if format.hasDiagrams {
          let error = #expect(throws: RequestError.self) { try request.run(on: shop, for: [.svg, format]) }
          #expect(error?.textForOptions == format.refusal(of: kind).textForOptions)
        }
        let others = OutputFormat.all.filter { $0.shows(kind) }.map(\.name).joined(separator: ", ")
        let message = "'\(format.name)' can't show \(kind) diagrams; use one of \(others)"
        #expect(format.refusal(of: kind).textForKeys == message)
      }
    }
  }

  @Test("Of hand-written diagrams, a format writes those of its kinds, and the others are errors", arguments: partial)
  func handWritten(_ format: OutputFormat) throws {
    let diagrams = """
      apiVersion: podmap/v1
      kind: Diagram
      metadata: {name: boxes}
      nodes: {a: A}
      ---
      apiVersion: podmap/v1
      kind: Diagram
      metadata: {name: talk}
      participants: {a: A, b: B}
      messages: ["a -> b: hello"]
      """
    let input = LinkedInput(texts: [("diagrams.yaml", diagrams)], subject: nil)
    try #require(input.isOnlyDiagrams && input.diagrams.count == 2)
    let outcome = try #require(
      try DrawRequest().run(on: input, for: [format]).outcomes([format], renderer, diagnostics: []).first)
    #expect(outcome.written != nil)
    let refused = try #require(DiagramKind.allCases.first { !format.shows($0) })
    #expect(outcome.failures.map(\.message) == [format.refusal(of: refused).textForKeys])
  }

  @Test("The limits of a format are in the list of limits")
  func limits() {
    let all = Set(Limit.all.map(\.name))
    for format in OutputFormat.all {
      #expect(all.isSuperset(of: format.limits.map(\.name)), "\(format.name)")
    }
    // A message lists them.
    #expect(OutputFormat.mermaid.limits.map(\.name) == ["mermaid-characters", "mermaid-edges"])
  }
}
