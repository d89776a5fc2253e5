/// Why there is no picture.
package struct RenderError: Error, Hashable, Sendable {
  /// Lower case, the specific fact first, then what to do.
  package let message: String

  package init(_ message: String) {
    self.message = message
  }
}

/// A step in which Graphviz failed.
package enum RenderFailure: String, Error, CaseIterable, Sendable {
  case noGraphviz = "no-graphviz"
  case noGraph = "no-graph"
  case noLayout = "no-layout"
  case noRendering = "no-rendering"
  case noMemory = "no-memory"

  /// The failure as a message, with what Graphviz itself says about it.
  func error(drawing format: PictureFormat, complaint: String? = nil) -> RenderError {
    let fact =
      switch self {
      case .noGraphviz: "graphviz can't be started; install it: apt-get install libgraphviz-dev"
      case .noGraph: "graphviz can't parse the graph"
      case .noLayout: "graphviz can't lay the graph out"
      case .noRendering: "graphviz can't write \(format.rawValue); install its plugins: apt-get install libgvc6"
      case .noMemory: "not enough memory for the picture; draw a smaller part with --focus or -n"
      }
    return RenderError(complaint.map { "\(fact) (\($0))" } ?? fact)
  }
}
