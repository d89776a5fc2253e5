internal import PodmapManifests

/// The path of a field as kustomize writes it: keys with `/` between them, lists are passed through, and `\/` is a
/// slash in a key.
struct FieldRoute: Sendable, ExpressibleByStringLiteral {
  let keys: [String]

  init(_ text: String) {
    keys = text.replacing("\\/", with: "\u{0}").split(separator: "/").map { key in
      let key = key.hasSuffix("[]") ? key.dropLast(2) : key
      return String(key).replacing("\u{0}", with: "/")
    }
  }

  init(stringLiteral text: String) {
    self.init(text)
  }

  init(_ keys: [String]) {
    self.keys = keys
  }

  static func + (left: FieldRoute, right: FieldRoute) -> FieldRoute { FieldRoute(left.keys + right.keys) }
}

extension Draft {
  /// Changes each value at a path, which leads through all items of lists.
  mutating func visit(_ route: FieldRoute, creating: Bool = false, _ change: (inout Draft) -> Void) {
    visit(route.keys[...], creating, change)
  }

  private mutating func visit(_ keys: ArraySlice<String>, _ isCreating: Bool, _ change: (inout Draft) -> Void) {
    guard let first = keys.first else {
      change(&self)
      return
    }
    switch content {
    case .sequence(var items):
      for position in items.indices { items[position].visit(keys, isCreating, change) }
      content = .sequence(items)
    case .mapping:
      var inner = self[first]
      if isCreating, inner?.isNull ?? true { inner = Draft([Field]()) }
      guard var inner else { return }
      inner.visit(keys.dropFirst(), isCreating, change)
      self[first] = inner
    case .scalar: return
    }
  }
}

extension Draft {
  /// Sets fields of a mapping, in a time that is proportional to their number.
  mutating func merge(_ more: [Field]) {
    var fields = fields
    var positions = Dictionary(fields.enumerated().map { ($0.element.key, $0.offset) }) { $1 }
    for field in more {
      if let position = positions[field.key] {
        fields[position] = field
      } else {
        positions[field.key] = fields.count
        fields.append(field)
      }
    }
    self.fields = fields
  }

  /// Whether it is a scalar that means nothing.
  fileprivate var isNull: Bool {
    if case .scalar = content { text == nil } else { false }
  }
}
