/// What a manifest declares, without what makes no difference: the order of keys, the notation of scalars, fields that
/// are null, and the order of lists that have none in Kubernetes.
indirect enum Declared: Sendable, Equatable {
  case scalar(Scalar)
  case list([Declared], ListOrder)
  case mapping([String: Declared])

  /// Two are the same where they mean the same.
  struct Scalar: Sendable, Equatable {
    /// What it means.
    var meaning: String
    /// What may be shown of it: the text as written, or `<redacted>`.
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

  /// What may be shown of a scalar; nothing for everything else.
  var shown: String? {
    if case .scalar(let scalar) = self { scalar.shown } else { nil }
  }

  /// The mapping without some of its keys.
  func without(_ keys: String...) -> Declared {
    .mapping(fields.filter { !keys.contains($0.key) })
  }

  /// A text that is the same for what means the same. It holds secrets, and is only for comparing.
  var identity: String {
    switch self {
    case .scalar(let scalar): "\(scalar.meaning.utf8.count):\(scalar.meaning)"
    case .list(let items, _): "[\(items.map(\.identity).joined(separator: ","))]"
    case .mapping(let fields):
      "{\(fields.sorted { $0.key < $1.key }.map { "\($0.key.utf8.count):\($0.key)=\($0.value.identity)" }.joined())}"
    }
  }

  /// The value on one line, as it may be shown: `{medium: Memory, sizeLimit: 1Gi}`.
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
  static let redacted = "<redacted>"

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

/// What the order of a list means.
enum ListOrder: Sendable, Equatable {
  /// Something else in another order.
  case meant
  /// Nothing; an item is known by some of its fields, if it has them.
  case free([String])
}
