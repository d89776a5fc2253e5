import ArgumentParser
import PodmapDiagrams
import PodmapManifests
import PodmapProject
import PodmapTopology

struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw an application.",
    usage: "podmap draw INPUT ... [--view VIEW] [--format FORMAT] [-o FILE] ...",
    discussion: """
      With no -o, Mermaid goes to standard output. The extension of a file decides its format: \
      \(FormatUse.drawing.extensions). What is too large for one diagram becomes an overview (FILE) and parts \
      (FILE-PART), or one Markdown page on standard output.

      Views:
      \(HelpColumns(View.all.map { ($0.name, $0.help) }).text)
      """
  )

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What to show; the views are listed above.", valueName: "view"),
    completion: .list(View.all.map(\.name)))
  var view: String = View.standard.name

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The format: \(FormatUse.drawing.names.joined(separator: ", ")).", valueName: "format"),
    completion: .list(FormatUse.drawing.names))
  var format: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("A file to write; may be given several times.", valueName: "file"),
    completion: .file())
  var output: [String] = []

  @OptionGroup var document: TemplateOption

  @OptionGroup(title: "Pictures") var render: RenderOptions
  @OptionGroup(title: "Sequence diagrams") var sequence: SequenceArguments

  @OptionGroup(title: "Look") var look: LookOptions

  private var request: DrawRequest {
    get throws(RequestError) {
      DrawRequest(
        view: try Choice.one(of: View.all, named: view, what: "view", by: \.name), selection: selection.settings,
        look: try look.settings, sequence: try sequence.settings)
    }
  }

  /// One for each file, or the one of standard output.
  private var formats: [OutputFormat] {
    get throws(RequestError) {
      let given = try format.map { name throws(RequestError) in try FormatUse.drawing.format(named: name) }
      // A document is in the language of its template.
      if document.template != nil { return [] }
      return try targets.map { file throws(RequestError) in
        if let given { given } else { try FormatUse.drawing.format(of: file) }
      }
    }
  }

  private var targets: [String] { output.isEmpty ? ["-"] : output }

  func validate() throws {
    try usage { () throws(RequestError) in
      let request = try request
      try request.check()
      try render.settings.check(for: formats)
    }
    try document.validate(
      .application, outputs: output,
      besides: [
        ("--view", view != View.standard.name), ("--format", format != nil),
        ("--direction", look.direction != nil), ("--no-legend", look.noLegend),
      ])
  }

  func run() throws {
    let run = CommandRun(input.common, inputs: input.inputs)
    if let template = try document.read(run) { return try write(template, run) }
    let (request, formats) = try run.requesting { () throws(RequestError) in (try self.request, try self.formats) }
    if let refusal = StandardOutput.refusal(of: formats, to: targets, command: "draw", input.inputs) {
      throw run.refusal(refusal)
    }
    var renderer = try run.renderer(render, for: formats)
    renderer.onPicture = run.progress.counting("drawing pictures")
    defer { renderer.end() }
    let application = LinkedInput(
      reading: input.inputs, project: try input.project, namespace: input.defaultNamespace,
      settings: input.source.settings, onStep: run.progress.say)
    run.progress.say("laying out \(application.topology.nodes.count.counted("node"))")
    let drawn = try run.requesting { () throws(RequestError) in try request.run(on: application, for: formats) }
    var diagnostics = application.diagnostics + renderer.remarks + drawn.remarks
    let outcomes = drawn.outcomes(formats, renderer, diagnostics: diagnostics)
    let failures = outcomes.flatMap(\.failures)
    diagnostics += [drawn.remarkOnDiagram].compactMap(\.self)
    // Each message once, even if one diagram is written to several files.
    diagnostics += zip(targets, outcomes).flatMap { $1.written?.remarks(for: $0) ?? [] }.uniqued
    run.report(diagnostics + failures.uniqued)
    // A mistyped path must not replace a good picture with an empty one.
    let hasErrors = application.hasErrors || application.isEmpty
    if !drawn.isEmpty || !hasErrors || output.isEmpty && formats == [.json] {
      for case (let file, let written?) in zip(targets, outcomes.map(\.written)) {
        try run.write(written, to: file)
      }
    }
    // One picture that can't be drawn doesn't stop the others.
    if !failures.isEmpty { throw ExitCode(2) }
    renderer.end()
    withExtendedLifetime((application, drawn, outcomes)) { input.end(diagnostics) }
  }

  /// Writes a document about the application.
  private func write(_ template: DocumentTemplate, _ run: CommandRun) throws {
    let application = LinkedInput(
      reading: input.inputs, project: try input.project, namespace: input.defaultNamespace,
      settings: input.source.settings, keepsSources: true,
      onStep: run.progress.say)
    let chosen = try run.requesting { () throws(RequestError) in try selection.settings.part(of: application.topology) }
    run.progress.say("writing the document")
    let isEmpty = chosen.nodes.isEmpty
    let text = try run.requesting { () throws(RequestError) in
      isEmpty ? "" : try template.text(of: ApplicationModel(application, chosen: chosen, title: look.title).value)
    }
    var diagnostics = application.diagnostics + template.diagnostics
    if isEmpty {
      diagnostics.append(.nothingToWrite(isError: !application.isOnlyDirectories && !application.hasErrors))
    }
    run.report(diagnostics)
    if template.diagnostics.isEmpty, !isEmpty {
      try run.write(text, to: targets[0])
    }
    withExtendedLifetime(application) { input.end(diagnostics) }
  }
}

extension Diagnostic {
  fileprivate static func nothingToWrite(isError: Bool) -> Diagnostic {
    Diagnostic(
      isError ? .error : .note,
      "there is nothing to write about; 'podmap inspect' lists what was read")
  }
}
