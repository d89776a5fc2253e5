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
  case noLibrary = "no-library"
  case noGraphviz = "no-graphviz"
  case noGraph = "no-graph"
  case noLayout = "no-layout"
  case noRendering = "no-rendering"
  case noMemory = "no-memory"

  /// The failure as a message, with what Graphviz itself says about it.
  func error(drawing format: PictureFormat, complaint: String? = nil) -> RenderError {
    let fact =
      switch self {
      case .noLibrary:
        "\(format.rawValue) needs Graphviz's library, version 2.42 or newer, which isn't installed; "
          + "run: \(Self.installation), or write a text format such as Mermaid"
      case .noGraphviz: "graphviz can't be started; install it again: \(Self.installation)"
      case .noGraph: "graphviz can't parse the graph"
      case .noLayout: "graphviz can't lay the graph out"
      case .noRendering: "graphviz can't write \(format.rawValue); install its plugins: \(Self.installation)"
      case .noMemory: "not enough memory for the picture; draw a smaller part with --focus or -n"
      }
    return RenderError(complaint.map { "\(fact) (\($0))" } ?? fact)
  }

  /// The package of the library has a number in its name, which differs between systems.
  private static let installation =
    "apt-get install graphviz (Debian, Ubuntu), dnf install graphviz (Fedora) or brew install graphviz"
}
