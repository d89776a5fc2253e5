package import PodmapManifests

/// A document in `podmap.yaml`.
package struct ProjectDocument: Sendable {
  /// The name of a built-in template, or the path of a file as written.
  package var template: String
  package var file: ProjectPath
  /// The application that it is about; empty if it is about `comparison`.
  package var inputs: [ProjectPath]
  package var comparison: String?
  package var title: String?
  package var selection: ProjectSelection
  private let places: FieldPlaces

  private static let keys = ProjectSelection.keys + ["template", "file", "inputs", "comparison", "title"]

  init?(_ value: Value, _ fields: inout StrictFields) {
    let written = fields.fields(of: value, "the document", known: Self.keys)
    places = FieldPlaces(written, of: value, in: fields.file)
    guard value.isMapping else { return nil }
    for key in ["template", "file"] where written[key] == nil { fields.add(.lacks(key), at: value) }
    let path = fields.path(written["file"], "the file of the document")
    let what = path.map { "the document '\($0.text.shortened())'" } ?? "the document"
    let template = fields.text(written["template"], "'template' of \(what)")
    inputs = fields.list(written["inputs"], "'inputs' of \(what)") { $1.path($0, "the input") }
    comparison = fields.text(written["comparison"], "'comparison' of \(what)")
    title = fields.text(written["title"], "'title' of \(what)")
    selection = ProjectSelection(written, &fields, of: what)
    if (written["inputs"] == nil) == (written["comparison"] == nil) { fields.add(.needsSubject(what), at: value) }
    guard let template, let path, inputs.isEmpty != (comparison == nil) else { return nil }
    self.template = template
    self.file = path
  }

  /// The location of a field, or of the whole document if it has no such field.
  package func place(of field: String) -> Place { places.place(of: field) }
}

extension StrictFields.Message {
  fileprivate static func lacks(_ field: String) -> Self {
    Self("a document has no '\(field)'; it needs template, file, and inputs or comparison")
  }

  fileprivate static func needsSubject(_ what: String) -> Self {
    Self("\(what) needs either 'inputs' or 'comparison'; add one of them")
  }
}
