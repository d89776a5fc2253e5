package import PodmapManifests

/// The files of an application, read and linked; every command and the library start from this.
package struct LinkedInput: Sendable {
  package let topology: Topology
  /// The objects as they were written, in the order of reading; empty unless the sources were requested, since they
  /// take more memory than the graph.
  package let resources: [Resource]
  /// The files that were read; empty unless the sources were requested.
  package let files: [SourceFile]
  /// The names of the files that were read and contain an object or a diagram.
  package let fileNames: [String]
  /// All diagnostics about the input, in the order of files and lines.
  package let diagnostics: [Diagnostic]
  /// The diagnostics about what the user named but could not be read at all.
  package let refused: [Diagnostic]
  package let isOnlyDirectories: Bool
  /// The diagrams that were written by hand.
  package let diagrams: [DiagramDocument]
  /// Whether the input contains only hand-written diagrams, each of which then becomes a separate picture.
  package let isOnlyDiagrams: Bool
  /// What the input is called; `nil` for standard input and the current directory.
  package let subject: String?

  /// Links texts, each in place of a file.
  package init(texts: [(name: String, text: String)], subject: String?, keepsSources: Bool = false) {
    self.init(SourceFiles(texts), subject: subject, keepsSources: keepsSources)
  }

  /// Links the files of an application; `found` are the diagnostics from before anything was read.
  package init(
    _ sources: SourceFiles, subject: String?, references: [WrittenReference] = [], found: [Diagnostic] = [],
    keepsSources: Bool = false, onStep say: (String) -> Void = { _ in }
  ) {
    say("reading \(sources.files.count) files")
    let manifests = ManifestSet(reading: sources.files)
    say("linking \(manifests.resources.count) objects")
    let written = WrittenRules(references)
    topology = Topology(manifests.resources, diagrams: manifests.diagrams, rules: written.rules)
    resources = keepsSources ? manifests.resources : []
    files = keepsSources ? sources.files : []
    let manifestFiles = Set(manifests.resources.map(\.file) + manifests.diagrams.map(\.place.file))
    fileNames = sources.files.map(\.name).filter(manifestFiles.contains)
    diagrams = manifests.diagrams
    isOnlyDiagrams = manifests.resources.isEmpty && !manifests.diagrams.isEmpty
    let inputs = (sources.diagnostics + manifests.diagnostics + topology.diagnostics).sorted { left, right in
      (left.place ?? Place(file: "")) < (right.place ?? Place(file: ""))
    }
    diagnostics = found + written.diagnostics + inputs
    refused = sources.refused
    isOnlyDirectories = sources.isOnlyDirectories
    self.subject = subject
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
