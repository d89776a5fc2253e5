import CGraphvizShim

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Graphviz, started in this process for one kind of picture. There must be one at a time only.
package struct GraphvizSession: ~Copyable {
  private let request: PictureRequest
  private let graphviz: OpaquePointer

  package init(_ request: PictureRequest) throws(RenderFailure) {
    guard let graphviz = podmap_graphviz_open(request.format.isDrawnWithoutFonts ? 1 : 0, request.pluginFolder) else {
      throw .noGraphviz
    }
    self.request = request
    self.graphviz = graphviz
  }

  deinit { podmap_graphviz_close(graphviz) }

  /// Draws something small, so that everything is loaded when the real graph comes.
  package func warmUp() {
    _ = try? picture(of: Array("digraph { a [label=a] }".utf8))
  }

  package func picture(of dot: [UInt8]) throws(RenderFailure) -> RenderedPicture {
    let result = render(dot)
    defer { free(result.bytes) }
    switch UInt32(result.status) {
    case podmap_graphviz_done.rawValue: break
    case podmap_graphviz_no_graph.rawValue: throw .noGraph
    case podmap_graphviz_no_layout.rawValue: throw .noLayout
    case podmap_graphviz_no_rendering.rawValue: throw .noRendering
    case podmap_graphviz_no_memory.rawValue: throw .noMemory
    default: throw .noGraphviz
    }
    var picture = RenderedPicture(Array(UnsafeRawBufferPointer(start: result.bytes, count: result.length)))
    if request.format == .pdf { PDFDates.remove(from: &picture.bytes) }
    if podmap_graphviz_found_plugins(graphviz) == 0 { picture.remarks.append(.pluginsNotFound) }
    let scale = result.dpi / Self.dpiOfScaleOne
    if request.format.hasPixels && scale < request.scale { picture.remarks.append(.drawnSmaller(scale: scale)) }
    return picture
  }

  private static let dpiOfScaleOne = 96.0

  private func render(_ dot: [UInt8]) -> podmap_graphviz_result {
    // Network simplex works until nothing gets better, or for this many steps per node.
    let steps = request.effort == .full ? "2" : "0.1"
    return dot.withUnsafeBufferPointer { dot in
      request.format.device.withCString { format in
        steps.withCString { steps in
          var details = podmap_graphviz_request()
          details.format = format
          details.nslimit = steps
          details.nslimit1 = request.effort == .full ? nil : steps
          if let side = request.format.maximumSide {
            details.dpi = request.scale * Self.dpiOfScaleOne
            details.maximum_side = Double(side)
            details.maximum_pixels = Double(PictureRequest.maximumPixels)
          }
          return dot.withMemoryRebound(to: CChar.self) { dot in
            podmap_graphviz_render(graphviz, dot.baseAddress, dot.count, &details)
          }
        }
      }
    }
  }
}
