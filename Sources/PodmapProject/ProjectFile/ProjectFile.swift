package import PodmapManifests
package import PodmapTopology

/// What `podmap.yaml` says about a repository.
///
/// It is read strictly: anything unknown is an error with its location, and the rest counts.
package struct ProjectFile: Sendable {
  /// References that Podmap doesn't know.
  package private(set) var references: [WrittenReference] = []
  /// The diagrams that `podmap publish` keeps up to date, each with a different name.
  package private(set) var diagrams: [ProjectDiagram] = []
  /// Comparisons, each with a name that no diagram has.
  package private(set) var comparisons: [ProjectComparison] = []
  package private(set) var documents: [ProjectDocument] = []
  /// How pictures are drawn, if it says so.
  package private(set) var look: ProjectLook?
  /// The page that shows every picture.
  package private(set) var gallery: ProjectPath?
  /// The path of the index, if not beside `podmap.yaml`.
  package private(set) var index: ProjectPath?
  package private(set) var diagnostics: [Diagnostic] = []
  private var places: [String: Place] = [:]
  private var file = ""

  package init() {}

  /// The location of a top-level key; the beginning of the file if there is no such key.
  package func place(of key: String) -> Place { places[key] ?? Place(file: file) }

  /// Reads the text of a file; `name` is what messages call it.
  package init(_ bytes: [UInt8], name: String) {
    self.file = name
    let documents = YAMLDocuments(bytes, name: name)
    diagnostics = documents.diagnostics
    var fields = StrictFields(file: name)
    if let root = documents.roots.first { read(root, &fields) }
    for other in documents.roots.dropFirst() { fields.add(.second, at: other) }
    diagnostics += fields.diagnostics
  }

  private mutating func read(_ root: Value, _ fields: inout StrictFields) {
    let top = fields.fields(
      of: root, "podmap.yaml",
      known: ["references", "diagrams", "comparisons", "documents", "pictures", "gallery", "index"])
    let name = fields.file
    places = top.mapValues { $0.place(in: name) }
    for item in top["references"].map({ fields.items(of: $0, "references") }) ?? [] {
      if let reference = WrittenReference(item, &fields) { references.append(reference) }
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
  fileprivate static func twice(_ name: String) -> Self {
    Self("there are two diagrams or comparisons called '\(name)'; give each its own name")
  }

  fileprivate static let second = Self("podmap.yaml contains more than one YAML document; remove the '---' line")
}
