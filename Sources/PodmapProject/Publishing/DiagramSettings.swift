internal import PodmapDiagrams
internal import PodmapManifests
internal import PodmapTopology

/// A diagram of `podmap.yaml` as a request, with the formats of its files.
struct DiagramSettings: Sendable {
  let diagram: ProjectDiagram
  /// One for each file.
  let formats: [OutputFormat]
  private let request: DrawRequest

  /// `nil` if a word is wrong; the diagnostics say which.
  init?(_ diagram: ProjectDiagram, _ diagnostics: inout [Diagnostic]) {
    let picture = diagram.picture
    var words = ProjectWords()
    let view = words.judge(picture.place(of: "view")) { () throws(RequestError) in
      try Choice.one(of: View.all, named: diagram.view ?? View.standard.name, what: "view", by: \.name)
    }
    let direction = words.direction(of: picture)
    let page = words.page(of: picture)
    if let view { words.judge(picture.place(of: "view")) { () throws(RequestError) in try page.check(for: view) } }
    let sequence = view.map { Self.sequence(diagram, $0, &words) } ?? SequenceSettings()
    let selection = diagram.selection.settings
    words.judge(picture.place(of: "selector")) { () throws(RequestError) in try selection.check() }
    formats = picture.files.compactMap { file in
      words.judge(file.place) { () throws(RequestError) in try FormatUse.drawing.format(of: file.path.text) }
    }
    diagnostics += words.diagnostics
    guard words.diagnostics.isEmpty, let view else { return nil }
    self.diagram = diagram
    request = DrawRequest(
      view: view, selection: selection,
      look: LookSettings(title: picture.title, direction: direction, showsLegend: picture.showsLegend, page: page),
      sequence: sequence)
  }

  /// Each field on its own, so that a problem is reported at its location.
  private static func sequence(
    _ diagram: ProjectDiagram, _ view: View, _ words: inout ProjectWords
  ) -> SequenceSettings {
    var settings = SequenceSettings()
    func set(
      _ field: String, _ word: String?, _ set: (inout SequenceSettings, String) throws(RequestError) -> Void
    ) {
      guard let word else { return }
      words.judge(diagram.picture.place(of: field)) { () throws(RequestError) in
        var alone = SequenceSettings()
        try set(&alone, word)
        try alone.check(for: view)
        try set(&settings, word)
      }
    }
    set("steps", diagram.steps) { settings, word throws(RequestError) in
      settings.steps = try SequenceSettings.steps(named: word)
    }
    set("phase", diagram.phase) { settings, word throws(RequestError) in
      settings.phase = try SequenceSettings.phase(named: word)
    }
    set("from", diagram.from) { settings, word in settings.from = word }
    set("to", diagram.to) { settings, word in settings.to = word }
    set("possible", diagram.possible.map { "\($0)" }) { settings, word in settings.possible = word == "true" }
    return settings
  }

  /// What to draw of an input.
  func picture(of input: LinkedInput, besides published: Set<String>, _ look: PublishedLook) -> PlannedPicture {
    PlannedPicture(diagram.picture, of: diagram.inputs, drawing(of: input, besides: published), formats, look)
  }

  private func drawing(
    of input: LinkedInput, besides published: Set<String>
  ) -> Result<PublishedDrawing, PlannedPicture.Refusal> {
    do throws(RequestError) {
      try ProjectWords.check([input], diagram.name)
      let drawn = try request.run(on: input, for: formats + [.mermaid])
      guard drawn.drawings?.isEmpty == false else {
        return .failure(
          .init(diagnostic: .nothingToDraw(diagram.name, request.view, at: diagram.picture.place(of: "view"))))
      }
      // What was published before is not a manifest, and the user knows about it.
      let messages = input.diagnostics.filter { !published.contains($0.place?.file ?? "") }
      return .success(.diagram(drawn, messages: messages))
    } catch {
      return .failure(.init(diagnostic: Diagnostic(error, at: diagram.picture.place(of: ""))))
    }
  }
}

extension Diagnostic {
  fileprivate static func nothingToDraw(_ name: String, _ view: View, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "there is nothing to draw for '\(name)' in the view '\(view.name)'; its outputs are left unchanged")
  }
}
