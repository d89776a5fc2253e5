package import PodmapDiagrams
package import PodmapGraphviz
package import PodmapManifests

/// Renders the pictures of a request, as its settings say.
package struct Renderer: Sendable {
  private(set) var look: PictureLook
  private let scale: Double
  private var remark: String
  /// Renders DOT; `nil` if only the texts that pictures are rendered from are wanted.
  private let render: (@Sendable (String, PictureRequest) throws(RenderError) -> RenderedPicture)?
  /// A folder with the icons for pictures that Graphviz draws whole.
  private let images: ImageFolder?
  /// Where the cards of an earlier picture are, by the name of the part; that of the only picture, and of the
  /// overview, is empty.
  private(set) var places: [String: PicturePlaces] = [:]
  /// Called after each picture.
  package var onPicture: @Sendable () -> Void = {}
  /// Messages before anything is drawn.
  package private(set) var remarks: [Diagnostic] = []

  /// Starts what rendering will need while the input is still being read.
  package init(_ settings: RenderSettings, _ icons: IconSet, for formats: [PictureFormat], by engine: PictureEngine) {
    look = PictureLook(theme: settings.theme, icons: icons)
    scale = settings.scale ?? Double(Limit.scale.value)
    remark = ""
    do throws(RenderError) {
      images = formats.contains { $0 != .svg } ? try ImageFolder(removesOnSignal: engine.isOwnProgram) : nil
    } catch {
      images = nil
      remarks = [Diagnostic(.warning, "\(error.message); PNG, PDF and WebP are drawn without icons")]
    }
    switch engine {
    case .worker(let program, let arguments):
      let pool = RenderPool(
        RenderWorker(
          executable: program, arguments: arguments, seconds: settings.timeLimit, memory: Limit.graphvizMemory.value))
      render = { dot, request throws(RenderError) in try pool.picture(of: dot, request) }
      pool.prepare(formats.map(request))
    #if Graphviz
      case .inProcess:
        render = { dot, request throws(RenderError) in try GraphvizRendering.picture(of: dot, request) }
    #endif
    }
  }

  /// Returns, instead of each picture, the text that it would be rendered from, followed by a remark.
  package init(sourcesFor look: PictureLook, remark: String) {
    self.look = look
    self.remark = remark
    scale = 1
    render = nil
    images = nil
  }

  /// Whether it returns the texts of pictures, not the pictures.
  var isForSources: Bool { render == nil }

  package func writer(for format: PictureFormat) -> DOTWriter {
    if format == .svg { return look.writerForSVG }
    return images == nil && render != nil ? look.writerWithoutIcons : look.writerWithFiles
  }

  /// The same renderer for a picture whose cards stay where they are as far as they can.
  func following(_ places: [String: PicturePlaces]) -> Renderer {
    var renderer = self
    renderer.places = places
    return renderer
  }

  /// The same renderer for pictures with a theme of their own, if there is one.
  func themed(_ theme: Theme?) -> Renderer {
    guard let theme else { return self }
    var renderer = self
    renderer.look.theme = theme
    if isForSources { renderer.remark += " theme \(theme.name)" }
    return renderer
  }

  package typealias Page = (bytes: [UInt8], remarks: [Diagnostic])

  /// A flow diagram that `dot` describes.
  package func page(of diagram: FlowDiagram, _ dot: String, _ format: PictureFormat) throws(RenderError) -> Page {
    try page(
      dot, format, title: diagram.title, summary: diagram.summary, look.icons.files(for: diagram, theme: look.theme))
  }

  /// A sequence diagram that `dot` describes.
  package func page(of diagram: SequenceDiagram, _ dot: String, _ format: PictureFormat) throws(RenderError) -> Page {
    try page(
      dot, format, title: diagram.title, summary: diagram.summary, look.icons.files(for: diagram, theme: look.theme))
  }

  private func page(
    _ dot: String, _ format: PictureFormat, title: String, summary: String, _ files: @autoclosure () -> [IconSet.File]
  ) throws(RenderError) -> Page {
    guard let render else { return (Array("\(dot)\n\(title)\n\(summary)\n\(remark)".utf8), []) }
    let name = title.shortened()
    let picture: RenderedPicture
    do throws(RenderError) {
      if format != .svg, let images {
        for file in files() { try images.add(file.name, file.bytes) }
      }
      picture = try render(dot, request(format))
      onPicture()
    } catch {
      throw RenderError("'\(name)' can't be drawn as \(format.rawValue): \(error.message)")
    }
    let remarks = picture.remarks.map { Diagnostic($0, about: name, format) }
    guard format == .svg else { return (picture.bytes, remarks) }
    return (SVGPicture(picture.bytes, title: title, description: summary, look).bytes, remarks)
  }

  /// Removes what rendering needed; a program that ends at once doesn't do so on its own.
  package func end() {
    images?.remove()
  }

  private func request(_ format: PictureFormat) -> PictureRequest {
    PictureRequest(
      format, scale: format.hasPixels ? scale : 1, imageFolder: format == .svg ? nil : images?.path)
  }
}
