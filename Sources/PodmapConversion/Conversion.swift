package import PodmapManifests

/// The manifests that a split or merge made from others.
package struct Conversion: Sendable {
  package struct File: Sendable, Hashable {
    /// Relative to the folder that contains all inputs.
    package var name: String
    package var documents: [String]

    /// The YAML documents with markers between them.
    package var text: String { documents.joined(separator: "---\n") }
  }

  /// In the order of the input; files that would be empty are left out.
  package var files: [File]
  /// What could not be carried over, and what to check.
  package var diagnostics: [Diagnostic]
  /// How many workloads were converted.
  package var converted: Int

  /// Everything as one stream of YAML documents.
  package var text: String { files.flatMap(\.documents).joined(separator: "---\n") }
}
