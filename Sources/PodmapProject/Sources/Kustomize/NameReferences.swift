internal import PodmapManifests

/// Lets references follow the objects that kustomizations have renamed or moved.
struct NameReferences {
  private struct Key: Hashable {
    var kind: ResourceKind
    var name: String
  }

  private let objects: [KustomizedObject]
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
  func update(_ objects: inout [KustomizedObject]) {
    guard !formerly.isEmpty else { return }
    for position in objects.indices {
      for rule in NameReference.byKind[objects[position].kind] ?? [] {
        objects[position].draft.visit(rule.route) { update(&$0, rule, self.objects[position]) }
      }
    }
  }

  private func update(_ value: inout Draft, _ rule: NameReference, _ referrer: KustomizedObject) {
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
  private func target(
    _ name: String, _ namespace: String?, _ rule: NameReference, _ referrer: KustomizedObject
  ) -> KustomizedObject? {
    var found = (formerly[Key(kind: rule.to, name: name)] ?? []).map { objects[$0] }
    if let namespace {
      let isFirst = firstNamespaces.contains(namespace)
      found = found.filter { object in
        (isFirst ? object.former.first ?? object.identity : object.identity).namespace == namespace
      }
    }
    if !referrer.kind.isClusterScoped {
      found = found.filter { object in
        object.kind.isClusterScoped || object.kind == .serviceAccount
          || object.identity.namespace == referrer.identity.namespace
      }
    }
    if found.count == 1 { return found[0] }
    found = found.filter { $0.sharesAffixes(with: referrer) }
    guard let first = found.first, found.allSatisfy({ $0.identity == first.identity }) else { return nil }
    return first
  }
}

extension KustomizedObject {
  /// Whether the same kustomizations may have renamed both.
  fileprivate func sharesAffixes(with other: KustomizedObject) -> Bool {
    func agree(_ one: [String], _ two: [String]) -> Bool {
      zip(one.reversed(), two.reversed()).allSatisfy { $0 == $1 }
    }
    return agree(prefixes, other.prefixes) && agree(suffixes, other.suffixes)
  }
}
