import PodmapManifests

/// Which labels a selector in a draft picks.
struct DraftSelector {
  private var tests: [([String: String]) -> Bool] = []

  /// A plain map of labels, as Services have it.
  init(plain draft: Draft) {
    add(draft)
  }

  /// `matchLabels` and `matchExpressions`; one that is empty picks everything.
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
      // What can't be read picks nothing, rather than too much.
      default: tests.append { _ in false }
      }
    }
  }

  private mutating func add(_ labels: Draft) {
    for label in labels.texts { tests.append { $0[label.key] == label.value } }
  }

  func picks(_ labels: [String: String]) -> Bool { tests.allSatisfy { $0(labels) } }
}
