import PodmapDiagrams
import PodmapGraphviz
import PodmapManifests
import PodmapProject

/// What a diagram or a comparison of `podmap.yaml` is published as. Pictures are known by what they are drawn from, and
/// drawn when they are needed.
struct PlannedPicture: Sendable {
  /// A file of the picture, with its parts.
  struct File: Sendable {
    var path: ProjectPath
    var format: PublishedFormat
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
  private let picture: ProjectPicture
  private var drawing: PublishedDrawing?

  /// Plans what is drawn, or says why nothing is; there is a format for each file.
  init(
    _ picture: ProjectPicture, of inputs: [ProjectPath], _ drawing: Result<PublishedDrawing, Refusal>,
    _ formats: [PublishedFormat], _ look: PublishedLook
  ) {
    self.picture = picture
    self.inputs = inputs
    name = picture.name
    switch drawing {
    case .failure(let refusal): diagnostics = [refusal.diagnostic]
    case .success(let drawing):
      self.drawing = drawing
      plan(drawing, formats, look.sources)
    }
  }

  /// Why nothing is drawn.
  struct Refusal: Error {
    var diagnostic: Diagnostic
  }

  var blocks: [ProjectBlock] { picture.blocks }

  /// Whether there is anything to publish.
  var isDrawn: Bool { drawing != nil }

  private mutating func plan(_ drawing: PublishedDrawing, _ formats: [PublishedFormat], _ renderer: Renderer) {
    title = picture.title ?? drawing.title ?? name
    for (file, format) in zip(picture.files, formats) {
      if let documents = drawing.outcome(format, renderer).documents { add(file.path, format, documents) }
    }
    if let documents = drawing.mermaid(renderer).documents {
      mermaid = BlockContent.mermaid(
        (documents.main.map { [(nil, String(decoding: $0, as: UTF8.self))] } ?? [])
          + documents.parts.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
      if picture.blocks.contains(where: { $0.image == nil }) { diagnostics += documents.remarks }
    }
    diagnostics = diagnostics.uniqued
  }

  private mutating func add(_ path: ProjectPath, _ format: PublishedFormat, _ documents: Documents) {
    let parts = documents.parts.compactMap { part in
      ProjectPath(OutputFiles.name(of: part.name, beside: path.text)).map { ($0, part.bytes) }
    }
    let all = (documents.main.map { [(path, $0)] } ?? []) + parts
    let outputs = all.map { path, bytes in
      PlannedOutput(
        file: path, diagram: name, kind: format.kind,
        content: format.rendered == nil ? .text(bytes) : .picture(source: bytes), inputs: inputs)
    }
    files.append(File(path: path, format: format, outputs: outputs))
    diagnostics += documents.remarks
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
    guard let drawing else { return ([:], []) }
    let outcome = drawing.outcome(file.format, renderer)
    guard let documents = outcome.documents else { return ([:], outcome.failures) }
    var bytes: [ProjectPath: [UInt8]] = [:]
    if let main = documents.main { bytes[file.path] = main }
    for part in documents.parts {
      if let path = ProjectPath(OutputFiles.name(of: part.name, beside: file.path.text)) { bytes[path] = part.bytes }
    }
    return (bytes, documents.remarks + outcome.failures)
  }
}
