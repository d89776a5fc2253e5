/// The formats in which Graphviz renders a graph.
package enum PictureFormat: String, CaseIterable, Sendable {
  case svg, png, pdf, webp

  /// Whether text is measured with built-in widths rather than with fonts. SVG is, so that it is the same on every
  /// machine, and the reader's browser chooses the font. The other formats contain the glyphs.
  var isDrawnWithoutFonts: Bool { self == .svg }

  /// Whether the picture consists of pixels, so that a scale must be chosen.
  package var hasPixels: Bool { maximumSide != nil }

  /// The most pixels along one side, for formats that consist of pixels.
  var maximumSide: Int? {
    switch self {
    case .png: RenderLimits.pngSide
    case .webp: RenderLimits.webpSide
    case .svg, .pdf: nil
    }
  }

  /// The name of Graphviz's output device.
  var device: String {
    switch self {
    case .svg: "svg"
    case .png: "png"
    case .pdf: "pdf"
    case .webp: "webp"
    }
  }
}
