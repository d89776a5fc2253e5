import PodmapManifests

/// Where an object of a custom kind says how many pods it makes, with paths written as in `PodShape`.
struct PodCount: Sendable, ExpressibleByStringLiteral {
  /// The field with the number of pods, or of those in each group.
  var field: String
  /// The number of pods if the field is absent.
  var usual: Int?
  /// The field with the number of groups, of which there is one if it is absent.
  var groups: String?
  /// The template of another pod that is among those of each group.
  var besides: String?

  init(stringLiteral field: String) { self.field = field }

  init(_ field: String, usual: Int? = nil, groups: String? = nil, besides: String? = nil) {
    self.field = field
    self.usual = usual
    self.groups = groups
    self.besides = besides
  }

  /// The number in an object; `nil` if it doesn't say. `values` finds what is at a path.
  func number(_ values: (String) -> [Value]) -> Int? {
    guard let numbers = numbers(values) else { return nil }
    let (number, isTooLarge) = numbers.count.multipliedReportingOverflow(
      by: max(0, groups.map { values($0).first?.integer ?? 1 } ?? 1))
    return isTooLarge ? nil : number
  }

  /// The numbers of the pods in a group, which begin after the other pod of the group.
  func numbers(_ values: (String) -> [Value]) -> Range<Int>? {
    guard let stated = values(field).first?.integer ?? usual else { return nil }
    let others = besides.map { values($0).isEmpty ? 0 : 1 } ?? 0
    return others..<max(others, stated)
  }
}
