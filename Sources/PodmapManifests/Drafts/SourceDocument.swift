/// A YAML document in a file, with the objects in it.
package struct SourceDocument: Sendable {
  package let file: String
  /// Its text, with the marker and the comments before it.
  package let bytes: ArraySlice<UInt8>
  package let firstLine: Int
  /// Empty unless the document is a manifest; several for a list.
  package let resources: [Resource]

  /// The documents of all files, in order.
  package static func all(in files: [SourceFile]) -> [SourceDocument] {
    concurrentMap(files) { file in
      DocumentSplitter.chunks(of: file.bytes).map { chunk in
        var reader = ResourceReader(file)
        reader.read(chunk)
        return SourceDocument(
          file: file.name, bytes: file.bytes[chunk.range], firstLine: chunk.line, resources: reader.resources)
      }
    }.flatMap(\.self)
  }

  /// Whether its lists are indented further than the keys above them; `nil` if it has none.
  package var indentsLists: Bool? {
    for resource in resources {
      if let found = Self.indentsLists(resource.root) { return found }
    }
    return nil
  }

  private static func indentsLists(_ value: Value) -> Bool? {
    for (key, inner) in value.fields {
      if inner.isSequence, let item = inner.items.first, item.line > key.line {
        // Two columns for the dash and its space.
        return item.column - 2 > key.column
      }
      if let found = indentsLists(inner) { return found }
    }
    return nil
  }
}
