extension String {
  /// The text, shortened in the middle to about as many bytes as the limit says.
  ///
  /// For texts that are repeated, so that what is written grows with the input. It counts bytes, because one character
  /// may have any number of combining marks.
  package func bounded(to limit: Limit) -> String {
    guard utf8.count > limit.value else { return self }
    let half = (limit.value - 3) / 2
    let end = unicodeScalars.reversed().prefix(bytes: half).reversed()
    return String(UnicodeScalarView(unicodeScalars.prefix(bytes: half))) + "…" + String(UnicodeScalarView(end))
  }
}

extension Sequence<Unicode.Scalar> {
  /// The first scalars that fit into so many bytes of UTF-8.
  fileprivate func prefix(bytes: Int) -> [Unicode.Scalar] {
    var text: [Unicode.Scalar] = []
    var rest = bytes
    for scalar in self {
      rest -= UTF8.width(scalar)
      if rest < 0 { break }
      text.append(scalar)
    }
    return text
  }
}
