internal import PodmapManifests
internal import PodmapTopology

/// A document of `podmap.yaml` with its template, and its content.
struct PlannedDocument: Sendable {
  let document: ProjectDocument
  /// The files that the template was read from, with their contents when read; none for a built-in one.
  var sources: [(file: String, digest: Digest)] { isBuiltIn ? [] : template.sources }
  private let isBuiltIn: Bool
  private let template: DocumentTemplate

  /// `nil` if the template is not understood; the diagnostics say why.
  init?(_ document: ProjectDocument, _ diagnostics: inout [Diagnostic]) {
    var words = ProjectWords()
    let isPath = TemplateFile.isPath(document.template)
    let place = document.place(of: "template")
    let request = TemplateRequest(template: document.template)
    let read = words.judge(place) { () throws(RequestError) -> DocumentTemplate in
      try request.check(document.comparison == nil ? .application : .comparison)
      guard !isPath || ProjectPath(document.template) != nil else {
        throw RequestError(
          "the template '\(document.template.shortened())' leaves the folder of podmap.yaml; name a file inside it")
      }
      return try request.read()
    }
    words.judge(document.place(of: "selector")) { () throws(RequestError) in try document.selection.settings.check() }
    for source in read?.sources ?? [] where isPath && RealPath.leaves(source.file) {
      words.judge(place) { () throws(RequestError) in
        throw RequestError(
          """
          the template '\(source.file.shortened())' leads out of the folder of podmap.yaml through a link; \
          name a file inside it
          """)
      }
    }
    if document.comparison != nil, document.selection != ProjectSelection() {
      words.judge(document.place(of: "comparison")) { () throws(RequestError) in
        throw RequestError("a document about a comparison can't have a selection; set it on the comparison")
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

  /// What the document contains; `comparisons` are those of `podmap.yaml` by name, with no model if it can't be made.
  func output(
    _ inputs: PublishInputs, _ comparisons: [String: (picture: PlannedPicture, model: ComparisonModel?)]
  ) -> Result<PlannedOutput, PlannedPicture.Refusal> {
    guard let name = document.comparison else { return output(of: inputs[document.inputs]) }
    guard let (picture, found) = comparisons[name], let model = found else {
      return .failure(.init(diagnostic: .notCompared(document.file, name, at: document.place(of: "comparison"))))
    }
    do throws(RequestError) {
      let text = try ComparisonDocument(template, title: document.title ?? picture.title, [model]).text()
      return .success(output(text, picture.inputs))
    } catch {
      return .failure(.init(diagnostic: Diagnostic(error, at: document.place(of: ""))))
    }
  }

  /// What a document about an application contains.
  private func output(of input: LinkedInput) -> Result<PlannedOutput, PlannedPicture.Refusal> {
    do throws(RequestError) {
      try ProjectWords.check([input], document.file.text)
      let chosen = try document.selection.settings.part(of: input.topology)
      guard !chosen.nodes.isEmpty else {
        throw RequestError(
          "there is nothing to write about in '\(document.file.text.shortened())', so it is left unchanged")
      }
      let model = ApplicationModel(input, chosen: chosen, title: document.title)
      return .success(output(try template.text(of: model.value), document.inputs))
    } catch {
      return .failure(.init(diagnostic: Diagnostic(error, at: document.place(of: ""))))
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
      "'\(file.text.shortened())' is left unchanged because the comparison '\(name)' failed")
  }
}
