package import PodmapManifests

/// What diagrams and comparisons have in common: a name, and where they are written.
package struct ProjectPicture: Sendable {
  /// The name in blocks and messages: letters, digits, `-` and `_`.
  package var name: String
  package var title: String?
  package var direction: String?
  package var showsLegend = true
  /// Instead of that of all pictures.
  package var theme: String?
  /// How much it shows.
  package var page: ProjectPage
  package var files: [File] = []
  package var blocks: [ProjectBlock] = []
  private let places: FieldPlaces

  /// A file to which the picture is written.
  package struct File: Sendable {
    package var path: ProjectPath
    package var place: Place
  }

  static let keys = ["name", "title", "direction", "legend", "theme", "files", "blocks"] + ProjectPage.keys

  /// Reads the keys that every picture has; `sort` is the word for it in messages, such as "diagram".
  /// `nil` if it has no valid name.
  init?(_ written: [String: Value], of value: Value, _ sort: String, needs: [String], _ fields: inout StrictFields) {
    let file = fields.file
    places = FieldPlaces(written, of: value, in: file)
    page = ProjectPage([:], &fields, of: sort)
    guard value.isMapping else { return nil }
    for key in ["name"] + needs where written[key] == nil { fields.add(.lacks(key, sort, needs), at: value) }
    let name = fields.text(written["name"], "the name of the \(sort)")
    if let name, let value = written["name"], !Self.isName(name) { fields.add(.noName(name, sort), at: value) }
    let what = Self.what(sort, name)
    title = fields.text(written["title"], "'title' of \(what)")
    direction = fields.text(written["direction"], "'direction' of \(what)")
    showsLegend = fields.truth(written["legend"], "'legend' of \(what)") ?? true
    theme = fields.text(written["theme"], "'theme' of \(what)")
    page = ProjectPage(written, &fields, of: what)
    files = fields.list(written["files"], "'files' of \(what)") { value, fields in
      fields.path(value, "the file").map { File(path: $0, place: value.place(in: file)) }
    }
    blocks = fields.list(written["blocks"], "'blocks' of \(what)") { ProjectBlock($0, &$1) }
    if written["files"] == nil, written["blocks"] == nil { fields.add(.goesNowhere(what), at: value) }
    guard let name, Self.isName(name) else { return nil }
    self.name = name
  }

  /// Its name in messages: "the diagram 'shop'".
  static func what(_ sort: String, _ name: String?) -> String {
    name.map { "the \(sort) '\($0.shortened())'" } ?? "the \(sort)"
  }

  /// The location of a field, or of the whole mapping if it has no such field.
  package func place(of field: String) -> Place { places.place(of: field) }

  private static func isName(_ name: String) -> Bool {
    name.utf8.count <= Limit.diagramName.value
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}

extension StrictFields.Message {
  fileprivate static func lacks(_ field: String, _ sort: String, _ needs: [String]) -> Self {
    Self("a \(sort) has no '\(field)'; it needs name, \(needs.joined(separator: ", ")), and files or blocks")
  }

  fileprivate static func noName(_ name: String, _ sort: String) -> Self {
    Self(
      "'\(name.shortened())' can't be the name of a \(sort); "
        + "use up to \(Limit.diagramName.value) letters, digits, '-' and '_'")
  }

  fileprivate static func goesNowhere(_ what: String) -> Self {
    Self("\(what) has neither 'files' nor 'blocks'; name a file or block to write")
  }
}
