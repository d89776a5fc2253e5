import ArgumentParser
import PodmapManifests
import PodmapProject
import PodmapTopology

/// A document of `podmap.yaml` with its template, and what it is to hold.
struct PlannedDocument: Sendable {
  let document: ProjectDocument
  /// The files that the template was read from, as they were then; none for a built-in one.
  var sources: [(file: String, digest: Digest)] { isBuiltIn ? [] : template.sources }
  private let isBuiltIn: Bool
  private let template: DocumentTemplate

  /// Nothing where the template is not understood; the messages say why.
  init?(_ document: ProjectDocument, _ diagnostics: inout [Diagnostic]) {
    var words = ProjectWords()
    let isPath = TemplateFile.isPath(document.template)
    let place = document.place(of: "template")
    let read = words.judge(place) { () throws -> DocumentTemplate in
      try TemplateOption.check(document.template, document.comparison == nil ? .application : .comparison)
      guard !isPath || ProjectPath(document.template) != nil else {
        throw ValidationError(
          "the template '\(document.template.shortened())' leaves the folder of podmap.yaml; name a file inside of it")
      }
      return try TemplateOption.read(document.template)
    }
    words.judge(document.place(of: "file")) {
      try TemplateOption.check(document.template, writes: document.file.text)
    }
    words.judge(document.place(of: "selector")) { try SelectionOptions(document.selection).validateNames() }
    for source in read?.sources ?? [] where isPath && RealPath.leaves(source.file) {
      words.judge(place) {
        throw ValidationError(
          "the template '\(source.file.shortened())' leaves the folder of podmap.yaml by a link; "
            + "name a file inside of it")
      }
    }
    if document.comparison != nil, document.selection != ProjectSelection() {
      words.judge(document.place(of: "comparison")) {
        throw ValidationError("a document about a comparison has no selection of its own; give it to the comparison")
      }
    }
    diagnostics += words.diagnostics + (read?.diagnostics ?? [])
    guard words.diagnostics.isEmpty, let read, read.diagnostics.isEmpty else { return nil }
    self.document = document
    isBuiltIn = !isPath
    template = read
  }

  /// The name of the document in messages and in the index.
  var name: String { document.template }

  /// What the document holds; comparisons are those of `podmap.yaml` by name, with no model of one that can't be made.
  func output(
    _ inputs: PublishInputs, _ comparisons: [String: (picture: PlannedPicture, model: ComparisonModel?)]
  ) -> Result<PlannedOutput, PlannedPicture.Refusal> {
    guard let name = document.comparison else { return output(of: inputs[document.inputs]) }
    guard let (picture, found) = comparisons[name], let model = found else {
      return .failure(.init(diagnostic: .notCompared(document.file, name, at: document.place(of: "comparison"))))
    }
    let text = ComparisonDocument(template, title: document.title ?? picture.title, [model]).text
    return .success(output(text, picture.inputs))
  }

  /// What an application's document holds.
  private func output(of input: LinkedInput) -> Result<PlannedOutput, PlannedPicture.Refusal> {
    do {
      try ProjectWords.check([input], document.file.text)
      let chosen = try input.topology.selecting(SelectionOptions(document.selection).selection(in: input.topology))
      guard !chosen.nodes.isEmpty else {
        throw ValidationError(
          "there is nothing to write about in '\(document.file.text.shortened())'; it is left as it is")
      }
      let model = ApplicationModel(input, chosen: chosen, title: document.title)
      return .success(output(template.text(of: model.value), document.inputs))
    } catch {
      return .failure(.init(diagnostic: ProjectWords.diagnostic(error, at: document.place(of: ""))))
    }
  }

  private func output(_ text: String, _ inputs: [ProjectPath]) -> PlannedOutput {
    PlannedOutput(
      file: document.file, diagram: name, kind: "document", content: .text(Array(text.utf8)), inputs: inputs)
  }
}

extension Diagnostic {
  fileprivate static func notCompared(_ file: ProjectPath, _ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(file.text.shortened())' is left as it is, since the comparison '\(name)' can't be made")
  }
}
