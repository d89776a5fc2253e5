/// A picture, with what there is to say about it.
package struct RenderedPicture: Hashable, Sendable {
  package var bytes: [UInt8]
  package var remarks: [RenderRemark]

  package init(_ bytes: [UInt8], remarks: [RenderRemark] = []) {
    self.bytes = bytes
    self.remarks = remarks
  }
}

/// How a picture differs from what was asked for.
package enum RenderRemark: Hashable, Sendable {
  /// The plugins that measure text without fonts were not found, so the machine's fonts were used.
  case pluginsNotFound
  /// There is not one font, so the picture has boxes in place of letters.
  case noFonts
  /// The picture would have had too many pixels; it has this scale instead.
  case drawnSmaller(scale: Double)
  /// The layout took too long, so it was done again with low effort.
  case laidOutRoughly
  /// What Graphviz said on its own account, and how many more lines of that kind.
  case complaint(String, more: Int)
}
