package import PodmapManifests

/// Selects objects by their labels (meta/v1 `LabelSelector`, or the plain map that Services have).
package struct LabelSelector: Sendable, Hashable {
  package struct Requirement: Sendable, Hashable {
    package enum Operator: Sendable, Hashable {
      case isIn, isNotIn, exists, doesNotExist
    }

    var key: String
    var test: Operator
    let values: [String]
    /// The values, if there are many.
    private let lookup: Set<String>?

    init(key: String, test: Operator, values: [String]) {
      self.key = key
      self.test = test
      self.values = values
      lookup = values.count > 8 ? Set(values) : nil
    }

    func matches(_ labels: [Label]) -> Bool {
      matches(value: labels.last { $0.key == key }?.value)
    }

    /// Whether an object passes with this value of the label; `nil` if it doesn't have the label.
    func matches(value: String?) -> Bool {
      switch test {
      case .isIn: return value.map(has) ?? false
      // As in Kubernetes, an object without the label passes.
      case .isNotIn: return value.map { !has($0) } ?? true
      case .exists: return value != nil
      case .doesNotExist: return value == nil
      }
    }

    private func has(_ value: String) -> Bool { lookup?.contains(value) ?? values.contains(value) }
  }

  /// All must be met; an empty list selects everything.
  var requirements: [Requirement]
  /// Where the requirements are in the manifest.
  var evidence: [Evidence]
  /// Whether a requirement can't be read; then the selector selects nothing, rather than too much.
  var isBroken = false

  package func matches(_ labels: [Label]) -> Bool {
    if isBroken { return false }
    // Few of both is the rule; for many, each label is looked at once.
    if requirements.count * labels.count <= 256 { return requirements.allSatisfy { $0.matches(labels) } }
    let values = Dictionary(labels.map { ($0.key, $0.value) }) { _, last in last }
    return requirements.allSatisfy { $0.matches(value: values[$0.key]) }
  }

  /// The shortest of an index's lists for the labels that the selector requires; `nil` if it requires none.
  func fewest(_ list: (Label) -> [Int]) -> [Int]? {
    var fewest: [Int]?
    for requirement in requirements where requirement.test == .isIn && requirement.values.count == 1 {
      let candidates = list(Label(key: requirement.key, value: requirement.values[0]))
      if candidates.count < fewest?.count ?? .max { fewest = candidates }
    }
    return fewest
  }

  /// A plain map of labels, as in `Service.spec.selector`.
  init(plain value: Value, path: FieldPath, file: String) {
    requirements = []
    evidence = []
    add(value, path: path, file: file)
  }

  /// `matchLabels` and `matchExpressions`.
  package init(_ value: Value, path: FieldPath, file: String) {
    requirements = []
    evidence = []
    if let labels = value["matchLabels"] { add(labels, path: path.appending("matchLabels"), file: file) }
    for (index, expression) in (value["matchExpressions"]?.items ?? []).enumerated() {
      let path = path.appending("matchExpressions").appending(index)
      guard let key = expression["key"], let test = expression["operator"].flatMap(Self.test) else {
        isBroken = true
        continue
      }
      let values = expression["values"]?.items ?? []
      let room = max(0, Limit.selectorEvidence.value - evidence.count)
      requirements.append(Requirement(key: key.written, test: test, values: values.map(\.written)))
      if values.isEmpty, room > 0 { evidence.append(Evidence(key, path: path.appending("key").text, in: file)) }
      for (position, value) in values.prefix(min(Limit.referenceValues.value, room)).enumerated() {
        evidence.append(Evidence(value, path: path.appending("values").appending(position).text, in: file))
      }
    }
  }

  private mutating func add(_ map: Value, path: FieldPath, file: String) {
    for (key, value) in map.fields where value.isScalar {
      requirements.append(Requirement(key: key.written, test: .isIn, values: [value.written]))
      if evidence.count < Limit.selectorEvidence.value {
        evidence.append(Evidence(value, path: path.appending(key.written).text, in: file))
      }
    }
  }

  private static func test(_ value: Value) -> Requirement.Operator? {
    switch value.text {
    case "In": .isIn
    case "NotIn": .isNotIn
    case "Exists": .exists
    case "DoesNotExist": .doesNotExist
    default: nil
    }
  }
}
