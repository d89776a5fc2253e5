import PodmapManifests

extension Value {
  /// Every value at a path as the tables write it, `spec.listeners[].name`, with its own path.
  func values(at path: String, from start: FieldPath = FieldPath()) -> [(value: Value, path: FieldPath)] {
    Self.values(RuleIndex.steps(of: path)[...], in: self, path: start)
  }

  private static func values(
    _ steps: ArraySlice<RuleIndex.Step>, in value: Value, path: FieldPath
  ) -> [(value: Value, path: FieldPath)] {
    switch steps.first {
    case .field(let name):
      value[name].map { values(steps.dropFirst(), in: $0, path: path.appending(name)) } ?? []
    case .items, .everyItem:
      value.items.enumerated().flatMap { values(steps.dropFirst(), in: $0.element, path: path.appending($0.offset)) }
    case nil: [(value, path)]
    }
  }
}
