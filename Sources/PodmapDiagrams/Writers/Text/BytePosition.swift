extension ArraySlice<UInt8> {
  /// Where the first occurrence of some bytes begins.
  func position(of needle: [UInt8]) -> Int? {
    var start = startIndex
    while let first = self[start...].firstIndex(of: needle[0]) {
      if self[first...].starts(with: needle) { return first }
      start = first + 1
    }
    return nil
  }
}
