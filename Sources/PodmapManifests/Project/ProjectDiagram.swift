/// A diagram that a repository keeps up to date, as it is written.
///
/// The words of views and of their options are not judged here: what draws knows them.
package struct ProjectDiagram: Sendable {
  /// The name of its blocks, and of the diagram in messages: letters, digits, `-` and `_`.
  package var name: String
  package var inputs: [ProjectPath] = []
  package var view: String?
  package var title: String?
  package var direction: String?
  package var showsLegend = true
  package var namespaces: [String] = []
  package var selector: String?
  package var kinds: [String] = []
  package var excluded: [String] = []
  package var focus: [String] = []
  /// How many edges away from the focus is near.
  package var depth: Int?
  package var detail: String?
  package var phase: String?
  package var from: String?
  package var to: String?
  package var files: [File] = []
  package var blocks: [ProjectBlock] = []
  private let place: Place
  private let places: [String: Place]

  /// A file that the diagram is written to.
  package struct File: Sendable {
    package var path: ProjectPath
    package var place: Place
  }

  private static let keys = [
    "name", "inputs", "view", "title", "direction", "legend", "namespaces", "selector", "kinds", "exclude", "focus",
    "depth", "detail", "phase", "from", "to", "files", "blocks",
  ]

  init?(_ value: Value, _ fields: inout StrictFields) {
    place = value.place(in: fields.file)
    let written = fields.fields(of: value, "the diagram", known: Self.keys)
    let file = fields.file
    places = written.mapValues { $0.place(in: file) }
    guard value.isMapping else { return nil }
    for key in ["name", "inputs"] where written[key] == nil { fields.add(.lacks(key), at: value) }
    let name = fields.text(written["name"], "the name of the diagram")
    let diagram = name.map { "the diagram '\($0.shortened())'" } ?? "the diagram"
    if let name, let value = written["name"], !Self.isName(name) { fields.add(.noName(name), at: value) }
    func what(_ key: String) -> String { "'\(key)' of \(diagram)" }
    inputs = fields.list(written["inputs"], what("inputs")) { $1.path($0, "the input") }
    view = fields.text(written["view"], what("view"))
    title = fields.text(written["title"], what("title"))
    direction = fields.text(written["direction"], what("direction"))
    showsLegend = fields.truth(written["legend"], what("legend")) ?? true
    namespaces = fields.list(written["namespaces"], what("namespaces")) { $1.text($0, "the namespace") }
    selector = fields.text(written["selector"], what("selector"))
    kinds = fields.list(written["kinds"], what("kinds")) { $1.text($0, "the kind") }
    excluded = fields.list(written["exclude"], what("exclude")) { $1.text($0, "what is excluded") }
    focus = fields.list(written["focus"], what("focus")) { $1.text($0, "the focus") }
    depth = fields.number(written["depth"], what("depth"), in: 0...1000)
    detail = fields.text(written["detail"], what("detail"))
    phase = fields.text(written["phase"], what("phase"))
    from = fields.text(written["from"], what("from"))
    to = fields.text(written["to"], what("to"))
    files = fields.list(written["files"], what("files")) { value, fields in
      fields.path(value, "the file").map { File(path: $0, place: value.place(in: file)) }
    }
    blocks = fields.list(written["blocks"], what("blocks")) { ProjectBlock($0, &$1) }
    if written["files"] == nil, written["blocks"] == nil { fields.add(.goesNowhere(diagram), at: value) }
    guard let name, Self.isName(name), !inputs.isEmpty else { return nil }
    self.name = name
  }

  /// Where a field stands; the diagram where it has none of that name.
  package func place(of field: String) -> Place { places[field] ?? place }

  private static func isName(_ name: String) -> Bool {
    name.utf8.count <= 63
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

extension StrictFields {
  fileprivate mutating func list<Item>(
    _ value: Value?, _ what: String, _ read: (Value, inout StrictFields) -> Item?
  ) -> [Item] {
    guard let value else { return [] }
    var items: [Item] = []
    for item in self.items(of: value, what) {
      if let item = read(item, &self) { items.append(item) }
    }
    return items
  }

  fileprivate mutating func truth(_ value: Value?, _ what: String) -> Bool? {
    guard let value, let word = text(value, what) else { return nil }
    if word == "true" || word == "false" { return word == "true" }
    add(.noTruth(word, what), at: value)
    return nil
  }

  fileprivate mutating func number(_ value: Value?, _ what: String, in range: ClosedRange<Int>) -> Int? {
    guard let value, let word = text(value, what) else { return nil }
    if let number = Int(word), range.contains(number) { return number }
    add(.noNumber(word, what, range), at: value)
    return nil
  }
}

extension StrictFields.Message {
  fileprivate static func lacks(_ field: String) -> Self {
    Self("a diagram has no '\(field)'; it needs name, inputs, and files or blocks")
  }

  fileprivate static func noName(_ name: String) -> Self {
    Self("'\(name.shortened())' is no name of a diagram; use up to 63 letters, digits, '-' and '_'")
  }

  fileprivate static func goesNowhere(_ what: String) -> Self {
    Self("\(what) has neither 'files' nor 'blocks'; name what it is written to")
  }

  fileprivate static func noTruth(_ word: String, _ what: String) -> Self {
    Self("\(what) can't be '\(word.shortened())'; write true or false")
  }

  fileprivate static func noNumber(_ word: String, _ what: String, _ range: ClosedRange<Int>) -> Self {
    Self("\(what) can't be '\(word.shortened())'; write a number from \(range.lowerBound) to \(range.upperBound)")
  }
}
