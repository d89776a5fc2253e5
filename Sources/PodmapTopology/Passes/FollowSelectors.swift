import PodmapManifests

extension Pass {
  /// Adds an edge from each object with a selector in the table to everything that the selector picks.
  static let followSelectors = Pass("follow selectors") { builder in
    guard let pods = builder.pods else { return }
    let rules = Dictionary(grouping: selectorTable, by: \.source)
    let targets = selectorTable.compactMap { rule -> ResourceKind? in
      if case .objects(let kind) = rule.target { kind } else { nil }
    }
    guard builder.objects.contains(where: { rules[$0.resource.kind] != nil }) else { return }
    let index = ObjectIndex(
      builder.nodes, of: Set(targets), builder.scopes, defaultNamespace: builder.defaultNamespace.name)
    builder.connect(where: { rules[$0.resource.kind] != nil }) { object in
      (rules[object.resource.kind] ?? []).flatMap { rule in
        rule.selectors(in: object.resource.root, file: object.resource.file).flatMap { selector in
          let namespaces = rule.home.namespaces(of: object, among: index.namespaces)
          var picked: [Int]
          switch rule.target {
          case .objects(let kind): picked = index.objects(of: kind, in: Set(namespaces), matching: selector)
          case .pods: picked = namespaces.flatMap { pods.pods(in: $0, matching: selector).map(\.owner) }
          }
          // The templates of one owner follow each other.
          picked = picked.indices.filter { $0 == 0 || picked[$0] != picked[$0 - 1] }.map { picked[$0] }
          return picked.filter { $0 != object.positions.object }.map {
            Edge(from: object.positions.object, to: $0, kind: rule.edge, evidence: selector.evidence)
          }
        }
      }
    }
  }
}

extension SelectorRule.Home {
  /// The namespaces in which an object's selector looks.
  func namespaces(
    of object: ObjectDescription, among all: [(name: String, labels: [Label])]
  ) -> [String] {
    let own = [object.innerNamespace]
    let root = object.resource.root
    func field(_ path: String) -> Value? {
      path.split(separator: ".").reduce(root as Value?) { $0?[String($1)] }
    }
    switch self {
    case .sameNamespace: return own
    case .allNamespaces: return all.map(\.name)
    case .listed(let path):
      guard let list = field(path) else { return own }
      if list["any"]?.boolean == true { return all.map(\.name) }
      let names = list["matchNames"]?.items.compactMap(\.text) ?? []
      return names.isEmpty ? own : names
    case .selected(let path):
      guard let value = field(path), value.isMapping else { return own }
      let selector = LabelSelector(value, path: FieldPath(path), file: object.resource.file)
      return all.filter { selector.matches($0.labels) }.map(\.name)
    }
  }
}
