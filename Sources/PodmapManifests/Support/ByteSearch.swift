extension StringProtocol {
  /// Where a text first occurs, compared byte by byte. The standard library compares characters, which takes many times
  /// as long, and nearly every text of an input is searched for something.
  package func firstByteRange(of other: String) -> Range<Index>? {
    guard let offset = firstByteOffset(of: other) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: other.utf8.count)
  }

  /// Whether a text occurs, compared byte by byte.
  package func containsBytes(of other: String) -> Bool { firstByteOffset(of: other) != nil }

  private func firstByteOffset(of other: String) -> Int? {
    func search(_ bytes: UnsafeBufferPointer<UInt8>, _ wanted: UnsafeBufferPointer<UInt8>) -> Int? {
      guard let first = wanted.first else { return 0 }
      guard bytes.count >= wanted.count else { return nil }
      for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
        if (1..<wanted.count).allSatisfy({ bytes[start + $0] == wanted[$0] }) { return start }
      }
      return nil
    }
    var other = other
    return other.withUTF8 { wanted in
      utf8.withContiguousStorageIfAvailable { search($0, wanted) }
        ?? Array(utf8).withUnsafeBufferPointer { search($0, wanted) }
    }
  }
}
