/// What a manifest declares, regardless of what makes no difference: the order of keys, the notation of scalars, null
/// fields, and the order of lists that is meaningless in Kubernetes.
indirect enum Declared: Sendable, Equatable {
  case scalar(Scalar)
  case list([Declared], ListOrder)
  case mapping([String: Declared])

  /// Two scalars are equal if they mean the same.
  struct Scalar: Sendable, Equatable {
    /// The normalised value.
    var meaning: String
    /// The text that may be shown: as written, or `<redacted>`.
    var shown: String

    static func == (left: Scalar, right: Scalar) -> Bool { left.meaning == right.meaning }
  }

  subscript(key: String) -> Declared? {
    if case .mapping(let fields) = self { fields[key] } else { nil }
  }

  var fields: [String: Declared] {
    if case .mapping(let fields) = self { fields } else { [:] }
  }

  var items: [Declared] {
    if case .list(let items, _) = self { items } else { [] }
  }

  /// The text of a scalar that may be shown, on one line; `nil` for everything else.
  var shown: String? {
    if case .scalar(let scalar) = self { scalar.isLong ? scalar.text : scalar.shown } else { nil }
  }

  /// The mapping without some of its keys.
  func without(_ keys: String...) -> Declared {
    .mapping(fields.filter { !keys.contains($0.key) })
  }

  /// A text that is equal for values that mean the same. It contains secrets and is only for comparing.
  var identity: String {
    switch self {
    case .scalar(let scalar): "\(scalar.meaning.utf8.count):\(scalar.meaning)"
    case .list(let items, _): "[\(items.map(\.identity).joined(separator: ","))]"
    case .mapping(let fields):
      "{\(fields.sorted { $0.key < $1.key }.map { "\($0.key.utf8.count):\($0.key)=\($0.value.identity)" }.joined())}"
    }
  }

  /// The value on one line, without secrets: `{medium: Memory, sizeLimit: 1Gi}`.
  var text: String {
    switch self {
    case .scalar(let scalar): scalar.text
    case .list(let items, _): "[\(items.map(\.text).joined(separator: ", "))]"
    case .mapping(let fields):
      "{\(fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.text)" }.joined(separator: ", "))}"
    }
  }
}

extension Declared.Scalar {
  var text: String {
    if shown.isEmpty { return "\"\"" }
    return isLong ? "\(lines.count) lines" : shown
  }

  var isLong: Bool { shown.utf8.contains(UInt8(ascii: "\n")) && lines.count > 1 }

  var lines: [Substring] {
    var lines = shown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

/// Whether the order of a list has a meaning.
enum ListOrder: Sendable, Equatable {
  /// Another order means something else.
  case significant
  /// The order means nothing; an item is identified by these fields, if it has them.
  case free([String])
}
