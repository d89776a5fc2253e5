/// The dates that cairo writes into a PDF.
enum PDFDates {
  private static let keys = ["/CreationDate (", "/ModDate ("].map { Array($0.utf8) }

  /// Overwrites the dates with spaces, which have no meaning there, so that no other byte moves. The dates are
  /// optional, and the same graph must give the same file.
  ///
  /// Newer versions of cairo compress the object that contains them; there, a worker sets `SOURCE_DATE_EPOCH`.
  static func remove(from bytes: inout [UInt8]) {
    for key in keys {
      guard let start = last(key, in: bytes), let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")) else {
        continue
      }
      for position in start...end { bytes[position] = UInt8(ascii: " ") }
    }
  }

  /// Searches backwards, because the dates are near the end.
  private static func last(_ key: [UInt8], in bytes: [UInt8]) -> Int? {
    bytes.indices.dropLast(key.count - 1).last { bytes[$0] == key[0] && bytes[$0...].starts(with: key) }
  }
}
