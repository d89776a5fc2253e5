internal import PodmapManifests
internal import PodmapTemplates

/// A page that shows every published picture and works from a local disk: it needs no script and nothing from
/// elsewhere.
package struct GalleryModel: Sendable {
  /// A diagram or a comparison with the files that it is written to.
  package struct Entry: Sendable {
    package var title: String
    /// What it shows, in a sentence.
    package var summary: String
    package var name: String
    package var inputs: [ProjectPath]
    package var files: [ProjectPath]

    package init(title: String, summary: String = "", name: String, inputs: [ProjectPath], files: [ProjectPath]) {
      self.title = title
      self.summary = summary
      self.name = name
      self.inputs = inputs
      self.files = files
    }
  }

  private let entries: [Entry]
  private let documents: [(title: String, file: ProjectPath)]

  package init(_ entries: [Entry], documents: [(title: String, file: ProjectPath)]) {
    self.entries = entries
    self.documents = documents
  }

  /// The page, for a given path.
  package func html(at page: ProjectPath) throws(RequestError) -> String {
    let template = DocumentTemplate(
      BuiltInTemplate.gallery.text, name: BuiltInTemplate.gallery.file, language: .html
    ) { _ in nil }
    return try template.text(
      of: .fields([
        .title: .text("Diagrams"),
        .pictures: .list(entries.map { value($0, page) }),
        .texts: .list(
          documents.map { document in
            .fields([
              .title: .text(document.title), .file: .text(document.file.text), .address: address(document.file, page),
            ])
          }),
      ]))
  }

  private func value(_ entry: Entry, _ page: ProjectPath) -> TemplateValue {
    let images = entry.files.filter(\.isImage)
    // One file of each picture is enough to look at.
    let shown = images.contains { $0.text.hasSuffix(".svg") } ? images.filter { $0.text.hasSuffix(".svg") } : images
    return .fields([
      .title: .text(entry.title),
      .summary: .text(BlockContent.alternative(title: entry.title, summary: entry.summary)), .name: .text(entry.name),
      .inputs: .texts(entry.inputs.map(\.text)),
      .pictures: .list(shown.map { file($0, page) }),
      .texts: .list(entry.files.filter { !shown.contains($0) }.map { file($0, page) }),
    ])
  }

  private func file(_ file: ProjectPath, _ page: ProjectPath) -> TemplateValue {
    .fields([.file: .text(file.text), .address: address(file, page)])
  }

  private func address(_ file: ProjectPath, _ page: ProjectPath) -> TemplateValue {
    .markup(BlockContent.address(file.relative(to: page)))
  }
}
