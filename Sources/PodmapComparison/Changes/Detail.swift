/// A part of an object, a pod or a container in which single fields differ.
package enum ChangedPart: String, Sendable, Hashable, CaseIterable {
  case environment, command, mounts, volumes, security, placement, configuration, policy, fields

  /// "environment changed"
  package var words: StaticString {
    switch self {
    case .environment: "environment changed"
    case .command: "command changed"
    case .mounts: "mounts changed"
    case .volumes: "volumes changed"
    case .security: "security changed"
    case .placement: "placement changed"
    case .configuration: "configuration changed"
    case .policy: "policy changed"
    case .fields: "fields changed"
    }
  }
}

/// What differs in one part: a text for each field on the side that has it.
struct Detail: Sendable {
  var part: ChangedPart
  var from: [String] = []
  var to: [String] = []

  init(_ part: ChangedPart) { self.part = part }

  init(_ part: ChangedPart, _ differences: [FieldDifference]) {
    self.part = part
    for difference in differences { add(difference.texts.from, difference.texts.to) }
  }

  mutating func add(_ from: String?, _ to: String?) {
    if let from { self.from.append(from) }
    if let to { self.to.append(to) }
  }

  var isEmpty: Bool { from.isEmpty && to.isEmpty }

  func change(_ ids: Change.Pair) -> Change? {
    isEmpty ? nil : .partChanged(part, ids, from: from, to: to)
  }
}
