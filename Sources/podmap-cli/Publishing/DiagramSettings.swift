import ArgumentParser
import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// A diagram of `podmap.yaml` whose words are understood: they mean what the options of `podmap draw` mean.
struct DiagramSettings: Sendable {
  let diagram: ProjectDiagram
  let view: DiagramView
  /// One for each file.
  let formats: [OutputFormat]
  private let direction: FlowDiagram.Direction?

  /// Nothing where a word is wrong; the messages say which.
  init?(_ diagram: ProjectDiagram, _ diagnostics: inout [Diagnostic]) {
    var found: [Diagnostic] = []
    func judge<Result>(_ field: String, _ body: () throws -> Result) -> Result? {
      do { return try body() } catch {
        found.append(Self.diagnostic(error, at: diagram.place(of: field)))
        return nil
      }
    }
    let view = judge("view") {
      try Choice.one(of: DiagramView.allCases, named: diagram.view ?? FlowView.workloads.rawValue, what: "view")
    }
    direction =
      judge("direction") {
        var look = try LookOptions.parse([])
        look.direction = diagram.direction
        return try look.givenDirection
      } ?? nil
    if let view {
      for (field, isGiven) in [
        ("detail", diagram.detail != nil), ("phase", diagram.phase != nil), ("from", diagram.from != nil),
        ("to", diagram.to != nil),
      ] where isGiven {
        _ = judge(field) { try Self.sequence(diagram, only: field).validate(for: view) }
      }
    }
    _ = judge("selector") { try Self.selection(diagram).validateNames() }
    formats = diagram.files.compactMap { file in
      do { return try OutputFormat(file: file.path.text, given: nil) } catch {
        found.append(Self.diagnostic(error, at: file.place))
        return nil
      }
    }
    diagnostics += found
    guard found.isEmpty, let view else { return nil }
    self.diagram = diagram
    self.view = view
  }

  /// What is drawn of an input.
  func drawings(of input: LinkedInput) -> Result<(set: DrawingSet, part: Topology), Refusal> {
    do {
      let chosen = try input.topology.selecting(Self.selection(diagram).selection(in: input.topology))
      let options = ViewOptions(
        title: diagram.title, subject: input.subject, direction: direction, showsLegend: diagram.showsLegend)
      let sequence = try Self.sequence(diagram).options(title: diagram.title, subject: input.subject, in: chosen)
      return .success((DrawingSet(input, chosen: chosen, view, options, sequence), view.part(of: chosen)))
    } catch {
      return .failure(Refusal(diagnostic: Self.diagnostic(error, at: diagram.place(of: ""))))
    }
  }

  /// Why nothing is drawn.
  struct Refusal: Error {
    var diagnostic: Diagnostic
  }

  private static func selection(_ diagram: ProjectDiagram) throws -> SelectionOptions {
    var options = try SelectionOptions.parse([])
    options.namespace = diagram.namespaces
    options.selector = diagram.selector
    options.kind = diagram.kinds
    options.exclude = diagram.excluded
    options.focus = diagram.focus
    options.depth = diagram.depth ?? options.depth
    return options
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

  private static func diagnostic(_ error: any Error, at place: Place) -> Diagnostic {
    let message = (error as? ValidationError)?.message ?? "\(error)"
    // There are no options in podmap.yaml.
    return Diagnostic(.error, at: place, message.replacing("--", with: ""))
  }
}
