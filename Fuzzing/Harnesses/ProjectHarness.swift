import PodmapManifests
import PodmapProject
import PodmapTopology

extension Harness {
  /// The settings of a repository.
  static let project = Harness(name: "project") { bytes in
    for diagnostic in ProjectFile(bytes, name: "podmap.yaml").diagnostics {
      if let problem = TextCheck.message(diagnostic.description) { return problem }
    }
    return nil
  }

  /// Templates, filled from a small application: text from it stays text.
  static let templates = Harness(name: "templates") { bytes in
    let template = DocumentTemplate(text(bytes), name: "input.md", language: .markdown) { _ in nil }
    // The author of a template may write anything.
    guard template.diagnostics.isEmpty, TextCheck.problem(in: text(bytes)) == nil else { return nil }
    return (try? template.text(of: model.value)).flatMap(TextCheck.problem)
  }

  private static let model: ApplicationModel = {
    let manifest = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web}}
      spec: {containers: [{name: a, image: "i:1"}, {name: b, image: "i:2"}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}, ports: [{port: 80}]}
      """
    let input = LinkedInput(texts: [("shop.yaml", manifest)], subject: "shop", keepsSources: true)
    return ApplicationModel(input, chosen: input.topology, title: nil)
  }()

  /// Blocks of a Markdown document: what is outside them stays, and what was written is found again.
  static let blocks = Harness(name: "blocks") { bytes in
    let names: Set = ["a", "b"]
    let found = MarkdownBlocks(bytes, named: names, file: "input.md")
    guard found.diagnostics.isEmpty else { return nil }
    if found.replacing([:]) != bytes { return "a document changes although nothing is replaced" }
    let contents = ["a": "one\n\ntwo\n", "b": "three\n"]
    let written = found.replacing(contents)
    let again = MarkdownBlocks(written, named: names, file: "input.md")
    if again.names != found.names { return "the blocks \(found.names) became \(again.names)" }
    return again.replacing(contents) == written ? nil : "replacing a second time changes the document"
  }
}
