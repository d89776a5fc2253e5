internal import PodmapManifests

/// One object of a rendered source.
struct RenderedObject: Sendable {
  /// One YAML document.
  var text: String
  /// The file that it comes from, as a path that can be opened; `nil` if it was generated.
  var origin: String?
}

/// Reads a kustomization as far as possible without another program.
///
/// The order is kustomize's: bases first, then what the kustomization itself adds and changes; references follow the
/// names of all objects in the end.
struct KustomizationReader {
  let objects: [RenderedObject]
  /// The fields that were not applied anywhere in the tree, each once.
  let unapplied: [String]
  /// What is wrong with the files of the tree; the tree itself reports what is wrong with its kustomizations.
  let diagnostics: [Diagnostic]

  init(_ tree: KustomizationTree) {
    unapplied = tree.all.flatMap(\.unapplied).uniqued
    var build = KustomizationBuild(tree)
    objects = build.run().map { RenderedObject(text: YAMLWriter.text($0.draft), origin: $0.origin) }
    diagnostics = build.report.diagnostics
  }
}
