package import PodmapManifests
package import PodmapTopology

/// The contents of `podmap.yaml`.
///
/// It is read strictly: anything unknown or invalid is an error with its location, and everything else is used.
package struct ProjectFile: Sendable {
  /// What the project says about its graph.
  package private(set) var graph = GraphSettings()
  /// The namespace of objects that name none, if the file gives it.
  package private(set) var defaultNamespace: DefaultNamespace?
  /// What charts are rendered with, by their folders.
  package private(set) var charts: [String: HelmSettings] = [:]
  /// The diagrams that `podmap publish` keeps up to date, with unique names.
  package private(set) var diagrams: [ProjectDiagram] = []
  /// The comparisons, with names that no diagram has.
  package private(set) var comparisons: [ProjectComparison] = []
  package private(set) var documents: [ProjectDocument] = []
  /// How pictures are drawn, if the file says so.
  package private(set) var look: ProjectLook?
  /// The page that shows every picture.
  package private(set) var gallery: ProjectPath?
  /// The index of published files, unless it is next to `podmap.yaml`.
  package private(set) var index: ProjectPath?
  package private(set) var diagnostics: [Diagnostic] = []
  private var places: [String: Place] = [:]
  private var file = ""

  package init() {}

  /// The location of a top-level key, or the beginning of the file if it has no such key.
  package func place(of key: String) -> Place { places[key] ?? Place(file: file) }

  /// Reads the bytes of a file; messages refer to it as `name`.
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
      known: [
        "references", "provides", "accept", "provided", "ignore", "calls", "defaultNamespace", "charts", "diagrams",
        "comparisons",
        "documents", "pictures", "gallery",
        "index",
      ])
    let name = fields.file
    places = top.mapValues { $0.place(in: name) }
    graph = GraphSettings(top, &fields)
    defaultNamespace = top["defaultNamespace"].flatMap { DefaultNamespace($0, &fields) }
    for chart in fields.list(top["charts"], "charts", { ProjectChart($0, &$1) }) {
      charts[chart.path.text] = chart.settings
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
  /// The sets of inputs of diagrams, documents and sides of comparisons, each once.
  package var inputs: [[ProjectPath]] {
    let sides = comparisons.flatMap { [$0.left, $0.right] }
    return (diagrams.map(\.inputs) + documents.map(\.inputs) + sides).filter { !$0.isEmpty }.uniqued
  }

  /// The pictures of diagrams, then those of comparisons.
  package var pictures: [ProjectPicture] { diagrams.map(\.picture) + comparisons.map(\.picture) }

  /// The files that are written completely rather than block by block, by their names in `podmap.yaml`.
  package var published: Set<String> {
    let paths = pictures.flatMap { $0.files.map(\.path) } + documents.map(\.file) + [gallery].compactMap(\.self)
    return Set(paths.map(\.text))
  }

  /// Whether there is nothing to publish.
  package var publishesNothing: Bool { diagrams.isEmpty && comparisons.isEmpty && documents.isEmpty }
}

extension StrictFields.Message {
  fileprivate static func twice(_ name: String) -> Self {
    Self("two diagrams or comparisons are called '\(name)'; give each a unique name")
  }

  fileprivate static let second = Self("podmap.yaml contains more than one YAML document; remove the '---' line")
}
