import PodmapManifests

/// Reads the fields of one policy, and reports those that the API server would refuse.
struct PolicyFields {
  let file: String
  /// `NetworkPolicy`
  private let kind: String
  /// Whether the API server refuses fields that it doesn't know.
  private let isStrict: Bool
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the API server refuses the policy.
  private(set) var isInvalid = false

  init(_ resource: Resource) {
    file = resource.file
    kind = resource.kind.name
    isStrict = resource.kind.isBuiltIn
  }

  /// Reports a value. One that another program fills in may be right.
  mutating func refuse(_ value: Value, _ path: FieldPath, _ what: String) {
    guard !value.isPlaceholder else { return }
    isInvalid = true
    diagnostics.append(Diagnostic(.error, at: value.place(in: file), "\(path.text) of the \(kind) \(what)"))
  }

  mutating func warn(_ value: Value, _ path: FieldPath, _ what: String) {
    diagnostics.append(Diagnostic(.warning, at: value.place(in: file), "\(path.text) of the \(kind) \(what)"))
  }

  /// A mapping with these fields; `nil` if the field is absent or isn't a mapping.
  mutating func mapping(_ value: Value?, _ path: FieldPath, _ fields: Set<String>) -> Value? {
    guard let value = value?.present else { return nil }
    guard value.isMapping else {
      refuse(value, path, ShapeRule.Shape.mapping.words)
      isInvalid = true
      return nil
    }
    guard isStrict else { return value }
    for field in value.fields where !fields.contains(field.key.written) {
      refuse(
        field.key, path.appending(field.key.written),
        "is not a field of the API; correct its name or remove it (\(fields.sorted().joined(separator: ", ")))")
    }
    return value
  }

  /// The items of a list, which may be absent.
  mutating func list(_ value: Value?, _ path: FieldPath) -> [(value: Value, path: FieldPath)] {
    guard let value = value?.present else { return [] }
    guard value.isSequence else {
      refuse(value, path, ShapeRule.Shape.list.words)
      // Not even a placeholder leaves anything to read.
      isInvalid = true
      return []
    }
    return value.items.enumerated().map { ($0.element, path.appending($0.offset)) }
  }

  /// A text that must be one of several.
  mutating func choice(_ value: Value, _ path: FieldPath, _ choices: [String]) -> String? {
    if let text = value.text, choices.contains(text) { return text }
    let words =
      choices.dropLast().joined(separator: ", ") + (choices.count > 1 ? " or " : "") + choices[choices.count - 1]
    refuse(value, path, "must be \(words), but is '\(value.quotable)'")
    return nil
  }

  mutating func number(_ value: Value, _ path: FieldPath, _ range: ClosedRange<Int>) -> Int? {
    if value.style == .plain, let number = value.integer, range.contains(number) { return number }
    refuse(value, path, ShapeRule.Shape.number(range).words)
    return nil
  }

  mutating func block(_ value: Value, _ path: FieldPath) -> AddressBlock? {
    if let block = AddressBlock(value.written) { return block }
    refuse(
      value, path, "must be a block of addresses such as 10.0.0.0/8, but is '\(value.quotable)'")
    return nil
  }

  func evidence(_ value: Value, _ path: FieldPath) -> Evidence { Evidence(value, path: path.text, in: file) }
}

extension Value {
  /// The value, unless it is null, which counts as absent.
  var present: Value? { isNull ? nil : self }

  /// Whether it is a placeholder for another program.
  var isPlaceholder: Bool { isScalar && written.contains { "${%<".contains($0) } }
}
