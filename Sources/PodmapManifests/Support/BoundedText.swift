extension String {
  /// The text, shortened in the middle to about as many bytes as the limit says.
  ///
  /// For texts that are repeated, so that what is written grows with the input. It counts bytes, because one character
  /// may have any number of combining marks.
  package func bounded(to limit: Limit) -> String {
    guard utf8.count > limit.value else { return self }
    let half = (limit.value - 3) / 2
    return unicodeScalars.prefix(bytes: half) + "…" + String(unicodeScalars.reversed().prefix(bytes: half).reversed())
  }
}

extension Sequence<Unicode.Scalar> {
  /// The first scalars that fit into so many bytes of UTF-8.
  fileprivate func prefix(bytes: Int) -> String {
    var text = String.UnicodeScalarView()
    var rest = bytes
    for scalar in self {
      rest -= UTF8.width(scalar)
      if rest < 0 { break }
      text.append(scalar)
    }
    return String(text)
  }
}
