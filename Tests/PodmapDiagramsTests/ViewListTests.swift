import Foundation
import PodmapDiagrams
import PodmapTestSupport
import Testing

@Suite("The list of views")
struct ViewListTests {
  private let names = View.all.map(\.name)

  @Test("Names are unique, lower case, and lead back to their views")
  func namesAreKeys() {
    #expect(Set(names).count == names.count)
    for view in View.all {
      #expect(view.name.allSatisfy { $0.isLowercase }, "\(view.name)")
      #expect(View.named(view.name) == view)
      #expect(!view.help.isEmpty && !view.help.hasSuffix("."), "\(view.name)")
    }
    #expect(View.named("nothing") == nil)
  }

  @Test("Every option is taken by some view, and no view of both forms takes it")
  func options() {
    for option in ViewOption.allCases { #expect(!option.views.isEmpty, "\(option)") }
    #expect(ViewOption.phase.views == [.sequence(.lifecycle)])
    #expect(ViewOption.from.views == [.sequence(.traffic)])
    #expect(ViewOption.direction.views == FlowView.all.map(View.flow))
  }

  @Test("The JSON Schema of podmap.yaml has the same names")
  func schema() throws {
    let schema = try #require(
      JSONSerialization.jsonObject(with: Data(try text("docs/podmap-yaml.schema.json").utf8)) as? [String: Any])
    let definitions = try #require(schema["definitions"] as? [String: Any])
    let diagram = try #require((definitions["diagram"] as? [String: Any])?["properties"] as? [String: Any])
    let written = try #require((diagram["view"] as? [String: Any])?["enum"] as? [String])
    #expect(written == names)
  }

  @Test("docs/views.md has a row and a section for each")
  func page() throws {
    let page = try text("docs/views.md")
    #expect(page.matches(of: /(?m)^\| \[(.*?)\]\(#(.*?)\)/).map { String($0.1) } == names)
    #expect(page.matches(of: /(?m)^## ([a-z]+)$/).map { String($0.1) }.filter(names.contains) == names)
  }

  @Test("The check of the corpus asks podmap for the views, and knows which are sequences")
  func corpus() throws {
    let script = try text("scripts/corpus-check")
    #expect(script.contains("SEQUENCES = {\(quoted(names.filter { View.named($0).map(isSequence) ?? false }))}"))
  }

  private func isSequence(_ view: View) -> Bool {
    switch view {
    case .flow: false
    case .sequence: true
    }
  }

  private func quoted(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: packageFolder().appending(path: path), encoding: .utf8)
  }
}
