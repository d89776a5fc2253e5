/// A picture, and notes about how it was rendered.
package struct RenderedPicture: Hashable, Sendable {
  package var bytes: [UInt8]
  package var remarks: [RenderRemark]

  package init(_ bytes: [UInt8], remarks: [RenderRemark] = []) {
    self.bytes = bytes
    self.remarks = remarks
  }
}

/// How a picture differs from what was requested.
package enum RenderRemark: Hashable, Sendable {
  /// The plugins that measure text without fonts were not found, so the machine's fonts were used.
  case pluginsNotFound
  /// No font is installed, so the picture has boxes instead of letters.
  case noFonts
  /// The picture would have had too many pixels, so it has this scale instead.
  case drawnSmaller(scale: Double)
  /// The layout took too long, so it was done again with low effort.
  case laidOutRoughly
  /// Graphviz failed at the graph as it is, so its lines are straight.
  case drawnWithStraightLines
  /// The first line that Graphviz wrote to standard error, and how many more there are.
  case complaint(String, more: Int)
}
