import PodmapDiagrams
import PodmapManifests
import PodmapProject
import PodmapTopology
import Testing

@Suite("Requests")
struct RequestTests {
  private let shop = LinkedInput(
    texts: [
      ("shop.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: app, image: a}]}")
    ],
    subject: "shop")

  @Test("What is wrong is said in options to those who wrote options, and in keys to those who wrote podmap.yaml")
  func words() {
    let request = DrawRequest(sequence: SequenceSettings(steps: .simple))
    let error = #expect(throws: RequestError.self) { try request.check() }
    #expect(error?.textForOptions == "--steps and --phase only apply to --view lifecycle")
    #expect(error?.textForKeys == "steps and phase only apply to view lifecycle")
    let pair = #expect(throws: RequestError.self) { try NamePair("web") }
    #expect(pair?.textForOptions == "--match 'web' isn't a pair of names; write it as old=new")
    #expect(pair?.textForKeys == "match 'web' isn't a pair of names; write it as old=new")
  }

  @Test("A name that the input does not have is an error that says what was meant")
  func names() {
    let request = DrawRequest(selection: SelectionSettings(focus: ["wbe"]))
    let error = #expect(throws: RequestError.self) { try request.run(on: shop, for: [.mermaid]) }
    #expect(error?.textForOptions == "no object 'wbe' in the input; did you mean 'web'? use one of web, app")
  }

  @Test("The graph is drawn without diagrams, and diagrams without the graph")
  func formats() throws {
    let graph = try DrawRequest().run(on: shop, for: [.json])
    #expect(graph.drawings == nil && graph.part != nil && !graph.isEmpty)
    let diagram = try DrawRequest().run(on: shop, for: [.svg])
    #expect(diagram.drawings != nil && diagram.part == nil && !diagram.isEmpty)
  }

  @Test("Settings that make no sense are refused")
  func settings() {
    #expect(throws: RequestError.self) { try RenderSettings(scale: 9).check(for: [.png]) }
    #expect(throws: RequestError.self) { try RenderSettings(scale: 2).check(for: [.svg]) }
    #expect(throws: RequestError.self) { try RenderSettings(timeLimit: 0).check(for: [.png]) }
    #expect(throws: RequestError.self) { try SelectionSettings(selector: "a=b=c").check() }
    #expect(throws: RequestError.self) { try SelectionSettings(selector: "a in (b").check() }
    #expect(throws: RequestError.self) { try SelectionSettings(depth: -1).check() }
    #expect(throws: Never.self) { try RenderSettings(scale: 2).check(for: [.svg, .webp]) }
    // As for kubectl, a value may be empty.
    #expect(throws: Never.self) { try SelectionSettings(selector: "a==").check() }
  }
}
