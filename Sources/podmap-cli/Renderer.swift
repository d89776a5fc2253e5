import PodmapDiagrams
import PodmapGraphviz
import PodmapManifests

/// Draws diagrams in the formats that a command writes, as its options say.
struct Renderer: Sendable {
  let dress: PictureDress
  private let scale: Double
  private let remark: String
  /// Nothing where only the sources of pictures are asked for.
  private let pool: RenderPool?
  /// Where the icons of pictures lie that Graphviz draws whole.
  private let images: ImageFolder?
  /// What there is to say before anything is drawn.
  private(set) var remarks: [Diagnostic] = []

  /// Starts what drawing will need while the input is still being read.
  init(_ options: RenderOptions, _ icons: IconSet, for formats: [OutputFormat]) {
    dress = PictureDress(theme: options.theme, icons: icons)
    scale = options.scale ?? 1
    remark = ""
    let pool = RenderPool(
      RenderWorker(executable: ThisProgram.path, arguments: [RenderWorkerCommand.name], seconds: options.timeLimit))
    let rendered = formats.compactMap(\.rendered)
    do throws(RenderError) {
      images = rendered.contains { $0 != .svg } ? try ImageFolder(removesOnSignal: true) : nil
    } catch {
      images = nil
      remarks = [Diagnostic(.warning, "\(error.message); PNG, PDF and WebP are drawn without icons")]
    }
    self.pool = pool
    pool.prepare(rendered.map(request))
  }

  /// Gives, in place of each picture, the text that it would be drawn from, with a remark behind it.
  init(sourcesFor dress: PictureDress, remark: String) {
    self.dress = dress
    self.remark = remark
    scale = 1
    pool = nil
    images = nil
  }

  func writer(for format: PictureFormat) -> DOTWriter {
    if format == .svg { return dress.writerForSVG }
    return images == nil && pool != nil ? dress.writerWithoutIcons : dress.writerWithFiles
  }

  typealias Page = (bytes: [UInt8], remarks: [Diagnostic])

  /// A flow diagram that `dot` describes.
  func page(of diagram: FlowDiagram, _ dot: String, _ format: PictureFormat) throws(RenderError) -> Page {
    try page(
      dot, format, title: diagram.title, summary: diagram.summary, dress.icons.files(for: diagram, theme: dress.theme))
  }

  /// A sequence diagram that `dot` describes.
  func page(of diagram: SequenceDiagram, _ dot: String, _ format: PictureFormat) throws(RenderError) -> Page {
    try page(
      dot, format, title: diagram.title, summary: diagram.summary, dress.icons.files(for: diagram, theme: dress.theme))
  }

  private func page(
    _ dot: String, _ format: PictureFormat, title: String, summary: String, _ files: @autoclosure () -> [IconSet.File]
  ) throws(RenderError) -> Page {
    guard let pool else { return (Array("\(dot)\n\(title)\n\(summary)\n\(remark)".utf8), []) }
    let name = title.shortened()
    let picture: RenderedPicture
    do throws(RenderError) {
      if format != .svg, let images {
        for file in files() { try images.add(file.name, file.bytes) }
      }
      picture = try pool.picture(of: dot, request(format))
    } catch {
      throw RenderError("'\(name)' can't be drawn as \(format.rawValue): \(error.message)")
    }
    let remarks = picture.remarks.map { Diagnostic($0, about: name, format) }
    guard format == .svg else { return (picture.bytes, remarks) }
    return (SVGDocument(picture.bytes, of: dot, title: title, description: summary, dress).bytes, remarks)
  }

  /// Removes what drawing needed; a program that ends at once does not do it by itself.
  func end() {
    images?.remove()
  }

  private func request(_ format: PictureFormat) -> PictureRequest {
    PictureRequest(
      format, scale: format.hasPixels ? scale : 1, imageFolder: format == .svg ? nil : images?.path)
  }
}
