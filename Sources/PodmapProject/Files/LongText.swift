/// A text that may be larger than the input, in pieces, so that it is in memory only once.
package struct LongText: TextOutputStream, Sendable {
  private var full: [[UInt8]] = []
  private var last: [UInt8] = []
  /// Bytes.
  private static let pieceSize = 1 << 20

  package init() {}

  package var pieces: [[UInt8]] { full + [last] }

  package mutating func write(_ text: String) {
    last += text.utf8
    guard last.count >= Self.pieceSize else { return }
    full.append(last)
    last = []
  }
}
