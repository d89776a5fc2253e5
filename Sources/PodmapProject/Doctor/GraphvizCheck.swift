internal import PodmapGraphviz
internal import PodmapManifests

/// What Graphviz can do here, found out by drawing one node in each format.
struct GraphvizCheck {
  /// The version that its SVG names; `nil` if it writes none.
  private(set) var version: String?
  /// The formats, each with the reason if it can't be written.
  let formats: [(format: PictureFormat, problem: String?)]

  init(_ engine: PictureEngine) {
    let answers = concurrentMap(PictureFormat.allCases) { Self.picture($0, engine) }
    formats = zip(PictureFormat.allCases, answers).map { format, answer in
      switch answer {
      case .success(let picture): (format, picture.remarks.contains(.noFonts) ? "no font is installed" : nil)
      case .failure(let error): (format, error.message)
      }
    }
    guard case .success(let picture)? = answers.first else { return }
    let text = String(decoding: picture.bytes, as: UTF8.self)
    if let mark = text.firstByteRange(of: "graphviz version ") {
      version = String(text[mark.upperBound...].prefix { !$0.isWhitespace })
    }
  }

  private static func picture(
    _ format: PictureFormat, _ engine: PictureEngine
  ) -> Result<RenderedPicture, RenderError> {
    let (dot, request) = ("digraph { a }", PictureRequest(format))
    return Result { () throws(RenderError) in
      switch engine {
      case .worker(let program, let arguments):
        let seconds = Double(Limit.doctorSeconds.value)
        let worker = RenderWorker(
          executable: program, arguments: arguments, seconds: seconds, memory: Limit.graphvizMemory.value)
        return try worker.picture(of: dot, request)
      #if Graphviz
        case .inProcess: return try GraphvizRendering.picture(of: dot, request)
      #endif
      }
    }
  }
}
