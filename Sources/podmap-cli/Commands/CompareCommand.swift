import ArgumentParser
import PodmapComparison
import PodmapDiagrams
import PodmapGraphviz
import PodmapManifests
import PodmapProject
import PodmapTopology

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two layouts, or two versions, of one application.",
    usage: """
      podmap compare LEFT RIGHT [--format FORMAT] [-o FILE] ... [--picture PICTURE] [--match OLD=NEW] ... [--exit-code]
      podmap compare LEFT RIGHT --template TEMPLATE [-o FILE]
      podmap compare LEFT RIGHT --project [--template TEMPLATE] [-o FILE]
      """,
    discussion: """
      LEFT and RIGHT are each a file, a directory or '-' for standard input. Containers are matched also where they \
      have gone to another pod; what differs is listed, and what it means.

      With no -o, a table goes to standard output. The format of a file is told by its extension: .txt, .md, .json, \
      .mmd, .dot, .svg, .png, .pdf, .webp. Markdown holds the picture as Mermaid.

      Examples:
        podmap compare one-pod/ many-pods/ -o layouts.svg
        podmap compare main/deploy/ branch/deploy/ --format md
        podmap compare main/deploy/ branch/deploy/ --picture merged --format mermaid
      """
  )

  @Argument(help: ArgumentHelp("The one side: a file, a directory, or '-'.", valueName: "left"), completion: .file())
  var left: String

  @Argument(help: ArgumentHelp("The other side.", valueName: "right"), completion: .file())
  var right: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The format: \(ComparisonFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"),
    completion: .list(ComparisonFormat.allCases.map(\.rawValue)))
  var format: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("A file to write; may be given several times.", valueName: "file"),
    completion: .file())
  var output: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Two names of one container, for where names and images do not tell; may be given several times.",
      valueName: "old=new"))
  var match: [String] = []

  @OptionGroup var document: TemplateOption

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "LEFT and RIGHT are two checkouts of one repository: compare what the podmap.yaml of RIGHT names as inputs, as a "
        + "document (pull-request unless --template says another)."))
  var project = false

  @Flag(name: .long, help: "Exit with 1 where anything differs.")
  var exitCode = false

  @OptionGroup(title: "Pictures") var picture: ComparisonPictureOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup var common: CommonOptions

  private var formats: [ComparisonFormat] {
    get throws {
      let given = try format.map { try Choice.one(of: ComparisonFormat.allCases, named: $0, what: "format") }
      // A document is of whatever language its template is.
      if isDocument { return [] }
      return output.isEmpty ? [given ?? .table] : try output.map { try ComparisonFormat(file: $0, given: given) }
    }
  }

  private var isDocument: Bool { project || document.template != nil }

  func validate() throws {
    let selects = selection.isGiven
    try document.validate(.comparison, outputs: output, besides: [("--format", format != nil)])
    if project, format != nil || output.count > 1 || !match.isEmpty || selects || left == "-" || right == "-" {
      throw ValidationError("--project takes two folders and makes one document; --template and -o go with it")
    }
    try picture.validate(for: formats)
    try selection.validateNames()
    _ = try match.map { try MatchOption($0) }
    if left == "-", right == "-" {
      throw ValidationError("standard input can be only one side; give a file or a directory for the other")
    }
  }

  func run() throws {
    let console = Console(isVerbose: common.verbose)
    let progress = Progress(console)
    let template = try document.read()
    if project { return try writeProject(template, console, progress) }
    let project = try common.project
    let (formats, options) = (try formats, try match.map { try MatchOption($0) })
    let icons = try picture.render.icons.map { try IconFolder($0).icons(console.say) } ?? IconSet()
    let renderer = Renderer(picture.render, icons, for: formats.compactMap(\.picture))
    defer { renderer.end() }
    let inputs = [left, right].map {
      LinkedInput(reading: [$0], project: project, keepsSources: true, onStep: progress.say)
    }
    let selection = try self.selection.selection(in: inputs.map(\.topology))
    let layouts = inputs.map { Layout($0.topology.selecting(selection), resources: $0.resources) }
    // A side that can't be read says nothing about the names of its containers.
    let isReadable = zip(inputs, layouts).allSatisfy { !$0.hasErrors || !$1.containers.isEmpty }
    progress.say("comparing \(layouts[0].containers.count) with \(layouts[1].containers.count) containers")
    let settled = isReadable ? try MatchOption.settled(options, layouts[0], layouts[1]) : []
    let comparison = Comparison(layouts[0], layouts[1], settled: settled)
    let names = [left, right].map(Self.shown)
    let written = WrittenComparison(comparison, left: names[0], right: names[1], try picture.options, renderer)
    var outcomes = isReadable ? written.outcomes(formats) : []
    if let template, isReadable {
      let model = ComparisonModel(comparison, left: names[0], right: names[1], try picture.options)
      let title = picture.look.title ?? "\(names[0]) → \(names[1])"
      let isWhole = template.diagnostics.isEmpty
      let text = isWhole ? ComparisonDocument(template, title: title, [model]).text : ""
      outcomes = [DrawingSet.Outcome(documents: isWhole ? Documents(text) : nil, failures: [])]
    }
    progress.end()
    var diagnostics = (template?.diagnostics ?? []) + inputs[0].diagnostics
    let known = Set(diagnostics)
    diagnostics += inputs[1].diagnostics.filter { !known.contains($0) }
    diagnostics += zip(zip(inputs, layouts), names).compactMap { side, name in
      side.1.containers.isEmpty && !side.0.hasErrors ? .noContainers(name) : nil
    }
    let targets = output.isEmpty ? ["-"] : output
    let failures = outcomes.flatMap(\.failures).uniqued
    diagnostics += renderer.remarks + zip(targets, outcomes).flatMap { $1.documents?.remarks(for: $0) ?? [] }.uniqued
    console.report(diagnostics + failures)
    let files = OutputFiles(console)
    // A mistyped path must not replace a good report by one in which everything is gone.
    for case (let file, let documents?) in zip(targets, outcomes.map(\.documents)) {
      if file == "-" { try files.writeToStandardOutput(documents) } else { try files.write(documents, to: file) }
    }
    // One picture that can't be drawn stops no other.
    if !failures.isEmpty { throw ExitCode(2) }
    renderer.end()
    let isDifferent = exitCode && !comparison.changes.isEmpty
    withExtendedLifetime((inputs, comparison)) {
      endProcess(common.isFailure(diagnostics) || isDifferent ? 1 : 0)
    }
  }

  /// Writes a document about two checkouts.
  private func writeProject(_ given: DocumentTemplate?, _ console: Console, _ progress: Progress) throws {
    let template = try given ?? TemplateOption.read("pull-request")
    let found = try CheckoutComparison(
      base: left, head: right, config: common.config ?? "podmap.yaml", options: try picture.options,
      onStep: progress.say)
    let text = ComparisonDocument(template, title: picture.look.title ?? "What changes", found.models).text
    progress.end()
    let diagnostics = template.diagnostics + found.diagnostics
    console.report(diagnostics)
    if template.diagnostics.isEmpty, !found.models.isEmpty {
      try OutputFiles(console).write(text, toFirstOf: output)
    }
    endProcess(common.isFailure(diagnostics) || exitCode && found.isDifferent ? 1 : 0)
  }

  /// What a side is called in reports: as it was typed, but no path of this machine.
  private static func shown(_ input: String) -> String {
    if input == "-" { return "standard input" }
    if input.hasPrefix("/") { return input.split(separator: "/").last.map(String.init) ?? input }
    return input.hasPrefix("./") && input.count > 2 ? String(input.dropFirst(2)) : input
  }
}

extension Diagnostic {
  fileprivate static func noContainers(_ name: String) -> Diagnostic {
    Diagnostic(.warning, "there are no containers in '\(name.shortened())'; all of the other side count as changed")
  }
}
