internal import PodmapManifests

/// A file that is to be published, or a block in one.
package struct PlannedOutput: Sendable {
  package enum Content: Sendable {
    case text([UInt8])
    /// A picture, identified by the text that it is drawn from: a newer Graphviz may move its lines, but it is the
    /// same picture.
    case picture(source: [UInt8])
  }

  package var file: ProjectPath
  package var diagram: String
  /// The format of a file, `block`, `document` or `gallery`.
  package var kind: String
  package var content: Content
  package var inputs: [ProjectPath]

  package init(file: ProjectPath, diagram: String, kind: String, content: Content, inputs: [ProjectPath]) {
    self.file = file
    self.diagram = diagram
    self.kind = kind
    self.content = content
    self.inputs = inputs
  }

  /// What the index records once it is written.
  package var entry: PublishIndex.Entry {
    let bytes =
      switch content {
      case .text(let bytes), .picture(let bytes): bytes
      }
    return PublishIndex.Entry(
      file: file.text, diagram: diagram, kind: kind, size: bytes.count, digest: Digest(of: bytes),
      inputs: inputs.map(\.text))
  }
}

extension PlannedOutput {
  /// The first heading of a document.
  package var heading: String? {
    guard case .text(let bytes) = content else { return nil }
    let marks = [("# ", ""), ("<h1>", "</h1>")]
    for line in String(decoding: bytes.prefix(Limit.headingSearch.value), as: UTF8.self).split(separator: "\n") {
      for (start, end) in marks where line.hasPrefix(start) && line.hasSuffix(end) {
        return String(line.dropFirst(start.count).dropLast(end.count)).replacing("\\", with: "")
      }
    }
    return nil
  }
}
