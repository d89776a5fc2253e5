package import PodmapManifests

/// The files of an application, read and linked; every command and the library start from this.
package struct LinkedInput: Sendable {
  package private(set) var topology: Topology
  /// The objects as they were written, in the order of reading; empty unless the sources were requested, since they
  /// take more memory than the graph.
  package let resources: [Resource]
  /// The files that were read; empty unless the sources were requested.
  package let files: [SourceFile]
  /// The names of the files that were read and contain an object or a diagram.
  package let fileNames: [String]
  /// All diagnostics about the input, in the order of files and lines.
  package private(set) var diagnostics: [Diagnostic]
  /// The diagnostics about what the user named but could not be read at all.
  package let refused: [Diagnostic]
  package let isOnlyDirectories: Bool
  /// Whether the input contains neither an object nor a diagram.
  package let isEmpty: Bool
  /// The diagrams that were written by hand.
  package let diagrams: [DiagramDocument]
  /// Whether the input contains only hand-written diagrams, each of which then becomes a separate picture.
  package let isOnlyDiagrams: Bool
  /// What the input is called; `nil` for standard input and the current directory.
  package let subject: String?
  /// The names of the variants that were chosen among several, such as "production".
  package let variants: [String]

  /// The findings that the project's settings accept; they aren't among the diagnostics.
  package private(set) var accepted: [AcceptedDiagnostic] = []
  /// Notes about settings that concern nothing in the input; they are among the diagnostics.
  package private(set) var unused: [Diagnostic] = []

  private let rules: [ReferenceRule]
  private let settings: GraphSettings
  /// The diagnostics from before anything was linked: those without a place in the input first, then the others.
  private let early: (first: [Diagnostic], inputs: [Diagnostic])

  /// Links texts, each in place of a file.
  package init(
    texts: [(name: String, text: String)], subject: String?, namespace: DefaultNamespace? = nil,
    keepsSources: Bool = false
  ) {
    self.init(SourceFiles(texts), subject: subject, namespace: namespace, keepsSources: keepsSources)
  }

  /// Links the files of an application; `found` are the diagnostics from before anything was read, and `namespace` is
  /// that of objects that name none, which the input decides otherwise.
  package init(
    _ sources: consuming SourceFiles, subject: String?, settings: GraphSettings = GraphSettings(),
    namespace: DefaultNamespace? = nil, found: [Diagnostic] = [],
    keepsSources: Bool = false, onStep say: (String) -> Void = { _ in }
  ) {
    say("reading \(sources.files.count) files")
    var manifests = ManifestSet(reading: sources.files)
    let names = sources.files.map(\.name)
    files = keepsSources ? sources.files : []
    // Texts and objects take more memory than the graph.
    sources.files = []
    say("linking \(manifests.resources.count) objects")
    let written = WrittenRules(settings.references)
    rules = written.rules
    var settings = settings
    if !sources.unlisted.isEmpty {
      let drawn = Set(names)
      settings.unlisted = sources.unlisted.filter { !drawn.contains($0.file.name) }
    }
    self.settings = settings
    resources = keepsSources ? manifests.resources : []
    let manifestFiles = Set(manifests.resources.map(\.file) + manifests.diagrams.map(\.place.file))
    fileNames = names.filter(manifestFiles.contains)
    diagrams = manifests.diagrams
    isEmpty = manifests.resources.isEmpty && manifests.diagrams.isEmpty
    isOnlyDiagrams = manifests.resources.isEmpty && !manifests.diagrams.isEmpty
    early = (found + written.diagnostics, sources.diagnostics + manifests.diagnostics)
    diagnostics = []
    refused = sources.refused
    isOnlyDirectories = sources.isOnlyDirectories
    self.subject = subject
    variants = sources.variants
    let objects = manifests.resources
    manifests.resources = []
    topology = Topology(
      consume objects, diagrams: manifests.diagrams, rules: rules, namespace: namespace, settings: settings)
    sortDiagnostics()
  }

  /// Collects what there is to say, without what the project's settings accept.
  private mutating func sortDiagnostics() {
    var used = topology.usedSettings
    accepted = []
    diagnostics = Self.sorted(early, topology).filter { diagnostic in
      guard let entry = settings.accepted.first(where: { $0.accepts(diagnostic) }) else { return true }
      used.insert(entry.place)
      accepted.append(AcceptedDiagnostic(diagnostic, reason: entry.reason))
      return false
    }
    unused = settings.unused(besides: used)
    diagnostics += unused
  }

  private static func sorted(
    _ early: (first: [Diagnostic], inputs: [Diagnostic]), _ topology: Topology
  ) -> [Diagnostic] {
    early.first
      + (early.inputs + topology.diagnostics).sorted { left, right in
        (left.place ?? Place(file: "")) < (right.place ?? Place(file: ""))
      }
  }

  /// Two inputs to be compared, in which objects without a namespace are in the same one. Both must have been read with
  /// their sources, and with the same given namespace, if any.
  package static func pair(_ left: LinkedInput, _ right: LinkedInput) -> (left: LinkedInput, right: LinkedInput) {
    let chosen = left.topology.namespaces.union(right.topology.namespaces).choice
    var (left, right) = (left.linked(in: chosen), right.linked(in: chosen))
    // A setting may be about one side only, and what concerns neither is said once.
    let unused = Set(left.unused).intersection(right.unused)
    left.diagnostics.removeAll { left.unused.contains($0) && !unused.contains($0) }
    right.diagnostics.removeAll { right.unused.contains($0) }
    // It is one decision, so one side says it.
    if right.topology.namespaces.isLeftOut, right.topology.defaultNamespace.note != nil,
      let note = left.topology.defaultNamespace.note
    {
      left.diagnostics.removeAll { $0 == note }
    }
    return (left, right)
  }

  /// The same input with its objects without a namespace in another one, unless it was given.
  private func linked(in chosen: DefaultNamespace) -> LinkedInput {
    guard topology.namespaces.isLeftOut, !topology.defaultNamespace.isGiven,
      topology.defaultNamespace.name != chosen.name
    else { return self }
    var input = self
    input.topology = Topology(
      resources, diagrams: diagrams, rules: rules, namespace: chosen, settings: settings)
    input.sortDiagnostics()
    return input
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
