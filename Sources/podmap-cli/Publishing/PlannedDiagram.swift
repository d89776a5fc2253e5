import PodmapDiagrams
import PodmapGraphviz
import PodmapManifests
import PodmapPublishing
import PodmapTopology

/// What a diagram of `podmap.yaml` is published as. Pictures are known by what they are drawn from, and drawn when they
/// are needed.
struct PlannedDiagram: Sendable {
  /// A file of the diagram, with its parts.
  struct File: Sendable {
    var path: ProjectPath
    var format: OutputFormat
    /// The file itself unless there are only parts; then the parts.
    var outputs: [PlannedOutput]
  }

  let name: String
  let inputs: [ProjectPath]
  private(set) var files: [File] = []
  /// What its blocks hold, as Mermaid.
  private(set) var mermaid = ""
  private(set) var title = ""
  private(set) var diagnostics: [Diagnostic] = []
  private let settings: DiagramSettings
  private var drawings: DrawingSet?

  init(_ settings: DiagramSettings, of input: LinkedInput, besides published: Set<String>) {
    self.settings = settings
    name = settings.diagram.name
    inputs = settings.diagram.inputs
    switch settings.drawings(of: input) {
    case .failure(let refusal): diagnostics = [refusal.diagnostic]
    case .success(let drawn) where drawn.set.isEmpty:
      diagnostics = [.nothingToDraw(name, settings.view, at: settings.diagram.place(of: "view"))]
    case .success(let drawn):
      drawings = drawn.set
      // What was published before is no manifest, and no news.
      let known = input.diagnostics.filter { !published.contains($0.place?.file ?? "") }
      plan(drawn.set, drawn.part, known)
    }
  }

  /// Whether there is anything to publish.
  var isDrawn: Bool { drawings != nil }

  private mutating func plan(_ set: DrawingSet, _ part: Topology, _ known: [Diagnostic]) {
    let needed = settings.formats.compactMap(\.picture) + [.mermaid]
    var outcomes = set.documents(needed, Renderer(sourcesFor: PictureDress()))[...]
    title = set.only?.title ?? settings.diagram.title ?? name
    for (file, format) in zip(settings.diagram.files, settings.formats) {
      if format.picture == nil {
        var text = ""
        TopologyJSONWriter().write(part, diagnostics: known, to: &text)
        add(file.path, format, Documents(text))
      } else if let documents = outcomes.popFirst()?.documents {
        add(file.path, format, documents)
      }
    }
    if let documents = outcomes.popFirst()?.documents {
      mermaid = BlockContent.mermaid(
        (documents.main.map { [(nil, String(decoding: $0, as: UTF8.self))] } ?? [])
          + documents.parts.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
      if settings.diagram.blocks.contains(where: { $0.image == nil }) { diagnostics += documents.remarks }
    }
    diagnostics = diagnostics.uniqued
  }

  private mutating func add(_ path: ProjectPath, _ format: OutputFormat, _ documents: Documents) {
    let parts = documents.parts.compactMap { part in
      ProjectPath(OutputFiles.name(of: part.name, beside: path.text)).map { ($0, part.bytes) }
    }
    let all = (documents.main.map { [(path, $0)] } ?? []) + parts
    let outputs = all.map { path, bytes in
      PlannedOutput(
        file: path, diagram: name, kind: format.rawValue,
        content: format.rendered == nil ? .text(bytes) : .picture(source: bytes), inputs: inputs)
    }
    files.append(File(path: path, format: format, outputs: outputs))
    if format.picture != nil { diagnostics += documents.remarks }
  }

  /// What stands in a block of a Markdown file.
  func content(of block: ProjectBlock) -> String {
    guard let image = block.image else { return mermaid }
    let outputs = files.first { $0.path == image }?.outputs ?? []
    let images = outputs.map { output -> (name: String?, path: ProjectPath) in
      (
        outputs.count > 1 && output.file != image ? output.file.text.split(separator: "/").last.map(String.init) : nil,
        output.file
      )
    }
    return BlockContent.images(images, title: title, from: block.file)
  }

  /// The bytes of a file and of its parts, drawn, in the order of its outputs; nothing for what can't be drawn.
  func drawn(_ file: File, _ renderer: Renderer) -> (bytes: [ProjectPath: [UInt8]], messages: [Diagnostic]) {
    guard let drawings, let format = file.format.picture else { return ([:], []) }
    let outcome = drawings.documents([format], renderer)[0]
    guard let documents = outcome.documents else { return ([:], outcome.failures) }
    var bytes: [ProjectPath: [UInt8]] = [:]
    if let main = documents.main { bytes[file.path] = main }
    for part in documents.parts {
      if let path = ProjectPath(OutputFiles.name(of: part.name, beside: file.path.text)) { bytes[path] = part.bytes }
    }
    return (bytes, documents.remarks + outcome.failures)
  }
}

extension Diagnostic {
  fileprivate static func nothingToDraw(_ name: String, _ view: DiagramView, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "there is nothing to draw for '\(name)' in the view '\(view.rawValue)'; its outputs are left as they are")
  }
}
