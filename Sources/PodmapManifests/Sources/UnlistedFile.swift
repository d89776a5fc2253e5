/// A manifest beside a kustomization that doesn't list it, so that nothing of it is drawn.
package struct UnlistedFile: Sendable {
  package var file: SourceFile
  /// The kustomization's own file, as it is shown.
  package var kustomization: String

  package init(_ file: SourceFile, beside kustomization: String) {
    self.file = file
    self.kustomization = kustomization
  }
}
