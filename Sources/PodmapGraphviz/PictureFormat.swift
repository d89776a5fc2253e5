/// What Graphviz renders a graph as.
package enum PictureFormat: String, CaseIterable, Sendable {
  case svg, png, pdf, webp

  /// SVG is measured with built-in text widths, so that it is the same on every machine; the reader's browser
  /// chooses the font. The others draw the letters themselves.
  var isDrawnWithoutFonts: Bool { self == .svg }

  /// Whether it consists of pixels, so that its size in them must be chosen.
  package var hasPixels: Bool { maximumSide != nil }

  /// The most pixels that a side may have: what cairo draws, and what the header of a WebP file can say.
  var maximumSide: Int? {
    switch self {
    case .png: 32_767
    case .webp: 16_383
    case .svg, .pdf: nil
    }
  }

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
