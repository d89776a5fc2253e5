/// What Graphviz and the libraries behind it wrote to standard error.
struct Complaints {
  /// Without empty lines, and without those that mean nothing to anybody.
  private let lines: [Substring]

  init(_ bytes: [UInt8]) {
    lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { line in
      !line.allSatisfy(\.isWhitespace) && !Self.harmless.contains { line.contains($0) }
    }
  }

  /// The first line, which says most: what follows is mostly the same again, or where it happened.
  var first: String? {
    lines.first.map { line in
      let text = line.prefix(Self.maximumLength)
      return String(text) + (text.endIndex < line.endIndex ? "…" : "")
    }
  }

  var remark: RenderRemark? { first.map { .complaint($0, more: lines.count - 1) } }

  private static let maximumLength = 300

  private static let harmless = [
    // Newer versions say so of every `×` that is measured without fonts; the browser draws it all the same.
    "no value for width of non-ASCII character"
  ]
}
