/// A file of the input, as UTF-8.
package struct SourceFile: Sendable {
  /// The input as the user gave it, joined with the path below it, without `./`; an absolute input is
  /// shown from its last component on.
  package let name: String
  /// The whole text in UTF-8, without a byte order mark.
  package let bytes: [UInt8]
  /// Whether the user named this file itself, so that it must be a manifest.
  package let isNamed: Bool
  /// For each line of a rendered text, the line of the file `name` that it was made from; `nil` if the text is that
  /// file.
  package let lines: [Int]?
  /// The namespace in which what applies the file creates objects that name none, if that is known.
  package var namespace: String?

  package init(name: String, bytes: [UInt8], isNamed: Bool, lines: [Int]? = nil) {
    self.name = name
    self.bytes = HelmReport.manifests(in: TextEncoding.utf8(bytes))
    self.isNamed = isNamed
    self.lines = lines
  }

  package init(name: String, text: String, isNamed: Bool = false, lines: [Int]? = nil) {
    self.init(name: name, bytes: Array(text.utf8), isNamed: isNamed, lines: lines)
  }
}
