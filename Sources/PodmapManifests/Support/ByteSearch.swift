extension StringProtocol {
  /// Where a text first occurs, compared byte by byte. The standard library compares characters, which takes many times
  /// as long, and nearly every text of an input is searched for something. So an accent that is written in two ways makes
  /// a difference, and what is found may be followed by one. An empty text is found nowhere.
  package func firstByteRange(of other: some StringProtocol) -> Range<Index>? {
    let other = String(other)
    guard !other.isEmpty, let offset = firstByteOffset(of: other) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: other.utf8.count)
  }

  /// Whether a text occurs, compared byte by byte.
  package func containsBytes(of other: String) -> Bool { firstByteOffset(of: other) != nil }

  private func firstByteOffset(of other: String) -> Int? {
    utf8.withContiguousStorageIfAvailable { $0.firstOffset(of: other) }
      ?? Array(utf8).withUnsafeBufferPointer { $0.firstOffset(of: other) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a text first begins.
  func firstOffset(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { wanted in
      guard let first = wanted.first else { return 0 }
      guard count >= wanted.count else { return nil }
      return (0...(count - wanted.count)).first { start in
        self[start] == first && (1..<wanted.count).allSatisfy { self[start + $0] == wanted[$0] }
      }
    }
  }
}
