extension Sequence {
  /// The first result that isn't `nil`, with one call for each element up to it.
  ///
  /// `lazy.compactMap(transform).first` calls `transform` twice for the element that it returns: once to find it, once
  /// to read it. In a recursion, that doubles the work at each level.
  package func firstNonNil<Result>(_ transform: (Element) throws -> Result?) rethrows -> Result? {
    for element in self {
      if let result = try transform(element) { return result }
    }
    return nil
  }
}
