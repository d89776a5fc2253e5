import PodmapManifests

/// Looks up the fields at a path that is written as in a `ReferenceRule`.
enum Fields {
  /// Each value at a path, with the path on which it was found; an empty path means the value itself.
  static func all(_ path: String, in value: Value) -> [(value: Value, path: FieldPath)] {
    all(RuleIndex.steps(of: path)[...], in: value, path: FieldPath())
  }

  static func all(
    _ steps: ArraySlice<RuleIndex.Step>, in value: Value, path: FieldPath
  ) -> [(value: Value, path: FieldPath)] {
    switch steps.first {
    case .field(let name):
      value[name].map { all(steps.dropFirst(), in: $0, path: path.appending(name)) } ?? []
    case .items, .everyItem:
      value.items.enumerated().flatMap { all(steps.dropFirst(), in: $0.element, path: path.appending($0.offset)) }
    case nil: [(value, path)]
    }
  }
}
