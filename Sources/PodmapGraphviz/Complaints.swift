/// What Graphviz and its libraries wrote to standard error.
struct Complaints {
  /// Without blank lines and those that mean nothing to users.
  private let lines: [Substring]

  init(_ bytes: [UInt8]) {
    lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { line in
      !line.allSatisfy(\.isWhitespace) && !Self.harmless.contains { line.contains($0) }
    }
  }

  /// The first line, which says most: the others mostly repeat it or say where it happened.
  var first: String? {
    lines.first.map { line in
      let text = line.prefix(RenderLimits.messageCharacters)
      return String(text) + (text.endIndex < line.endIndex ? "…" : "")
    }
  }

  /// Whether memory ran out, in the words of Graphviz and of its libraries.
  var areAboutMemory: Bool {
    lines.contains { line in
      ["out of memory", "memory allocation", "cannot allocate memory"].contains { line.lowercased().contains($0) }
    }
  }

  var remark: RenderRemark? { first.map { .complaint($0, more: lines.count - 1) } }

  private static let harmless = [
    // Newer versions write this for every `×` that they measure without fonts; browsers draw it nonetheless.
    "no value for width of non-ASCII character"
  ]
}
