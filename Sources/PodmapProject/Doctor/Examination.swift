internal import PodmapManifests

/// What is recognised in some inputs, without rendering anything.
struct Examination: Sendable {
  let inputs: [ExaminedInput]
  /// `podmap.yaml`, if there is one.
  let project: ProjectFile?
  /// What draws pictures.
  let engine: PictureEngine

  init(
    _ inputs: [String], project: ProjectFile?, engine: PictureEngine, onStep say: @escaping @Sendable (String) -> Void
  ) {
    var settings = SourceSettings(renders: false, named: project?.charts ?? [:])
    settings.recognisesOnly = true
    self.inputs = inputs.map { ExaminedInput($0, settings, onStep: say) }
    self.project = project
    self.engine = engine
  }

  var sources: [ExaminedSource] { inputs.flatMap(\.sources) }
}

/// One input, with the plain files and the sources in it.
struct ExaminedInput: Sendable {
  let name: String
  /// Whether git must read it.
  let isRevision: Bool
  /// The number of plain files that contain objects, and of the objects.
  let files: Int
  let objects: Int
  let sources: [ExaminedSource]
  /// What is wrong, and what is skipped.
  let diagnostics: [Diagnostic]

  init(_ name: String, _ settings: SourceSettings, onStep say: @escaping @Sendable (String) -> Void) {
    self.name = name
    isRevision = GitSource(name) != nil
    guard !isRevision else {
      (files, objects, sources, diagnostics) = (0, 0, [], [])
      return
    }
    let scan = SourceScan([name], settings, onStep: say)
    let manifests = ManifestSet(reading: scan.files)
    files = Set(manifests.resources.map(\.file)).count
    objects = manifests.resources.count + manifests.diagrams.count
    sources = scan.recognised.map { ExaminedSource($0, settings) }
    diagnostics = scan.diagnostics + manifests.diagnostics
  }

  /// Whether there is nothing to draw, and nothing that says why.
  var isEmpty: Bool {
    !isRevision && objects == 0 && sources.isEmpty && !diagnostics.contains { $0.severity == .error }
  }
}

/// A kustomization or a chart, and what would be done with it.
struct ExaminedSource: Sendable {
  let folder: RenderedFolder
  /// Why it would be refused.
  let refusals: [String]
  /// The program that would render it, and its command line; `nil` if there is none.
  let program: (path: String, command: String)?
  /// What would not be applied without a program; `nil` if nothing could be read then.
  let unapplied: [String]?

  init(_ folder: RenderedFolder, _ settings: SourceSettings) {
    self.folder = folder
    let own = settings.for(folder.path)
    refusals = folder.source.check(folder.path, own)
    let found = folder.source.program(own)
    program = found.map { ($0.path, $0.command(folder.source.words(folder.shortPath, own))) }
    unapplied = found == nil ? folder.source.read.map { $0(folder.path).unapplied } : nil
  }

  /// Whether it can be drawn, if only as far as it can be read.
  var isDrawable: Bool { refusals.isEmpty && (program != nil || unapplied != nil) }
}
