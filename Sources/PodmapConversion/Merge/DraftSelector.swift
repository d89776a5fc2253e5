import PodmapManifests

/// The labels that a selector in a draft matches.
struct DraftSelector {
  private var tests: [([String: String]) -> Bool] = []

  /// A plain map of labels, as in Services.
  init(plain draft: Draft) {
    add(draft)
  }

  /// `matchLabels` and `matchExpressions`; an empty one matches everything.
  init(_ draft: Draft) {
    add(draft["matchLabels"] ?? [:])
    for expression in draft["matchExpressions"]?.items ?? [] {
      let key = expression["key"]?.text ?? ""
      let values = Set((expression["values"]?.items ?? []).compactMap(\.text))
      switch expression["operator"]?.text {
      case "In": tests.append { $0[key].map(values.contains) ?? false }
      case "NotIn": tests.append { $0[key].map { !values.contains($0) } ?? true }
      case "Exists": tests.append { $0[key] != nil }
      case "DoesNotExist": tests.append { $0[key] == nil }
      // A selector that can't be read matches nothing, which is safer than matching too much.
      default: tests.append { _ in false }
      }
    }
  }

  private mutating func add(_ labels: Draft) {
    for label in labels.texts { tests.append { $0[label.key] == label.value } }
  }

  func matches(_ labels: [String: String]) -> Bool { tests.allSatisfy { $0(labels) } }
}
