package import PodmapManifests

/// Manifests that were made from others.
package struct Conversion: Sendable {
  package struct File: Sendable, Hashable {
    /// Below the folder that all inputs lie in.
    package var name: String
    package var documents: [String]

    /// The documents with markers between them.
    package var text: String { documents.joined(separator: "---\n") }
  }

  /// In the order of the input; files in which nothing is left are not among them.
  package var files: [File]
  /// What could not be carried over, and what to look at.
  package var diagnostics: [Diagnostic]
  /// How many workloads were converted.
  package var converted: Int

  /// Everything as one stream of documents.
  package var text: String { files.flatMap(\.documents).joined(separator: "---\n") }
}
