import ArgumentParser
import PodmapDiagrams
import PodmapManifests
import PodmapProject
import PodmapTopology

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "List everything that was read, and the evidence for each edge.",
    usage: "podmap inspect INPUT ... [--matrix] [--format table|json|sarif] [-o FILE]"
  )

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions

  @Flag(name: .long, help: "List who may reach whom instead, as far as the policies in the input decide.")
  var matrix = false

  @Option(
    name: .long,
    help: ArgumentHelp("\(FormatUse.graph.names.joined(separator: ", ")).", valueName: "format"),
    completion: .list(FormatUse.graph.names))
  var format: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("A file to write; .json gives JSON, .sarif SARIF.", valueName: "file"),
    completion: .file())
  var output: String?

  private var givenFormat: OutputFormat {
    get throws(RequestError) {
      if let format { return try FormatUse.graph.format(named: format) }
      return (try? FormatUse.graph.format(of: output ?? "-")) ?? FormatUse.graph.usual
    }
  }

  func validate() throws {
    try usage { () throws(RequestError) in
      _ = try givenFormat
      try selection.settings.check()
    }
  }

  func run() throws {
    let run = CommandRun(input.common, inputs: input.inputs, showing: [.rendering])
    let application = LinkedInput(
      reading: input.inputs, project: try input.project, namespace: input.defaultNamespace,
      settings: input.source.settings, onStep: run.progress.say)
    let (chosen, format) = try run.requesting { () throws(RequestError) in
      (try selection.settings.part(of: application.topology), try givenFormat)
    }
    run.report(application.diagnostics)
    try run.write(.text { write(chosen, format, application, to: &$0) }, to: output ?? "-")
    input.end(application.diagnostics)
  }

  /// Writes the chosen part of an application.
  private func write(
    _ chosen: Topology, _ format: OutputFormat, _ application: LinkedInput, to output: inout some TextOutputStream
  ) {
    switch format.graph {
    case .sarif:
      SARIFWriter(version: Version.text, fallback: application.fileNames.first).write(
        application.diagnostics, accepted: application.accepted, to: &output)
    case .json where matrix:
      ReachJSONWriter().write(ReachMatrix(application.topology, showing: Set(chosen.nodes.map(\.id))), to: &output)
    case .json: TopologyJSONWriter().write(chosen, diagnostics: application.diagnostics, to: &output)
    case .table where matrix, nil where matrix:
      ReachTable(ReachMatrix(application.topology, showing: Set(chosen.nodes.map(\.id)))).write(to: &output)
    case .table, nil: TopologyTable(chosen).write(to: &output)
    }
  }
}
