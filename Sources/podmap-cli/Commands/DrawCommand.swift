import ArgumentParser
import PodmapDiagrams
import PodmapGraphviz
import PodmapManifests
import PodmapProject
import PodmapTopology

struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw an application.",
    usage: "podmap draw INPUT ... [--view VIEW] [--format FORMAT] [-o FILE] ...",
    discussion: """
      With no -o, Mermaid goes to standard output. The format of a file is told by its extension: .mmd, .md, .dot, \
      .svg, .png, .pdf, .webp, .json. A picture that is too large for one diagram becomes an overview (FILE) and parts (FILE-PART), \
      or one Markdown page on standard output.

      Views:
      \(DiagramView.allCases.map { "  \($0.rawValue.padded(to: 14)) \($0.help)" }.joined(separator: "\n"))
      """
  )

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What to show: \(DiagramView.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "view"),
    completion: .list(DiagramView.allCases.map(\.rawValue)))
  var view: String = FlowView.workloads.rawValue

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The format: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"),
    completion: .list(OutputFormat.allCases.map(\.rawValue)))
  var format: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("A file to write; may be given several times.", valueName: "file"),
    completion: .file())
  var output: [String] = []

  @OptionGroup var document: TemplateOption

  @OptionGroup(title: "Pictures") var render: RenderOptions
  @OptionGroup(title: "Sequence diagrams") var sequence: SequenceArguments

  @OptionGroup var look: LookOptions

  private var givenView: DiagramView {
    get throws { try Choice.one(of: DiagramView.allCases, named: view, what: "view") }
  }

  private var givenFormat: OutputFormat? {
    get throws { try format.map { try Choice.one(of: OutputFormat.allCases, named: $0, what: "format") } }
  }

  /// One for each file, or the one of standard output.
  private var formats: [OutputFormat] {
    get throws {
      let given = try givenFormat
      // A document is of whatever language its template is.
      if document.template != nil { return [] }
      return output.isEmpty ? [given ?? .mermaid] : try output.map { try OutputFormat(file: $0, given: given) }
    }
  }

  func validate() throws {
    try sequence.validate(for: try givenView)
    _ = try look.givenDirection
    try render.validate(for: formats)
    try selection.validateNames()
    try document.validate(
      .application, outputs: output,
      besides: [
        ("--view", view != FlowView.workloads.rawValue), ("--format", format != nil),
        ("--direction", look.direction != nil), ("--no-legend", look.noLegend),
      ])
  }

  func run() throws {
    let console = Console(isVerbose: input.verbose)
    let progress = Progress(console)
    if let template = try document.read() { return try write(template, console, progress) }
    let formats = try formats
    let renderer = Renderer(
      render, try render.icons.map { try IconFolder($0).icons(console.say) } ?? IconSet(), for: formats)
    defer { renderer.end() }
    let application = LinkedInput(reading: input.inputs, project: try input.project, onStep: progress.say)
    let chosen = try application.topology.selecting(selection.selection(in: application.topology))
    let view = try givenView
    var diagnostics = application.diagnostics + renderer.remarks
    progress.say("drawing \(chosen.nodes.count) nodes")
    // JSON alone needs no picture.
    let part = formats.contains(.json) ? view.part(of: chosen) : nil
    let drawings =
      try formats.contains { $0.picture != nil }
      ? DrawingSet(
        application, chosen: chosen, view, options(application),
        sequence.options(title: look.title, subject: application.subject, in: chosen)) : nil
    // What was written as messages is no part of the graph.
    let isEmpty =
      drawings?.isEmpty ?? !application.diagrams.contains { $0.sequence != nil } && part?.nodes.isEmpty ?? true
    if isEmpty {
      diagnostics.append(
        .nothingToDraw(view: view, isError: !application.isOnlyDirectories && !application.hasErrors))
    }
    if application.isOnlyDiagrams, view != .flow(.workloads) { diagnostics.append(.noView(view)) }
    var outcomes = (drawings?.documents(formats.compactMap(\.picture), renderer) ?? [])[...]
    var failures: [Diagnostic] = []
    let documents = formats.map { format -> Documents? in
      guard format.picture != nil, let outcome = outcomes.popFirst() else {
        var text = ""
        if let part { TopologyJSONWriter().write(part, diagnostics: diagnostics, to: &text) }
        return Documents(text)
      }
      failures += outcome.failures
      return outcome.documents
    }
    progress.end()
    // A remark on a picture is no part of the graph, which is the same whatever is drawn beside it.
    if !isEmpty, let remark = drawings?.only.flatMap({ Diagnostic.leftOut(of: $0, view: view) }) {
      diagnostics.append(remark)
    }
    // Each message once, where several files are written of one picture.
    diagnostics += zip(output.isEmpty ? ["-"] : output, documents).flatMap { $1?.remarks(for: $0) ?? [] }.uniqued
    console.report(diagnostics + failures.uniqued)
    let files = OutputFiles(console)
    if output.isEmpty {
      if let only = documents[0], !isEmpty || formats == [.json] { try files.writeToStandardOutput(only) }
    } else if !isEmpty || !application.hasErrors {
      // A mistyped path must not replace a good picture by an empty one.
      for case (let file, let documents?) in zip(output, documents) {
        if file == "-" { try files.writeToStandardOutput(documents) } else { try files.write(documents, to: file) }
      }
    }
    // One picture that can't be drawn stops no other.
    if !failures.isEmpty { throw ExitCode(2) }
    renderer.end()
    withExtendedLifetime((application, drawings, documents)) { input.end(diagnostics) }
  }

  /// Writes a document about the application.
  private func write(_ template: DocumentTemplate, _ console: Console, _ progress: Progress) throws {
    let application = LinkedInput(
      reading: input.inputs, project: try input.project, keepsSources: true, onStep: progress.say)
    let chosen = try application.topology.selecting(selection.selection(in: application.topology))
    progress.say("writing the document")
    let isEmpty = chosen.nodes.isEmpty
    let text =
      isEmpty ? "" : template.text(of: ApplicationModel(application, chosen: chosen, title: look.title).value)
    progress.end()
    var diagnostics = application.diagnostics + template.diagnostics
    if isEmpty {
      diagnostics.append(.nothingToDraw(isError: !application.isOnlyDirectories && !application.hasErrors))
    }
    console.report(diagnostics)
    if template.diagnostics.isEmpty, !isEmpty {
      try OutputFiles(console).write(text, toFirstOf: output)
    }
    withExtendedLifetime(application) { input.end(diagnostics) }
  }

  private func options(_ application: LinkedInput) throws -> ViewOptions {
    ViewOptions(
      title: look.title, subject: application.subject, direction: try look.givenDirection, showsLegend: !look.noLegend)
  }
}

extension Diagnostic {
  /// What a view does not show, by kind.
  fileprivate static func leftOut(of drawing: Drawing, view: DiagramView) -> Diagnostic? {
    // The other views leave out by what they are about; this one is taken for the whole application.
    guard case .flow(let drawing) = drawing, !drawing.diagram.cards.isEmpty, view == .flow(.workloads) else {
      return nil
    }
    var counts: [String: Int] = [:]
    for (position, node) in drawing.whole.nodes.enumerated()
    where node.parent == nil && node.kind != .namespace && node.presence == .present && !drawing.drawn[position] {
      counts[node.kind.name, default: 0] += 1
    }
    guard !counts.isEmpty else { return nil }
    let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let words = kinds.prefix(5).map { "\($0.value) \($0.key)" } + (kinds.count > 5 ? ["…"] : [])
    return Diagnostic(
      .note,
      "the view '\(view.rawValue)' does not show \(words.joined(separator: ", ")); 'podmap inspect' lists everything")
  }

  fileprivate static func noView(_ view: DiagramView) -> Diagnostic {
    Diagnostic(
      .note, "the input holds only diagrams written by hand, which the view '\(view.rawValue)' does not change")
  }

  fileprivate static func nothingToDraw(isError: Bool) -> Diagnostic {
    Diagnostic(
      isError ? .error : .note,
      "there is nothing to write about; 'podmap inspect' lists what was read")
  }

  fileprivate static func nothingToDraw(view: DiagramView, isError: Bool) -> Diagnostic {
    Diagnostic(
      isError ? .error : .note,
      "there is nothing to draw in the view '\(view.rawValue)'; 'podmap inspect' lists what was read")
  }
}
