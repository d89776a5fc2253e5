internal import PodmapDiagrams
internal import PodmapManifests

/// The outputs of a diagram or a comparison of `podmap.yaml`. Pictures are identified by the text that they are drawn
/// from, and drawn when needed.
struct PlannedPicture: Sendable {
  /// A file of the picture, with its parts.
  struct File: Sendable {
    var path: ProjectPath
    var format: OutputFormat
    /// The file itself unless there are only parts; then the parts.
    var outputs: [PlannedOutput]
  }

  let name: String
  let inputs: [ProjectPath]
  private(set) var files: [File] = []
  /// What its blocks contain, as Mermaid.
  private(set) var mermaid = ""
  private(set) var title = ""
  /// What it shows, in a sentence; empty if several diagrams share it.
  private(set) var summary = ""
  private(set) var diagnostics: [Diagnostic] = []
  private let picture: ProjectPicture
  private var drawing: PublishedDrawing?
  private var theme: Theme?

  /// Plans the drawing, or says why there is none; `formats` has one for each file.
  init(
    _ picture: ProjectPicture, of inputs: [ProjectPath], _ drawing: Result<PublishedDrawing, Refusal>,
    _ formats: [OutputFormat], _ look: PublishedLook
  ) {
    self.picture = picture
    self.inputs = inputs
    name = picture.name
    switch drawing {
    case .failure(let refusal): diagnostics = [refusal.diagnostic]
    case .success(let drawing):
      var words = ProjectWords()
      theme = picture.theme.flatMap { name in
        words.judge(picture.place(of: "theme")) { () throws(RequestError) in try RenderSettings.theme(named: name) }
      }
      diagnostics = words.diagnostics
      guard diagnostics.isEmpty else { return }
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

  private mutating func plan(_ drawing: PublishedDrawing, _ formats: [OutputFormat], _ renderer: Renderer) {
    let renderer = renderer.themed(theme)
    title = picture.title ?? drawing.title ?? name
    summary = drawing.summary
    for (file, format) in zip(picture.files, formats) {
      let outcome = drawing.outcome(format, renderer)
      if let written = outcome.written { add(file.path, format, written) }
      diagnostics += outcome.failures
    }
    if let written = drawing.outcome(.mermaid, renderer).written {
      mermaid = BlockContent.mermaid(
        (written.main.map { [(nil, String(decoding: $0, as: UTF8.self))] } ?? [])
          + written.parts.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
      if picture.blocks.contains(where: { $0.image == nil }) { diagnostics += written.remarks }
    }
    diagnostics = diagnostics.uniqued
  }

  private mutating func add(_ path: ProjectPath, _ format: OutputFormat, _ written: WrittenDiagram) {
    let parts = written.parts.compactMap { part in
      ProjectPath(FileName.name(of: part.name, beside: path.text)).map { ($0, part.bytes) }
    }
    let all = (written.main.map { [(path, $0)] } ?? []) + parts
    let outputs = all.map { path, bytes in
      PlannedOutput(
        file: path, diagram: name, kind: format.name,
        content: format.rendered == nil ? .text(bytes) : .picture(source: bytes), inputs: inputs)
    }
    let index = written.index.flatMap { text in
      ProjectPath(FileName.index(beside: path.text)).map { file in
        PlannedOutput(
          file: file, diagram: name, kind: "md",
          content: .text(PartLink.resolved(Array(text.utf8)) { FileName.link(to: $0, beside: path.text) }),
          inputs: inputs)
      }
    }
    files.append(File(path: path, format: format, outputs: outputs + [index].compactMap(\.self)))
    diagnostics += written.remarks
  }

  /// What a block of a Markdown file contains.
  func content(of block: ProjectBlock) -> String {
    guard let image = block.image else { return mermaid }
    let outputs = files.first { $0.path == image }?.outputs ?? []
    let images = outputs.filter { $0.kind != "md" }.map { output -> (name: String?, path: ProjectPath) in
      (
        outputs.count > 1 && output.file != image ? output.file.text.split(separator: "/").last.map(String.init) : nil,
        output.file
      )
    }
    return BlockContent.images(images, title: title, summary: summary, from: block.file)
  }

  /// A file and its parts, drawn.
  struct Drawn: Sendable {
    /// Empty for files that can't be drawn.
    var bytes: [ProjectPath: [UInt8]] = [:]
    /// Where the cards are.
    var places: [ProjectPath: PicturePlaces?] = [:]
    var messages: [Diagnostic] = []
  }

  /// Draws a file and its parts; cards stay where those of the index are, as far as they can.
  func drawn(_ file: File, _ renderer: Renderer, following index: PublishIndex) -> Drawn {
    guard let drawing else { return Drawn() }
    var known: [String: PicturePlaces] = [:]
    for entry in index.entries where entry.diagram == name {
      if let part = FileName.part(of: entry.file, beside: file.path.text) { known[part] = entry.places }
    }
    let outcome = drawing.outcome(file.format, renderer.themed(theme).following(known))
    guard let written = outcome.written else { return Drawn(messages: outcome.failures) }
    var bytes: [ProjectPath: [UInt8]] = [:]
    var places: [ProjectPath: PicturePlaces?] = [file.path: written.places[""]]
    func resolved(_ bytes: [UInt8]) -> [UInt8] {
      PartLink.resolved(bytes) { FileName.link(to: $0, beside: file.path.text) }
    }
    if let main = written.main { bytes[file.path] = resolved(main) }
    for part in written.parts {
      if let path = ProjectPath(FileName.name(of: part.name, beside: file.path.text)) {
        bytes[path] = resolved(part.bytes)
        places[path] = .some(written.places[part.name])
      }
    }
    return Drawn(bytes: bytes, places: places, messages: written.remarks + outcome.failures)
  }
}
