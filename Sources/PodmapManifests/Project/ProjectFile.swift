/// What `podmap.yaml` says about a repository.
///
/// It is read strictly: what is not understood is an error with its place, and the rest counts.
package struct ProjectFile: Sendable {
  /// A relation that Podmap does not know by itself, as it is written.
  package struct Reference: Sendable {
    /// What the path begins at: a kind (`Rollout.argoproj.io`), `podSpec` or `container`.
    package var from: String
    /// The field that holds a name: `spec.backends[].service`.
    package var path: String
    /// The kind of the object that is named; nothing where the field `kind` beside the name says it.
    package var to: String?
    /// The name of an edge's kind; nothing for `uses`.
    package var edge: String?
    package var home: Home
    private let places: FieldPlaces

    /// Where the object is looked for.
    package enum Home: String, CaseIterable, Sendable {
      /// In the namespace of the object that refers.
      case same
      /// In the namespace that the field `namespace` beside the name gives, else in its own.
      case beside
    }

    fileprivate init?(_ value: Value, _ fields: inout StrictFields) {
      let what = "the reference"
      let written = fields.fields(of: value, what, known: ["from", "path", "to", "edge", "namespace"])
      guard value.isMapping else { return nil }
      let home = fields.choice(written["namespace"], "the namespace of \(what)", of: Home.self)
      edge = fields.text(written["edge"], "the edge of \(what)")
      to = fields.text(written["to"], "'to' of \(what)")
      self.home = home ?? .same
      places = FieldPlaces(written, of: value, in: fields.file)
      for name in ["from", "path"] where written[name] == nil { fields.add(.lacks(name), at: value) }
      guard let from = fields.text(written["from"], "'from' of \(what)"),
        let path = fields.text(written["path"], "the path of \(what)")
      else { return nil }
      self.from = from
      self.path = path
    }

    /// Where a field stands; the row where it has none of that name.
    package func place(of field: String) -> Place { places.place(of: field) }
  }

  package private(set) var references: [Reference] = []
  /// The diagrams that `podmap publish` keeps up to date, each with a name of its own.
  package private(set) var diagrams: [ProjectDiagram] = []
  /// Comparisons, each with a name that no diagram has.
  package private(set) var comparisons: [ProjectComparison] = []
  package private(set) var documents: [ProjectDocument] = []
  /// How pictures are drawn, where it says so.
  package private(set) var look: ProjectLook?
  /// The page that shows every picture.
  package private(set) var gallery: ProjectPath?
  /// Where `podmap publish` keeps account of what it has written, if not beside `podmap.yaml`.
  package private(set) var index: ProjectPath?
  package private(set) var diagnostics: [Diagnostic] = []
  private var places: [String: Place] = [:]
  private var file = ""

  package init() {}

  /// Where a top-level key stands; the beginning of the file where it has none of that name.
  package func place(of key: String) -> Place { places[key] ?? Place(file: file) }

  /// Reads the text of a file; `name` is what messages call it.
  package init(_ bytes: [UInt8], name: String) {
    self.file = name
    let file = SourceFile(name: name, bytes: bytes, isNamed: true)
    var fields = StrictFields(file: name)
    var isEmpty = true
    for chunk in DocumentSplitter.chunks(of: file.bytes) {
      let outcome = YAMLReader.read(chunk, of: file.bytes)
      if let failure = outcome.failure {
        let place = Place(file: name, line: chunk.line + failure.line, column: failure.column + 1)
        diagnostics.append(Diagnostic(.error, at: place, "\(failure.problem)" + (failure.hint.map { "; \($0)" } ?? "")))
      }
      for document in outcome.documents where !document.root.isNull {
        if !isEmpty { fields.add(.second, at: document.root) } else { read(document.root, &fields) }
        isEmpty = false
      }
    }
    diagnostics += fields.diagnostics
  }

  private mutating func read(_ root: Value, _ fields: inout StrictFields) {
    let top = fields.fields(
      of: root, "podmap.yaml",
      known: ["references", "diagrams", "comparisons", "documents", "pictures", "gallery", "index"])
    let name = fields.file
    places = top.mapValues { $0.place(in: name) }
    for item in top["references"].map({ fields.items(of: $0, "references") }) ?? [] {
      if let reference = Reference(item, &fields) { references.append(reference) }
    }
    index = fields.path(top["index"], "'index'")
    gallery = fields.path(top["gallery"], "'gallery'")
    look = top["pictures"].map { ProjectLook($0, &fields) }
    var names: Set<String> = []
    for item in top["diagrams"].map({ fields.items(of: $0, "diagrams") }) ?? [] {
      guard let diagram = ProjectDiagram(item, &fields) else { continue }
      let isNew = names.insert(diagram.name).inserted
      if isNew { diagrams.append(diagram) } else { fields.add(.twice(diagram.name), at: item) }
    }
    for item in top["comparisons"].map({ fields.items(of: $0, "comparisons") }) ?? [] {
      guard let comparison = ProjectComparison(item, &fields) else { continue }
      let isNew = names.insert(comparison.name).inserted
      if isNew { comparisons.append(comparison) } else { fields.add(.twice(comparison.name), at: item) }
    }
    documents = fields.list(top["documents"], "documents") { ProjectDocument($0, &$1) }
  }
}

extension ProjectFile {
  /// The sets of inputs that diagrams, documents and the sides of comparisons are about, each once.
  package var inputs: [[ProjectPath]] {
    let sides = comparisons.flatMap { [$0.left, $0.right] }
    return (diagrams.map(\.inputs) + documents.map(\.inputs) + sides).filter { !$0.isEmpty }.uniqued
  }

  /// The pictures of diagrams, then those of comparisons.
  package var pictures: [ProjectPicture] { diagrams.map(\.picture) + comparisons.map(\.picture) }

  /// The files that are written as a whole, by their names in `podmap.yaml`.
  package var published: Set<String> {
    let paths = pictures.flatMap { $0.files.map(\.path) } + documents.map(\.file) + [gallery].compactMap(\.self)
    return Set(paths.map(\.text))
  }

  /// Whether there is anything to publish.
  package var publishesNothing: Bool { diagrams.isEmpty && comparisons.isEmpty && documents.isEmpty }
}

extension StrictFields.Message {
  fileprivate static func lacks(_ field: String) -> Self {
    Self("a reference has no '\(field)'; it needs from and path")
  }

  fileprivate static func twice(_ name: String) -> Self {
    Self("there are two diagrams or comparisons '\(name)'; give each a name of its own")
  }

  fileprivate static let second = Self("podmap.yaml holds more than one document; remove the '---' line")
}
