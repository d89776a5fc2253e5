internal import PodmapManifests

/// Lets references follow the objects that kustomizations have renamed or moved.
struct NameReferences {
  private struct Key: Hashable {
    var kind: ResourceKind
    var name: String
  }

  /// Everything on which the meaning of a reference depends.
  private struct Question: Hashable {
    var kind: ResourceKind
    var name: String
    /// The namespace beside the name.
    var namespace: String?
    /// The only namespace in which the object may be.
    var home: String?
    var prefixes: [String]
    var suffixes: [String]
  }

  private let objects: [KustomizedObject]
  /// Many references mean the same.
  private var answers: [Question: Int?] = [:]
  /// The objects that had a name.
  private var formerly: [Key: [Int]] = [:]
  /// The namespaces in which objects were at first.
  private var firstNamespaces: Set<String> = []

  init(_ objects: [KustomizedObject]) {
    self.objects = objects
    for (position, object) in objects.enumerated() {
      firstNamespaces.insert((object.former.first ?? object.identity).namespace)
      for name in object.former.map(\.name).uniqued {
        formerly[Key(kind: object.kind, name: name), default: []].append(position)
      }
    }
  }

  /// Changes the names in all objects, which are those that this was made for.
  mutating func update(_ objects: inout [KustomizedObject]) {
    guard !formerly.isEmpty else { return }
    for position in objects.indices {
      for rule in NameReference.byKind[objects[position].kind] ?? [] {
        objects[position].draft.visit(rule.route) { update(&$0, rule, self.objects[position]) }
      }
    }
  }

  private mutating func update(_ value: inout Draft, _ rule: NameReference, _ referrer: KustomizedObject) {
    switch value.content {
    case .sequence(var items):
      for position in items.indices { update(&items[position], rule, referrer) }
      value.content = .sequence(items)
    case .scalar:
      if rule.form == .name, let name = value.text, let target = target(name, nil, rule, referrer) {
        value = Draft(target.name)
      }
    case .mapping:
      guard rule.form != .name, let name = value["name"]?.text,
        value["kind"].map({ $0.text == rule.to.name }) ?? true
      else { return }
      let namespace = rule.form == .objectInNamespace ? value["namespace"]?.text : nil
      guard let target = target(name, namespace, rule, referrer) else { return }
      value["name"] = Draft(target.name)
      if rule.form == .objectInNamespace, let namespace = target.namespace { value["namespace"] = Draft(namespace) }
    }
  }

  /// The object that a reference means; `nil` if there is none, or if several are equally likely.
  private mutating func target(
    _ name: String, _ namespace: String?, _ rule: NameReference, _ referrer: KustomizedObject
  ) -> KustomizedObject? {
    let isAnywhere = referrer.kind.isClusterScoped || rule.to.isClusterScoped || rule.form == .objectInNamespace
    let question = Question(
      kind: rule.to, name: name, namespace: namespace, home: isAnywhere ? nil : referrer.identity.namespace,
      prefixes: referrer.prefixes, suffixes: referrer.suffixes)
    if let known = answers[question] { return known.map { objects[$0] } }
    let answer = answer(question)
    answers[question] = .some(answer)
    return answer.map { objects[$0] }
  }

  private func answer(_ question: Question) -> Int? {
    var found = formerly[Key(kind: question.kind, name: question.name)] ?? []
    if let namespace = question.namespace {
      let isFirst = firstNamespaces.contains(namespace)
      found = found.filter { number in
        (isFirst ? objects[number].former.first ?? objects[number].identity : objects[number].identity).namespace
          == namespace
      }
    }
    if let home = question.home { found = found.filter { objects[$0].identity.namespace == home } }
    if found.count == 1 { return found[0] }
    found = found.filter {
      Self.agree(objects[$0].prefixes, question.prefixes) && Self.agree(objects[$0].suffixes, question.suffixes)
    }
    guard let first = found.first, found.allSatisfy({ objects[$0].identity == objects[first].identity }) else {
      return nil
    }
    return first
  }

  /// Whether the same kustomizations may have renamed both.
  private static func agree(_ one: [String], _ two: [String]) -> Bool {
    zip(one.reversed(), two.reversed()).allSatisfy { $0 == $1 }
  }
}
