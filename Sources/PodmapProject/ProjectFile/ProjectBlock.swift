package import PodmapManifests

/// A block in a Markdown file in which a diagram is kept up to date.
package struct ProjectBlock: Sendable {
  package var file: ProjectPath
  /// The picture that the block links to; `nil` for a Mermaid fence.
  package var image: ProjectPath?
  package let place: Place

  /// An item of `blocks`: a Markdown file, or a mapping with `file` and `image`.
  init?(_ value: Value, _ fields: inout StrictFields) {
    let what = "the block"
    place = value.place(in: fields.file)
    guard value.isMapping else {
      guard let file = fields.path(value, "the file of \(what)") else { return nil }
      self.file = file
      return
    }
    let written = fields.fields(of: value, what, known: ["file", "image"])
    if written["file"] == nil { fields.add(.lacksFile, at: value) }
    image = fields.path(written["image"], "the image of \(what)")
    guard let file = fields.path(written["file"], "the file of \(what)") else { return nil }
    self.file = file
  }
}

extension StrictFields.Message {
  fileprivate static let lacksFile = Self("a block has no 'file'; name the Markdown file that it is in")
}
