/// A field that a separate kind of change reports, so that no second change reports it.
struct ReportedField: Sendable, Hashable, ExpressibleByStringLiteral {
  private let prefix: String
  /// The fields below the prefix that are reported; all if empty.
  private let leaves: Set<String>

  init(_ prefix: String, only leaves: Set<String> = []) {
    self.prefix = prefix
    self.leaves = leaves
  }

  init(stringLiteral prefix: String) { self.init(prefix) }

  static let ofProbes: Set<String> = [
    "path", "port", "initialDelaySeconds", "periodSeconds", "timeoutSeconds", "successThreshold", "failureThreshold",
    "terminationGracePeriodSeconds",
  ]

  /// Whether a difference is reported: everything below the prefix, or some of its fields and whatever was removed as a
  /// whole.
  func contains(_ difference: FieldDifference) -> Bool {
    guard difference.path.hasPrefix(prefix) else { return false }
    let rest = difference.path.dropFirst(prefix.count)
    guard rest.isEmpty || rest.first == "." || rest.first == "[" else { return false }
    if leaves.isEmpty || rest.isEmpty { return true }
    guard let leaf = difference.leaf else { return !rest.contains(".") }
    return leaves.contains(String(leaf)) || difference.from == nil && ["httpGet", "tcpSocket", "grpc"].contains(leaf)
      || difference.to == nil && ["httpGet", "tcpSocket", "grpc", "exec"].contains(leaf)
  }
}

extension [ChangeKind] {
  /// Whether a change of one of these kinds reports a difference.
  func report(_ difference: FieldDifference) -> Bool { contains { $0.fields.contains { $0.contains(difference) } } }
}
