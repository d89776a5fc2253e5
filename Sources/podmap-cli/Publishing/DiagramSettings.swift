import ArgumentParser
import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// A diagram of `podmap.yaml` whose words are understood: they mean what the options of `podmap draw` mean.
struct DiagramSettings: Sendable {
  let diagram: ProjectDiagram
  let view: DiagramView
  /// One for each file.
  let formats: [PublishedFormat]
  private let direction: FlowDiagram.Direction?

  /// Nothing where a word is wrong; the messages say which.
  init?(_ diagram: ProjectDiagram, _ diagnostics: inout [Diagnostic]) {
    var words = ProjectWords()
    let view = words.judge(diagram.picture.place(of: "view")) {
      try Choice.one(of: DiagramView.allCases, named: diagram.view ?? FlowView.workloads.rawValue, what: "view")
    }
    direction = words.direction(of: diagram.picture)
    if let view {
      for (field, isGiven) in [
        ("detail", diagram.detail != nil), ("phase", diagram.phase != nil), ("from", diagram.from != nil),
        ("to", diagram.to != nil),
      ] where isGiven {
        words.judge(diagram.picture.place(of: field)) {
          try Self.sequence(diagram, only: field).validate(for: view)
        }
      }
    }
    words.judge(diagram.picture.place(of: "selector")) { try SelectionOptions(diagram.selection).validateNames() }
    formats = diagram.picture.files.compactMap { file in
      words.judge(file.place) { .diagram(try OutputFormat(file: file.path.text, given: nil)) }
    }
    diagnostics += words.diagnostics
    guard words.diagnostics.isEmpty, let view else { return nil }
    self.diagram = diagram
    self.view = view
  }

  /// What is drawn of an input.
  func picture(of input: LinkedInput, besides published: Set<String>, _ look: PublishedLook) -> PlannedPicture {
    let drawing: Result<PublishedDrawing, PlannedPicture.Refusal>
    do {
      try ProjectWords.check([input], diagram.name)
      let chosen = try input.topology.selecting(SelectionOptions(diagram.selection).selection(in: input.topology))
      let options = ViewOptions(
        title: diagram.picture.title, subject: input.subject, direction: direction,
        showsLegend: diagram.picture.showsLegend)
      let sequence = try Self.sequence(diagram).options(
        title: diagram.picture.title, subject: input.subject, in: chosen)
      let set = DrawingSet(input, chosen: chosen, view, options, sequence)
      // What was published before is no manifest, and no news.
      let messages = input.diagnostics.filter { !published.contains($0.place?.file ?? "") }
      drawing =
        set.isEmpty
        ? .failure(.init(diagnostic: .nothingToDraw(diagram.name, view, at: diagram.picture.place(of: "view"))))
        : .success(.diagram(set, part: view.part(of: chosen), messages: messages))
    } catch {
      drawing = .failure(.init(diagnostic: ProjectWords.diagnostic(error, at: diagram.picture.place(of: ""))))
    }
    return PlannedPicture(diagram.picture, of: diagram.inputs, drawing, formats, look)
  }

  private static func sequence(_ diagram: ProjectDiagram, only field: String? = nil) throws -> SequenceArguments {
    func given(_ name: String, _ value: String?) -> String? { field == nil || field == name ? value : nil }
    var arguments = try SequenceArguments.parse([])
    arguments.detail = given("detail", diagram.detail)
    arguments.phase = given("phase", diagram.phase)
    arguments.from = given("from", diagram.from)
    arguments.to = given("to", diagram.to)
    return arguments
  }
}

extension Diagnostic {
  fileprivate static func nothingToDraw(_ name: String, _ view: DiagramView, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "there is nothing to draw for '\(name)' in the view '\(view.rawValue)'; its outputs are left as they are")
  }
}
