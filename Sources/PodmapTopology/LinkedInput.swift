package import PodmapManifests

/// An input, read and linked: what every command, and the library, begin with.
package struct LinkedInput: Sendable {
  package let topology: Topology
  /// The objects as they were written, in the order of reading; empty unless the sources were asked for, since they
  /// take more memory than the graph.
  package let resources: [Resource]
  /// The files that were read; empty unless the sources were asked for.
  package let files: [SourceFile]
  /// The names of the files that were read and hold an object or a diagram.
  package let fileNames: [String]
  /// Everything there is to say about the input, in the order of files and lines.
  package let diagnostics: [Diagnostic]
  /// Those of the messages that say why something the user named is not read at all.
  package let refused: [Diagnostic]
  package let isOnlyDirectories: Bool
  /// The diagrams that were written by hand.
  package let diagrams: [DiagramDocument]
  /// Whether the input holds diagrams written by hand and nothing else: then each is a picture of its own.
  package let isOnlyDiagrams: Bool
  /// What the input is called; nothing for standard input and the current directory.
  package let subject: String?

  /// Reads files, directories, and standard input for `-`.
  package init(
    reading inputs: [String], project: ProjectFile = ProjectFile(), keepsSources: Bool = false,
    onStep say: (String) -> Void = { _ in }
  ) {
    say("finding files")
    self.init(
      SourceScan(inputs), project, subject: Self.subject(inputs), keepsSources: keepsSources, onStep: say)
  }

  /// Reads texts that each stand for a file.
  package init(texts: [(name: String, text: String)], subject: String?, keepsSources: Bool = false) {
    self.init(
      SourceScan(texts), ProjectFile(), subject: subject, keepsSources: keepsSources, onStep: { _ in })
  }

  private init(
    _ scan: SourceScan, _ project: ProjectFile, subject: String?, keepsSources: Bool, onStep say: (String) -> Void
  ) {
    say("reading \(scan.files.count) files")
    let manifests = ManifestSet(reading: scan.files)
    say("linking \(manifests.resources.count) objects")
    let written = WrittenRules(project.references)
    topology = Topology(manifests.resources, diagrams: manifests.diagrams, rules: written.rules)
    resources = keepsSources ? manifests.resources : []
    files = keepsSources ? scan.files : []
    let manifestFiles = Set(manifests.resources.map(\.file) + manifests.diagrams.map(\.place.file))
    fileNames = scan.files.map(\.name).filter(manifestFiles.contains)
    diagrams = manifests.diagrams
    isOnlyDiagrams = manifests.resources.isEmpty && !manifests.diagrams.isEmpty
    let inputs = (scan.diagnostics + manifests.diagnostics + topology.diagnostics).sorted { left, right in
      (left.place ?? Place(file: "")) < (right.place ?? Place(file: ""))
    }
    diagnostics = project.diagnostics + written.diagnostics + inputs
    refused = scan.refused
    isOnlyDirectories = scan.isOnlyDirectories
    self.subject = subject
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  private static func subject(_ inputs: [String]) -> String? {
    let names = inputs.compactMap { input -> String? in
      let name = input.split(separator: "/").last { $0 != "." && $0 != ".." }.map(String.init)
      return name == "-" ? nil : name
    }
    guard !names.isEmpty else { return nil }
    return names.count > 3 ? "\(names[0]) and \(names.count - 1) more" : names.joined(separator: ", ")
  }
}
