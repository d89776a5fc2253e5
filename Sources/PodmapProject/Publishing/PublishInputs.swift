internal import PodmapManifests
internal import PodmapTopology

/// Everything that the entries of `podmap.yaml` read, each set of inputs once.
struct PublishInputs: Sendable {
  private let inputs: [[ProjectPath]: LinkedInput]
  private let empty = LinkedInput(texts: [], subject: nil)
  /// The files that were read as manifests.
  let files: [String]
  /// In the order of `podmap.yaml`.
  let diagnostics: [Diagnostic]

  init(
    _ project: ProjectFile, settings: SourceSettings = SourceSettings(),
    onStep say: @escaping @Sendable (String) -> Void
  ) {
    let compared = Set(project.comparisons.flatMap { [$0.left, $0.right] } + project.documents.map(\.inputs))
    let sets = project.inputs
    say("reading \(sets.count.counted("input"))")
    // Several are read at once, and would interrupt each other.
    let silent: @Sendable (String) -> Void = { _ in }
    let sayMore = sets.count == 1 ? say : silent
    let read = concurrentMap(sets) { set in
      // Only what compares needs the sources, which take more memory than the graph.
      LinkedInput(
        reading: set.map(\.text), project: project, settings: settings, keepsSources: compared.contains(set),
        onStep: sayMore)
    }
    inputs = Dictionary(uniqueKeysWithValues: zip(sets, read))
    files = read.flatMap(\.fileNames).uniqued
    // A setting may be about one of several applications.
    let unused = read.dropFirst().reduce(Set(read.first?.unused ?? [])) { $0.intersection($1.unused) }
    var told: Set<Diagnostic> = []
    diagnostics = read.flatMap { input in
      input.diagnostics.filter { !input.unused.contains($0) || unused.contains($0) && told.insert($0).inserted }
    }
  }

  subscript(_ set: [ProjectPath]) -> LinkedInput { inputs[set] ?? empty }
}
