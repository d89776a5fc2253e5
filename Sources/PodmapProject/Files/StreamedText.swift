/// A text that may be larger than the input: it is written while it is made, so that only a piece of it is in memory.
package struct StreamedText: TextOutputStream {
  private let file: FileDescriptor
  private var piece: [UInt8] = []
  /// The system's error number if a piece couldn't be written; the rest is dropped then.
  private var failure: Int32?
  /// Bytes.
  private static let pieceSize = 1 << 20

  private init(_ file: FileDescriptor) {
    self.file = file
  }

  /// Writes all that `make` writes; returns the system's error number if that fails.
  static func write(to file: FileDescriptor, _ make: (inout StreamedText) -> Void) -> Int32? {
    var text = StreamedText(file)
    make(&text)
    text.flush()
    return text.failure
  }

  package mutating func write(_ text: String) {
    guard failure == nil else { return }
    piece += text.utf8
    if piece.count >= Self.pieceSize { flush() }
  }

  private mutating func flush() {
    guard failure == nil else { return }
    failure = file.write(piece)
    piece.removeAll(keepingCapacity: true)
  }
}
