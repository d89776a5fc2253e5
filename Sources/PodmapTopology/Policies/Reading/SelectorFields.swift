import PodmapManifests

extension PolicyFields {
  /// A label selector, as the API server validates it.
  mutating func selector(_ value: Value?, _ path: FieldPath) -> LabelSelector {
    guard let value = mapping(value, path, ["matchLabels", "matchExpressions"]) else { return LabelSelector() }
    let refused = diagnostics.count
    let labels = path.appending("matchLabels")
    for field in mapping(value["matchLabels"], labels, anyField(value["matchLabels"]))?.fields ?? [] {
      checkKey(field.key, labels.appending(field.key.written))
      checkValue(field.value, labels.appending(field.key.written))
    }
    for (expression, path) in list(value["matchExpressions"], path.appending("matchExpressions")) {
      check(expression, path)
    }
    var selector = LabelSelector(value, path: path, file: file)
    if diagnostics.count > refused { selector.isBroken = true }
    return selector
  }

  private func anyField(_ value: Value?) -> Set<String> { Set((value?.fields ?? []).map(\.key.written)) }

  private mutating func check(_ expression: Value, _ path: FieldPath) {
    guard let expression = mapping(expression, path, ["key", "operator", "values"]) else {
      if expression.isNull { refuse(expression, path, ShapeRule.Shape.mapping.words) }
      return
    }
    if let key = expression["key"]?.present {
      checkKey(key, path.appending("key"))
    } else {
      refuse(expression, path.appending("key"), "is missing; name a label")
    }
    guard let written = expression["operator"]?.present else {
      refuse(expression, path.appending("operator"), "is missing; write In, NotIn, Exists or DoesNotExist")
      return
    }
    let values = list(expression["values"], path.appending("values"))
    for (value, path) in values { checkValue(value, path) }
    switch choice(written, path.appending("operator"), ["In", "NotIn", "Exists", "DoesNotExist"]) {
    case "In", "NotIn":
      if values.isEmpty {
        refuse(written, path.appending("values"), "must list at least one value for the operator \(written.written)")
      }
    case "Exists", "DoesNotExist":
      if let value = values.first?.value {
        refuse(value, path.appending("values"), "must be left out with the operator \(written.written)")
      }
    default: break
    }
  }

  private mutating func checkKey(_ key: Value, _ path: FieldPath) {
    guard !LabelSyntax.isKey(key.written) else { return }
    refuse(
      key, path, "is not a label key, which is a name of at most 63 characters, after a domain and '/' if it has one")
  }

  private mutating func checkValue(_ value: Value, _ path: FieldPath) {
    guard value.isScalar else {
      refuse(value, path, "must be a text")
      return
    }
    if value.isOtherThanText {
      refuse(value, path, "must be a text; write '\(value.quotable)' in quotes")
    } else if !LabelSyntax.isValue(value.written) {
      refuse(
        value, path,
        "is not a label value, which has at most 63 letters, digits, '-', '_' or '.' and begins and ends with a letter "
          + "or digit")
    }
  }
}

/// What Kubernetes accepts as the key or the value of a label (apimachinery `IsQualifiedName`, `IsValidLabelValue`).
enum LabelSyntax {
  static func isKey(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, parts.count <= 2, !name.isEmpty, isName(name) else { return false }
    return parts.count == 1 || isDomain(parts[0])
  }

  static func isValue(_ text: String) -> Bool { text.isEmpty || isName(text[...]) }

  private static func isName(_ text: Substring) -> Bool {
    guard text.utf8.count <= Limit.dnsLabel.value, let first = text.utf8.first, let last = text.utf8.last,
      isAlphanumeric(first), isAlphanumeric(last)
    else { return false }
    return text.utf8.allSatisfy { isAlphanumeric($0) || "-_.".utf8.contains($0) }
  }

  private static func isDomain(_ text: Substring) -> Bool {
    guard text.utf8.count <= Limit.dnsName.value else { return false }
    return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      guard let first = label.utf8.first, let last = label.utf8.last, isLower(first), isLower(last) else {
        return false
      }
      return label.utf8.allSatisfy { isLower($0) || $0 == UInt8(ascii: "-") }
    }
  }

  private static func isLower(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || isDigit(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLower(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension Value {
  /// Whether YAML reads the scalar as a number or a boolean, which the API server refuses where it wants a text.
  fileprivate var isOtherThanText: Bool {
    style == .plain && !isNull && !isPlaceholder && (integer != nil || boolean != nil || isFraction)
  }

  private var isFraction: Bool {
    let text = written
    guard let first = text.utf8.first, first != UInt8(ascii: "."), Double(text) != nil else { return false }
    return text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || "+-.eE".utf8.contains($0) }
  }
}
