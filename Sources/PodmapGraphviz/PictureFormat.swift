/// What Graphviz renders a graph as.
package enum PictureFormat: String, CaseIterable, Sendable {
  case svg, png, pdf, webp

  /// SVG is measured with built-in text widths, so that it is the same on every machine; the reader's browser
  /// chooses the font. The others draw the letters themselves.
  var isDrawnWithoutFonts: Bool { self == .svg }

  /// The renderer that Graphviz is asked for.
  var device: String {
    switch self {
    case .svg: "svg"
    case .png: "png"
    case .pdf: "pdf"
    case .webp: "webp"
    }
  }
}

/// Why there is no picture.
package struct RenderError: Error, Sendable {
  /// Lower case, the specific fact first, then what to do.
  package let message: String

  package init(_ message: String) {
    self.message = message
  }
}
