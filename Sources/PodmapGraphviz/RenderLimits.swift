/// The limits of rendering. This module imports no other, so the numbers are repeated here; a test compares them with
/// the list of all limits.
package enum RenderLimits {
  /// How long a picture may take, in seconds, unless the caller says otherwise.
  package static let seconds = 30.0
  /// How much memory a worker may use, in bytes.
  package static let memory = 2 << 30
  /// The scales that are accepted.
  package static let scales = 0.1...8.0
  /// The most pixels of a picture. Each costs 4 bytes of memory and about 50 ns as PNG, 100 ns as WebP.
  package static let pixels = 50_000_000
  /// The most pixels along one side of a PNG: what cairo draws.
  package static let pngSide = 32_767
  /// The most pixels along one side of a WebP: what the header of the format can express.
  package static let webpSide = 16_383
  /// How many steps per node network simplex may take to improve a layout.
  package static let layoutSteps = 2
  /// How many bytes of Graphviz's messages are kept; it can write a line for each of a million nodes.
  package static let outputBytes = 64 << 10
  /// How many characters of one such line are shown.
  package static let messageCharacters = 300
}
