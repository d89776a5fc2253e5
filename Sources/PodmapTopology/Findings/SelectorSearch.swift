import PodmapManifests

/// The selectors of all objects, and what they may mean.
struct SelectorSearch {
  private let pods: PodIndex?
  private let objects: ObjectIndex?
  private let rules: [ResourceKind: [SelectorRule]]
  private let surroundings: SelectorSurroundings
  /// The kinds of objects that selectors select.
  private let targets: Set<ResourceKind>
  /// What each selector may select, by the kind and the namespace.
  private var candidates: [Place: SelectorCandidates] = [:]

  private struct Place: Hashable {
    var target: SelectorRule.Target
    var namespace: String
  }

  init(_ builder: TopologyBuilder) {
    let rules = Dictionary(grouping: selectorTable, by: \.source)
    self.rules = rules
    pods = builder.pods
    surroundings = SelectorSurroundings(builder)
    let used = Set(builder.objects.lazy.map(\.resource.kind).filter { rules[$0] != nil })
    let kinds = used.flatMap { rules[$0] ?? [] }.compactMap { rule -> ResourceKind? in
      if case .objects(let kind) = rule.target { kind } else { nil }
    }
    targets = Set(kinds)
    objects =
      used.isEmpty
      ? nil
      : ObjectIndex(
        builder.nodes, of: targets, builder.scopes, defaultNamespace: builder.defaultNamespace.name)
  }

  /// Collects what selectors may mean, which is needed only if one of them selects nothing.
  mutating func findCandidates(_ builder: TopologyBuilder) {
    for object in builder.objects {
      let namespace = object.innerNamespace
      if !object.templates.isEmpty, object.resource.kind != .podTemplate, object.live?.end == nil {
        for template in object.templates {
          candidates[Place(target: .pods, namespace: namespace), default: SelectorCandidates()].add(
            "the pods of \(object.words)", template.allLabels, isKnown: object.isNamespaceKnown)
        }
      }
      if targets.contains(object.resource.kind) {
        candidates[Place(target: .objects(object.resource.kind), namespace: namespace), default: SelectorCandidates()]
          .add(object.words, object.labels, isKnown: object.isNamespaceKnown)
      }
    }
  }

  /// The selectors of an object that require something.
  func selectors(of object: ObjectDescription) -> [FoundSelector] {
    var found: [FoundSelector] = []
    let own = [object.innerNamespace]
    if let selector = object.service?.selector {
      found.append(FoundSelector(selector: selector, target: .pods, namespaces: own))
    }
    if case .networkPolicy(let policy) = object.facts, policy.namespaces == nil, policy.isJudged {
      found.append(FoundSelector(selector: policy.selector, target: .pods, namespaces: own))
    }
    for rule in rules[object.resource.kind] ?? [] {
      let namespaces = rule.home.namespaces(of: object, among: objects?.namespaces ?? [])
      found += rule.selectors(in: object.resource.root, file: object.resource.file).map {
        FoundSelector(
          selector: $0, target: rule.target, namespaces: namespaces,
          looksElsewhere: rule.home == .allNamespaces || namespaces != own)
      }
    }
    return found.filter { !$0.selector.requirements.isEmpty && !$0.selector.isBroken }
  }

  func isEmpty(_ found: FoundSelector) -> Bool {
    switch found.target {
    case .pods:
      guard let pods else { return false }
      return found.namespaces.allSatisfy { pods.pods(in: $0, matching: found.selector).isEmpty }
    case .objects(let kind):
      return objects?.objects(of: kind, in: Set(found.namespaces), matching: found.selector).isEmpty ?? false
    }
  }

  /// Whether there is a good reason that the input has nothing for it.
  func isExplained(_ found: FoundSelector, of object: ObjectDescription) -> Bool {
    if surroundings.explain(object, found.selector) { return true }
    // Objects without a namespace may be applied to any.
    if found.target == .pods, !object.isNamespaceKnown || isAnywhere(found.selector),
      namespace(ofPodsMatching: found.selector, besides: found.namespaces) != nil
    {
      return true
    }
    // What the input has nothing of is probably kept elsewhere.
    return candidates(for: found).isEmpty
      && (found.target != .pods || namespace(ofPodsMatching: found.selector, besides: found.namespaces) == nil)
  }

  /// Another namespace with the pods for which a selector looks in its own.
  func namespace(ofPodsMatching selector: LabelSelector, besides own: [String]) -> String? {
    pods?.namespaces.first { namespace in
      !own.contains(namespace) && !(pods?.pods(in: namespace, matching: selector).isEmpty ?? true)
    }
  }

  /// Whether pods that a selector fits are in a namespace that is only assumed.
  private func isAnywhere(_ selector: LabelSelector) -> Bool {
    candidates.contains { place, all in
      place.target == .pods && all.isAssumed
        && !(pods?.pods(in: place.namespace, matching: selector).isEmpty ?? true)
    }
  }

  private func candidates(for found: FoundSelector) -> [SelectorCandidates] {
    // Objects that are in no namespace are found from each.
    let namespaces = found.target.isClusters ? Array(Set(candidates.keys.map(\.namespace))) : found.namespaces
    return namespaces.sorted().compactMap { candidates[Place(target: found.target, namespace: $0)] }
  }

  func advice(on found: FoundSelector, hints: inout Int) -> SelectorAdvice {
    let all = candidates(for: found)
    return all.firstNonNil { $0.partMatch(found.selector) }
      ?? all.firstNonNil { $0.otherKey(found.selector) }
      ?? similar(found.selector, all, &hints)
      ?? (found.target == .pods ? nil : all.firstNonNil(\.unlabelled))
      ?? SelectorAdvice("correct its selector, or add \(found.target == .pods ? "its workload" : "what it selects")")
  }

  private func similar(
    _ selector: LabelSelector, _ all: [SelectorCandidates], _ hints: inout Int
  ) -> SelectorAdvice? {
    guard hints > 0 else { return nil }
    hints -= 1
    return all.firstNonNil { $0.similar(selector) }
  }
}
