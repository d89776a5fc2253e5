extension Sequence where Element: Hashable {
  /// Each element once, at its first position.
  package var uniqued: [Element] {
    var result: [Element] = []
    var seen: Set<Element> = []
    for element in self {
      // Few elements are compared faster than hashed.
      if result.count < 8 {
        if !result.contains(element) { result.append(element) }
        continue
      }
      if seen.isEmpty { seen = Set(result) }
      if seen.insert(element).inserted { result.append(element) }
    }
    return result
  }
}
