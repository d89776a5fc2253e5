extension Value {
  /// The document in a text that we wrote ourselves, or `nil` unless it is exactly one valid document.
  package static func only(in bytes: [UInt8]) -> Value? {
    let file = SourceFile(name: "", bytes: bytes, isNamed: true)
    let outcomes = DocumentSplitter.chunks(of: file.bytes).map { YAMLReader.read($0, of: file.bytes) }
    let documents = outcomes.flatMap(\.documents)
    return outcomes.allSatisfy { $0.failure == nil } && documents.count == 1 ? documents[0].root : nil
  }
}
