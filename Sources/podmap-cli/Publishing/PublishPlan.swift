import PodmapManifests
import PodmapPublishing
import PodmapTopology

/// Everything that `podmap.yaml` names, as it is to be. Making it writes nothing.
struct PublishPlan: Sendable {
  private(set) var diagrams: [PlannedDiagram] = []
  private(set) var pages: [PlannedPage] = []
  /// Everything there is to say about `podmap.yaml` and the inputs.
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether `podmap.yaml` is understood; else there is no plan.
  private(set) var isValid: Bool
  let index: ProjectPath

  /// Paths are taken from the current directory; `config` is the name of the project's file in it.
  init(_ project: ProjectFile, config: ProjectPath, onStep say: (String) -> Void) {
    index = project.index ?? ProjectPath(PublishIndex.fileName) ?? config
    var found = project.diagnostics
    let settings = project.diagrams.compactMap { DiagramSettings($0, &found) }
    found += PublishConflicts(project.diagrams, config: config, index: index).diagnostics
    isValid = !found.contains { $0.severity == .error }
    guard isValid else {
      diagnostics = found
      return
    }
    let sets = settings.map(\.diagram.inputs).uniqued
    say("reading \(sets.count == 1 ? "the input" : "\(sets.count) inputs")")
    let inputs = concurrentMap(sets) { LinkedInput(reading: $0.map(\.text), project: project) }
    let byInputs = Dictionary(uniqueKeysWithValues: zip(sets, inputs))
    say("drawing \(settings.count) diagrams")
    let own = Set(project.diagrams.flatMap { $0.files.map(\.path.text) } + [index.text, config.text])
    diagrams = concurrentMap(settings) { settings in
      byInputs[settings.diagram.inputs].map { PlannedDiagram(settings, of: $0, besides: own) }
    }.compactMap(\.self)
    diagnostics = inputs.flatMap(\.diagnostics).filter { !own.contains($0.place?.file ?? "") || $0.severity == .error }
    diagnostics += diagrams.flatMap(\.diagnostics)
    var owners: [ProjectPath: String] = [:]
    for output in diagrams.flatMap(\.files).flatMap(\.outputs) {
      if let other = owners.updateValue(output.diagram, forKey: output.file) {
        diagnostics.append(.twice(output, other, at: Place(file: config.text)))
        isValid = false
      }
    }
    let blocks = zip(diagrams, settings).flatMap { drawn, settings in
      settings.diagram.blocks.map { (diagram: drawn, block: $0) }
    }
    for file in blocks.map(\.block.file).uniqued {
      let page = PlannedPage(file, blocks.filter { $0.block.file == file })
      diagnostics += page.diagnostics
      pages.append(page)
    }
    diagnostics = diagnostics.uniqued
  }
}

extension Diagnostic {
  fileprivate static func twice(_ output: PlannedOutput, _ other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(output.file.text.shortened())' would be written for '\(output.diagram)' and for '\(other)'; "
        + "give one of them another name")
  }
}
