import ArgumentParser
import PodmapDiagrams
import PodmapManifests
import PodmapTopology

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "List everything that was read, and why each edge is there.",
    usage: "podmap inspect INPUT ... [--format table|json] [-o FILE]"
  )

  enum Format: String, CaseIterable {
    case table, json
  }

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions

  @Option(
    name: .long, help: ArgumentHelp("table or json.", valueName: "format"),
    completion: .list(Format.allCases.map(\.rawValue)))
  var format: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("A file to write; .json gives JSON.", valueName: "file"),
    completion: .file())
  var output: String?

  private var chosenFormat: Format {
    get throws {
      if let format { return try Choice.one(of: Format.allCases, named: format, what: "format") }
      return output?.lowercased().hasSuffix(".json") == true ? .json : .table
    }
  }

  func validate() throws {
    _ = try chosenFormat
    try selection.validateNames()
  }

  func run() throws {
    let console = Console(isVerbose: input.verbose)
    let progress = Progress(console)
    let application = LinkedInput(reading: input.inputs, project: try input.project, onStep: progress.say)
    let chosen = try application.topology.selecting(selection.selection(in: application.topology))
    var text = ""
    switch try chosenFormat {
    case .json: TopologyJSONWriter().write(chosen, diagnostics: application.diagnostics, to: &text)
    case .table: TopologyTable(chosen).write(to: &text)
    }
    progress.end()
    console.report(application.diagnostics)
    let files = OutputFiles(console)
    if let output, output != "-" {
      try files.write(Array(text.utf8), to: output)
    } else {
      try files.writeToStandardOutput(Array(text.utf8))
    }
    input.end(application.diagnostics)
  }
}
