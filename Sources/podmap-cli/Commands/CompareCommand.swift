import ArgumentParser
import PodmapComparison
import PodmapManifests
import PodmapProject
import PodmapTopology

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two layouts, or two versions, of one application.",
    usage: """
      podmap compare LEFT RIGHT [--format FORMAT] [-o FILE] ...
                     [--picture PICTURE] [--match OLD=NEW] ... [--exit-code]
      podmap compare LEFT RIGHT --template TEMPLATE [-o FILE]
      podmap compare LEFT RIGHT --project [--template TEMPLATE] [-o FILE]
      """,
    discussion: """
      LEFT and RIGHT are each a file, a directory or '-' for standard input. Containers are matched even if they have \
      moved to another pod; the report lists what differs, and what it means.

      With no -o, a table goes to standard output. The extension of a file decides its format: \
      \(FormatUse.comparison.extensions). Markdown holds the picture as Mermaid.

      Examples:
        podmap compare one-pod/ many-pods/ -o layouts.svg
        podmap compare main/deploy/ branch/deploy/ --format md
        podmap compare main/deploy/ branch/deploy/ --picture merged --format mermaid
      """
  )

  @Argument(help: ArgumentHelp("The left side: a file, a directory, or '-'.", valueName: "left"), completion: .file())
  var left: String

  @Argument(help: ArgumentHelp("The right side.", valueName: "right"), completion: .file())
  var right: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The format: \(FormatUse.comparison.names.joined(separator: ", ")).", valueName: "format"),
    completion: .list(FormatUse.comparison.names))
  var format: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("A file to write; may be given several times.", valueName: "file"),
    completion: .file())
  var output: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The names of one container on both sides, if Podmap can't match them; may be given several times.",
      valueName: "old=new"))
  var match: [String] = []

  @OptionGroup var document: TemplateOption

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "LEFT and RIGHT are two checkouts of one repository, or revisions: compare the inputs that the podmap.yaml of RIGHT names, and "
        + "write a document (from the template pull-request, or --template)."))
  var project = false

  @Flag(name: .long, help: "Exit with 1 if anything differs.")
  var exitCode = false

  @OptionGroup(title: "Pictures") var picture: ComparisonPictureOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Kustomizations and charts") var source: SourceOptions
  @OptionGroup var namespace: NamespaceOption
  @OptionGroup var common: CommonOptions

  private var request: CompareRequest {
    get throws(RequestError) {
      CompareRequest(
        selection: selection.settings, pairs: try match.map { pair throws(RequestError) in try NamePair(pair) },
        picture: try picture.settings, subject: subject)
    }
  }

  /// A comment is about two versions, even if most containers have moved.
  private var subject: Comparison.Subject? {
    let isComment = ["pull-request", "merge-request"].contains(document.template)
    return isComment ? .versions : CompareRequest.subject(of: [left, right])
  }

  private var formats: [OutputFormat] {
    get throws(RequestError) {
      let given = try format.map { name throws(RequestError) in try FormatUse.comparison.format(named: name) }
      // A document is in the language of its template.
      if isDocument { return [] }
      return try targets.map { file throws(RequestError) in
        if let given { given } else { try FormatUse.comparison.format(of: file) }
      }
    }
  }

  private var targets: [String] { output.isEmpty ? ["-"] : output }

  private var isDocument: Bool { project || document.template != nil }

  func validate() throws {
    let selects = selection.isGiven
    try document.validate(.comparison, outputs: output, besides: [("--format", format != nil)])
    if project, format != nil || output.count > 1 || !match.isEmpty || selects || left == "-" || right == "-" {
      throw ValidationError(
        "--project compares two folders and writes one document; combine it only with --template and -o")
    }
    try usage { () throws(RequestError) in
      let formats = try formats
      let request = CompareRequest(selection: selection.settings, picture: try picture.settings)
      try request.checkDirection()
      try picture.render.settings.check(for: formats)
      try request.selection.check()
      _ = try self.request
    }
    if left == "-", right == "-" {
      throw ValidationError("only one side can be standard input; give a file or a directory for the other")
    }
  }

  func run() throws {
    let run = CommandRun(common, inputs: [left, right])
    let template = try document.read(run)
    if project { return try writeProject(template, run) }
    let project = try common.project
    let (formats, request) = try run.requesting { () throws(RequestError) in (try self.formats, try self.request) }
    if let refusal = StandardOutput.refusal(of: formats, to: targets, command: "compare", [left, right]) {
      throw run.refusal(refusal)
    }
    if !source.program.noRender, let refusal = Self.refusal(left, right) { throw run.refusal(refusal) }
    var renderer = try run.renderer(picture.render, for: formats)
    renderer.onPicture = run.progress.counting("drawing pictures")
    defer { renderer.end() }
    let (namespace, settings, say) = (namespace.value, source.settings, run.progress.say)
    let read = concurrentMap([left, right]) {
      LinkedInput(
        reading: [$0], project: project, namespace: namespace, settings: settings, keepsSources: true, onStep: say)
    }
    let pair = LinkedInput.pair(read[0], read[1])
    let inputs = [pair.left, pair.right]
    let layouts = try run.requesting { () throws(RequestError) in
      let both = try request.layouts(of: inputs[0], inputs[1])
      return [both.left, both.right]
    }
    let isReadable = zip(inputs, layouts).allSatisfy { !$0.hasErrors || !$1.containers.isEmpty }
    run.progress.say("comparing \(layouts[0].containers.count) with \(layouts[1].containers.count) containers")
    let names = [left, right].map(Self.shown)
    let drawn = try run.requesting { () throws(RequestError) in
      try request.compare(layouts[0], layouts[1], named: (names[0], names[1]), isReadable: isReadable)
    }
    // A mistyped path must not replace a good report with one in which everything is removed.
    var outcomes = isReadable ? drawn.outcomes(formats, renderer) : []
    if let template, isReadable {
      let text = try run.requesting { () throws(RequestError) in
        template.diagnostics.isEmpty ? try Self.text(template, drawn.title, [drawn.model]) : nil
      }
      outcomes = [DrawingSet.Outcome(written: text.map { WrittenDiagram($0) })]
    }
    var diagnostics = (template?.diagnostics ?? []) + inputs[0].diagnostics
    let known = Set(diagnostics)
    diagnostics += inputs[1].diagnostics.filter { !known.contains($0) }
    diagnostics += zip(zip(inputs, layouts), names).compactMap { side, name in
      side.1.containers.isEmpty && !side.0.hasErrors ? .noContainers(name) : nil
    }
    let failures = outcomes.flatMap(\.failures).uniqued
    diagnostics += renderer.remarks + zip(targets, outcomes).flatMap { $1.written?.remarks(for: $0) ?? [] }.uniqued
    run.report(diagnostics + failures)
    for case (let file, let written?) in zip(targets, outcomes.map(\.written)) {
      try run.write(written, to: file)
    }
    // One picture that can't be drawn doesn't stop the others.
    if !failures.isEmpty { throw ExitCode(2) }
    renderer.end()
    withExtendedLifetime((inputs, drawn)) {
      endProcess(common.isFailure(diagnostics) || exitCode && drawn.isDifferent ? 1 : 0)
    }
  }

  /// Why revisions without a path can't be compared; `nil` if there are none.
  private static func refusal(_ left: String, _ right: String) -> String? {
    let whole = (GitSource.completed(left, like: right), GitSource.completed(right, like: left))
    guard let named = whole.0 == nil ? (whole.1.map { _ in right }) : left else { return nil }
    let command = "podmap compare \((whole.0 ?? left).word) \((whole.1 ?? right).word)"
    return "'\(named.shortened())' is a git revision without a path; write: \(command) "
      + "(or, to compare what podmap.yaml names: podmap compare \(left.word) \(right.word) --project)"
  }

  /// Writes a document about two checkouts.
  private func writeProject(_ given: DocumentTemplate?, _ run: CommandRun) throws {
    let template = try run.requesting { () throws(RequestError) in
      if let given { given } else { try TemplateRequest(template: "pull-request").read() }
    }
    let found = try run.requesting { () throws(RequestError) in
      try CheckoutComparison(
        base: left, head: right, config: common.config ?? "podmap.yaml", namespace: namespace.value,
        settings: source.settings, options: try picture.settings,
        onStep: run.progress.say)
    }
    let text = try run.requesting { () throws(RequestError) in
      try Self.text(template, picture.look.title ?? "What changes", found.models)
    }
    let diagnostics = template.diagnostics + found.diagnostics
    run.report(diagnostics)
    if template.diagnostics.isEmpty, !found.models.isEmpty {
      try run.write(text, to: targets[0])
    }
    endProcess(common.isFailure(diagnostics) || exitCode && found.isDifferent ? 1 : 0)
  }

  private static func text(_ template: DocumentTemplate, _ title: String, _ models: [ComparisonModel])
    throws(RequestError) -> String
  {
    try ComparisonDocument(template, title: title, models).text()
  }

  /// The name of a side in reports: as typed, but without absolute paths of this machine.
  private static func shown(_ input: String) -> String {
    if input == "-" { return "standard input" }
    if input.hasPrefix("/") { return input.split(separator: "/").last.map(String.init) ?? input }
    return input.hasPrefix("./") && input.count > 2 ? String(input.dropFirst(2)) : input
  }
}

extension Diagnostic {
  fileprivate static func noContainers(_ name: String) -> Diagnostic {
    Diagnostic(
      .warning,
      "there are no containers in '\(name.shortened())', so all containers of the other side count as changed")
  }
}
