/// The YAML documents of a file that is read strictly, such as `podmap.yaml`.
package struct YAMLDocuments {
  /// The roots of the YAML documents that are not empty.
  package private(set) var roots: [Value] = []
  /// Why the others can't be read.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Reads the text of a file; `name` is what diagnostics call it.
  package init(_ bytes: [UInt8], name: String) {
    let file = SourceFile(name: name, bytes: bytes, isNamed: true)
    for chunk in DocumentSplitter.chunks(of: file.bytes) {
      let outcome = YAMLReader.read(chunk, of: file.bytes)
      if let failure = outcome.failure {
        let place = Place(file: name, line: chunk.line + failure.line, column: failure.column + 1)
        let words = "\(failure.problem)" + (failure.hint.map { "; \($0)" } ?? "")
        diagnostics.append(Diagnostic(.error, at: place, topic: .unreadable, words))
      }
      roots += outcome.documents.map(\.root).filter { !$0.isNull }
    }
  }
}
