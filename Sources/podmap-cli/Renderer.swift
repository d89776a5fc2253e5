import PodmapGraphviz

/// Draws DOT in the formats that a command writes, as its options say.
struct Renderer: Sendable {
  private let scale: Double
  private let pool: RenderPool

  /// Starts what drawing will need while the input is still being read.
  init(_ options: RenderOptions, for formats: [OutputFormat]) {
    scale = options.scale ?? 1
    pool = RenderPool(
      RenderWorker(executable: ThisProgram.path, arguments: [RenderWorkerCommand.name], seconds: options.timeLimit))
    pool.prepare(formats.compactMap(\.rendered).map(request))
  }

  func picture(of dot: String, _ format: PictureFormat) throws(RenderError) -> RenderedPicture {
    try pool.picture(of: dot, request(format))
  }

  private func request(_ format: PictureFormat) -> PictureRequest {
    PictureRequest(format, scale: format.hasPixels ? scale : 1)
  }
}
