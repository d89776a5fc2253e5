import PodmapManifests

extension Finding {
  /// Selectors that select nothing in the input, although the input should contain something for them.
  static let emptySelectors = Finding("empty selectors") { builder in
    var search = SelectorSearch(builder)
    let found = builder.objects.map { object in search.selectors(of: object).filter { search.isEmpty($0) } }
    guard found.contains(where: { !$0.isEmpty }) else { return [] }
    search.findCandidates(builder)
    var hints = Limit.selectorHints.value
    return zip(builder.objects, found).compactMap { object, found in
      let empty = found.filter { !search.isExplained($0, of: object) }
      guard let first = empty.first else { return nil }
      return search.diagnostic(first, of: object, more: empty.count - 1, hints: &hints)
    }
  }
}

/// A selector of an object, and where it looks.
struct FoundSelector {
  var selector: LabelSelector
  var target: SelectorRule.Target
  var namespaces: [String]
  /// Whether it looks in more namespaces than its own, which may be elsewhere.
  var looksElsewhere = false
}

extension SelectorRule.Target {
  /// "pods", "Services"
  var words: String {
    switch self {
    case .pods: "pods"
    case .objects(let kind): "\(kind.name)s"
    }
  }

  /// Whether a cluster has more of them than any input shows.
  var isClusters: Bool {
    switch self {
    case .pods: false
    case .objects(let kind): [.persistentVolume, .namespace, "ClusterRole"].contains(kind)
    }
  }
}

extension SelectorSearch {
  func diagnostic(
    _ found: FoundSelector, of object: ObjectDescription, more: Int, hints: inout Int
  ) -> Diagnostic? {
    let advice = advice(on: found, hints: &hints)
    // A selector that looks everywhere may mean what is kept elsewhere, unless something here is nearly right.
    if found.looksElsewhere, !advice.isNear { return nil }
    if found.target == .pods, let elsewhere = namespace(ofPodsMatching: found.selector, besides: found.namespaces) {
      return .elsewhere(object, found, elsewhere)
    }
    return .selectsNothing(object, found, advice, more: more)
  }
}

extension Diagnostic {
  fileprivate static func elsewhere(
    _ object: ObjectDescription, _ found: FoundSelector, _ namespace: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: found.selector.place ?? object.resource.place, topic: .emptySelector, about: [object.id.text],
      "\(object.words) selects no pods (\(found.selector.briefly)) in the namespace '\(object.innerNamespace)'; "
        + "pods with these labels are in '\(namespace)', which its selector can't reach")
  }

  fileprivate static func selectsNothing(
    _ object: ObjectDescription, _ found: FoundSelector, _ advice: SelectorAdvice, more: Int
  ) -> Diagnostic {
    let others = more == 0 ? "" : more == 1 ? " (nor does 1 other selector)" : " (nor do \(more) other selectors)"
    let isNote = advice.isSetLater || found.target.isClusters
    return Diagnostic(
      isNote ? .note : .warning, at: found.selector.place ?? object.resource.place, topic: .emptySelector,
      about: [object.id.text],
      "\(object.words) selects no \(found.target.words) in the input (\(found.selector.briefly))\(others); "
        + advice.text)
  }
}

extension LabelSelector {
  fileprivate var place: Place? { evidence.first?.place }

  /// "app=web, tier=front"
  var briefly: String { requirements.map(\.briefly).joined(separator: ", ").shortened() }
}

extension LabelSelector.Requirement {
  fileprivate var briefly: String {
    let list = values.joined(separator: ",")
    return switch test {
    case .isIn: "\(key)=\(list)"
    case .isNotIn: "\(key)!=\(list)"
    case .exists: "has \(key)"
    case .doesNotExist: "no \(key)"
    }
  }
}
