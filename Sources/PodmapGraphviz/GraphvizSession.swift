#if Graphviz
  import CGraphvizShim

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Graphviz in this process, started for one kind of picture. Only one session may exist at a time.
  package struct GraphvizSession: ~Copyable {
    private let request: PictureRequest
    private let graphviz: OpaquePointer

    package init(_ request: PictureRequest) throws(RenderFailure) {
      guard GraphvizLibrary.installed != nil else { throw .noLibrary }
      guard let graphviz = podmap_graphviz_open(request.format.isDrawnWithoutFonts ? 1 : 0, request.pluginFolder) else {
        throw .noGraphviz
      }
      self.request = request
      self.graphviz = graphviz
    }

    deinit { podmap_graphviz_close(graphviz) }

    /// Renders a small graph, so that everything is loaded before the real one arrives.
    package func warmUp() {
      _ = try? layOut(Array("digraph { a [label=a] }".utf8))
      _ = try? picture()
    }

    /// Lays a graph out, which may take long.
    package func layOut(_ dot: [UInt8]) throws(RenderFailure) {
      // Network simplex stops when nothing improves, or after this many steps per node.
      let steps = request.effort == .full ? "\(RenderLimits.layoutSteps)" : "0.1"
      let images = request.imageFolder.map { strdup($0) }
      defer { images.map { free($0) } }
      let status = dot.withUnsafeBytes { dot in
        steps.withCString { steps in
          var layout = podmap_graphviz_layout(
            nslimit: steps, nslimit1: request.effort == .full ? nil : steps, imagepath: images.flatMap { $0 },
            straight_lines: request.lines == .straight ? 1 : 0)
          return podmap_graphviz_lay_out(graphviz, dot.bindMemory(to: CChar.self).baseAddress, dot.count, &layout)
        }
      }
      try Self.check(status)
    }

    /// Renders the graph that was laid out last.
    package func picture() throws(RenderFailure) -> RenderedPicture {
      let result = request.format.device.withCString { format in
        var picture = podmap_graphviz_picture()
        picture.format = format
        if let side = request.format.maximumSide {
          picture.dpi = request.scale * Self.dpiOfScaleOne
          picture.maximum_side = Double(side)
          picture.maximum_pixels = Double(RenderLimits.pixels)
        }
        return podmap_graphviz_render(graphviz, &picture)
      }
      defer { free(result.bytes) }
      try Self.check(result.status)
      var picture = RenderedPicture(Array(UnsafeRawBufferPointer(start: result.bytes, count: result.length)))
      if request.format == .pdf { PDFDates.remove(from: &picture.bytes) }
      if podmap_graphviz_found_plugins(graphviz) == 0 { picture.remarks.append(.pluginsNotFound) }
      if !request.format.isDrawnWithoutFonts && podmap_fonts_are_missing() != 0 { picture.remarks.append(.noFonts) }
      let scale = result.dpi / Self.dpiOfScaleOne
      if request.format.hasPixels && scale < request.scale { picture.remarks.append(.drawnSmaller(scale: scale)) }
      return picture
    }

    private static let dpiOfScaleOne = 96.0

    private static func check(_ status: Int32) throws(RenderFailure) {
      switch UInt32(status) {
      case podmap_graphviz_done.rawValue: break
      case podmap_graphviz_no_graph.rawValue: throw .noGraph
      case podmap_graphviz_no_layout.rawValue: throw .noLayout
      case podmap_graphviz_no_rendering.rawValue: throw .noRendering
      case podmap_graphviz_no_memory.rawValue: throw .noMemory
      default: throw .noGraphviz
      }
    }
  }
#endif
