import PodmapManifests

/// What to do about a selector that selects nothing.
struct SelectorAdvice {
  var text: String
  /// Whether something in the input is nearly what is selected.
  var isNear = false
  /// Whether objects may get the label only when they run.
  var isSetLater = false

  init(_ text: String, isNear: Bool = false, isSetLater: Bool = false) {
    self.text = text
    self.isNear = isNear
    self.isSetLater = isSetLater
  }
}

/// What a selector may select in one namespace, by its labels.
struct SelectorCandidates {
  private var all: [(words: String, labels: [Label])] = []
  private var byLabel: [Label: [Int]] = [:]
  /// The values of each key, and the keys with each value, in the order of the input.
  private var values: [String: [String]] = [:]
  private var keys: [String: [String]] = [:]
  /// Whether an object leaves the namespace out.
  private(set) var isAssumed = false

  mutating func add(_ words: String, _ labels: [Label], isKnown: Bool) {
    for label in labels {
      if byLabel[label] == nil {
        values[label.key, default: []].append(label.value)
        keys[label.value, default: []].append(label.key)
      }
      byLabel[label, default: []].append(all.count)
    }
    all.append((words, labels))
    if !isKnown { isAssumed = true }
  }

  /// About a candidate that has some of the labels, as it is probably meant.
  func partMatch(_ selector: LabelSelector) -> SelectorAdvice? {
    let near = selector.requirements.flatMap { requirement in
      requirement.labels.flatMap { (byLabel[$0] ?? []).prefix(Limit.selectorHints.value) }
    }
    let ranked = Set(near).sorted().map { position in
      (position, selector.requirements.filter { !$0.matches(all[position].labels) })
    }
    guard let (position, unmet) = ranked.min(by: { $0.1.count < $1.1.count }), let missing = unmet.first else {
      return nil
    }
    let (words, labels) = all[position]
    if let label = labels.last(where: { $0.key == missing.key }) {
      if missing.isNearly(label.value) { return .meant(label) }
      return SelectorAdvice("\(words) have \(label.key)=\(label.value)".shortened(to: 160), isNear: true)
    }
    return SelectorAdvice(
      "\(words) have no label '\(missing.key.shortened())', unless they get it at run time", isNear: true,
      isSetLater: true)
  }

  /// About a label with the same value and another key.
  func otherKey(_ selector: LabelSelector) -> SelectorAdvice? {
    for label in selector.requirements.flatMap(\.labels) {
      if let key = keys[label.value]?.first(where: { $0 != label.key }), label.value != "true" {
        return .meant(Label(key: key, value: label.value))
      }
    }
    return nil
  }

  /// About a label whose value is spelled nearly the same, first of the same key.
  func similar(_ selector: LabelSelector) -> SelectorAdvice? {
    for label in selector.requirements.flatMap(\.labels) {
      if let value = Spelling.nearest(to: label.value, among: values[label.key] ?? []) {
        return .meant(Label(key: label.key, value: value))
      }
      // A word such as "true" says nothing without its key.
      if label.value != "true", label.value != "false",
        let value = Spelling.nearest(to: label.value, among: keys.keys), let key = keys[value]?.first
      {
        return .meant(Label(key: key, value: value))
      }
    }
    return nil
  }

  /// About candidates without labels, if none has any.
  var unlabelled: SelectorAdvice? {
    guard byLabel.isEmpty, let first = all.first else { return nil }
    let others = all.count - 1
    return SelectorAdvice(
      others == 0
        ? "its own labels count, and \(first.words) has none"
        : "their own labels count, and neither \(first.words) nor the \(others.counted("other")) have any",
      isNear: true)
  }
}

extension SelectorAdvice {
  fileprivate static func meant(_ label: Label) -> Self {
    Self("did you mean \(label.key)=\(label.value)?".shortened(to: 160), isNear: true)
  }
}

extension LabelSelector.Requirement {
  /// The labels that meet it.
  fileprivate var labels: [Label] { test == .isIn ? values.map { Label(key: key, value: $0) } : [] }

  fileprivate func isNearly(_ value: String) -> Bool {
    test == .isIn && values.count == 1 && Spelling.nearest(to: values[0], among: [value]) != nil
  }
}
