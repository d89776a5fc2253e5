/// The result of opening the sources of an application: the files to read, and what was wrong with the rest.
package struct SourceFiles: Sendable {
  package var files: [SourceFile] = []
  package var diagnostics: [Diagnostic] = []
  /// The diagnostics about what the user named but could not be read at all.
  package var refused: [Diagnostic] = []
  /// Whether every source was a directory: finding nothing in a directory is not an error.
  package var isOnlyDirectories = true
  /// The names of the variants that were chosen among several, such as "production".
  package var variants: [String] = []

  /// The files beside a kustomization that is drawn which it doesn't list.
  package var unlisted: [UnlistedFile] = []

  package init() {}

  /// Texts in memory, each in place of a file that the user named.
  package init(_ texts: [(name: String, text: String)]) {
    files = texts.map { SourceFile(name: $0.name, text: $0.text, isNamed: true) }
    isOnlyDirectories = false
  }
}
