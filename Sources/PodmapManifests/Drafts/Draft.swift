/// A value that can be changed and written as YAML again, with the comments that belong to it.
package struct Draft: Sendable, Hashable {
  package struct Field: Sendable, Hashable {
    package var key: String
    package var value: Draft

    package init(_ key: String, _ value: Draft) {
      self.key = key
      self.value = value
    }
  }

  package indirect enum Content: Sendable, Hashable {
    /// A plain scalar keeps its type: `8080` stays a number, `yes` a boolean.
    case scalar(String, PodmapManifests.Value.Style)
    case sequence([Draft])
    case mapping([Field])
  }

  package var content: Content
  /// Comments on lines of their own above it, without `#`.
  package var comments: [String] = []
  /// A comment after it on the same line.
  package var remark: String?

  package init(_ content: Content) {
    self.content = content
  }

  /// A text, quoted if YAML would read it as something else.
  package init(_ text: String) {
    self.init(.scalar(text, YAMLScalar.isPlainText(text) ? .plain : .doubleQuoted))
  }

  package init(_ number: Int) {
    self.init(.scalar(String(number), .plain))
  }

  package init(_ items: [Draft]) {
    self.init(.sequence(items))
  }

  package init(_ fields: [Field]) {
    self.init(.mapping(fields))
  }
}

extension Draft: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral
{
  package init(dictionaryLiteral elements: (String, Draft)...) {
    self.init(elements.map { Field($0.0, $0.1) })
  }

  package init(arrayLiteral elements: Draft...) {
    self.init(elements)
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }

  package init(integerLiteral number: Int) {
    self.init(number)
  }
}

// MARK: - Reading

extension Draft {
  /// The text of a scalar, or `nil` for a null, a sequence or a mapping.
  package var text: String? {
    guard case .scalar(let text, let style) = content else { return nil }
    return style == .plain && YAMLScalar.isNull(text) ? nil : text
  }

  package var integer: Int? { text.flatMap { Int($0) } }

  /// Whether it is a null, or a sequence or mapping without elements.
  package var isEmpty: Bool {
    switch content {
    case .scalar: text == nil
    case .sequence(let items): items.isEmpty
    case .mapping(let fields): fields.isEmpty
    }
  }

  /// The items of a sequence; empty for scalars and mappings. Setting them turns the value into a sequence.
  package var items: [Draft] {
    get { if case .sequence(let items) = content { items } else { [] } }
    set { content = .sequence(newValue) }
  }

  /// The fields of a mapping in their order; empty for scalars and sequences. Setting them turns the value into a
  /// mapping.
  package var fields: [Field] {
    get { if case .mapping(let fields) = content { fields } else { [] } }
    set { content = .mapping(newValue) }
  }

  package var keys: [String] { fields.map(\.key) }

  /// The value of a key. Setting a new key appends it, and setting `nil` removes it; setting a key of anything other
  /// than a mapping turns it into one.
  package subscript(key: String) -> Draft? {
    get { fields.last { $0.key == key }?.value }
    set {
      var fields = fields
      if let newValue {
        if let position = fields.lastIndex(where: { $0.key == key }) {
          fields[position].value = newValue
        } else {
          fields.append(Field(key, newValue))
        }
      } else {
        fields.removeAll { $0.key == key }
      }
      self.fields = fields
    }
  }

  /// The value at a path of keys. Setting it creates missing mappings on the way; removing it doesn't.
  package subscript(path keys: String...) -> Draft? {
    get { value(at: keys[...]) }
    set { set(newValue, at: keys[...]) }
  }

  private func value(at keys: ArraySlice<String>) -> Draft? {
    guard let first = keys.first else { return self }
    return self[first]?.value(at: keys.dropFirst())
  }

  private mutating func set(_ value: Draft?, at keys: ArraySlice<String>) {
    guard let first = keys.first else {
      if let value { self = value }
      return
    }
    if keys.count == 1 {
      self[first] = value
    } else if value != nil || self[first] != nil {
      var inner = self[first] ?? Draft([Field]())
      inner.set(value, at: keys.dropFirst())
      self[first] = inner
    }
  }

  /// The texts of a mapping whose values are all scalars: labels, annotations.
  package var texts: [(key: String, value: String)] {
    fields.compactMap { field in field.value.text.map { (field.key, $0) } }
  }

  /// Whether both mean the same, whatever their comments, quotes and order of keys.
  package func means(_ other: Draft) -> Bool {
    switch (content, other.content) {
    case (.scalar(let one, let style), .scalar(let two, let otherStyle)):
      if text == nil || other.text == nil { return text == nil && other.text == nil }
      return one == two && (style == .plain) == (otherStyle == .plain)
        || one == two && YAMLScalar.isPlainText(one)
    case (.sequence(let one), .sequence(let two)):
      return one.count == two.count && zip(one, two).allSatisfy { $0.means($1) }
    case (.mapping(let one), .mapping):
      return keys.sorted() == other.keys.sorted()
        && one.allSatisfy { field in other[field.key].map { field.value.means($0) } ?? false }
    default: return isEmpty && other.isEmpty
    }
  }
}
