import CGraphvizShim

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lays a graph out in this process. For the worker, which draws one picture and ends: Graphviz keeps what it has
/// drawn in memory, is not thread-safe, and may crash or never end.
package enum GraphvizRendering {
  package static func render(_ dot: String, as format: PictureFormat) throws(RenderError) -> [UInt8] {
    let result = podmap_graphviz_render(dot, "dot", format.device, format.isDrawnWithoutFonts ? 1 : 0)
    defer { free(result.bytes) }
    switch UInt32(result.status) {
    case podmap_graphviz_done.rawValue: break
    case podmap_graphviz_no_graph.rawValue: throw RenderError("graphviz does not understand the graph")
    case podmap_graphviz_no_layout.rawValue: throw RenderError("graphviz can't lay the graph out")
    case podmap_graphviz_no_rendering.rawValue:
      throw RenderError("graphviz can't write \(format.rawValue); install its plugins: apt-get install libgvc6")
    default: throw RenderError("graphviz can't be started; install it: apt-get install libgraphviz-dev")
    }
    return Array(UnsafeRawBufferPointer(start: result.bytes, count: result.length))
  }
}
