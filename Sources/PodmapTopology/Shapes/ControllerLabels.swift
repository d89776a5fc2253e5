import PodmapManifests

/// The labels that a controller gives to its pods besides those of their template.
package struct ControllerLabels: Sendable, Hashable {
  /// A label that differs from pod to pod: `db-0`, `db-1`, ….
  package struct Numbered: Sendable, Hashable {
    var key: String
    var prefix: String
    /// The first number, and the number after the last one.
    var numbers: Range<Int>

    /// Whether one of the pods has a value.
    func has(_ value: String) -> Bool {
      guard value.hasPrefix(prefix), let number = Int(value.dropFirst(prefix.count)) else { return false }
      // Not `01`.
      return numbers.contains(number) && value == prefix + String(number)
    }
  }

  /// Those that all pods of the template have.
  package var common: [Label] = []
  package var numbered: [Numbered] = []

  /// `nil` if there are none. `template` is the name of the template, were it one of several, and `pods` the number of pods.
  init?(of resource: Resource, name: String, template: String, pods: @autoclosure () -> Int?) {
    for row in ControllerLabelRow.rows(of: resource.kind) where row.template == nil || row.template == template {
      let value = row.value.replacing("{name}", with: name).replacing("{template}", with: template)
      if value.hasSuffix("{index}") {
        numbered.append(
          Numbered(
            key: row.key, prefix: String(value.dropLast("{index}".count)),
            numbers: row.numbers?.numbers { resource.root.values(at: $0).map(\.value) } ?? 0..<(pods() ?? .max)))
      } else {
        common.append(Label(key: row.key, value: value))
      }
    }
    if common.isEmpty && numbered.isEmpty { return nil }
  }

  /// The keys of all labels that differ from pod to pod.
  static let numberedKeys = Set(controllerLabelTable.filter { $0.value.hasSuffix("{index}") }.map(\.key))
}

extension PodTemplate {
  /// The labels that all its pods have: its own, and those that a controller adds.
  package var allLabels: [Label] { added.value.map { labels + $0.common } ?? labels }
}
